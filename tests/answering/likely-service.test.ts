import { expect, it } from "vitest";
import { likelyService } from "../../src/answering/likely-service.ts";
import type { Found } from "../../src/domain/ports.ts";
import type { Service } from "../../src/domain/sets.ts";
import { smallKnowledge } from "../support/small-knowledge.ts";

const [some] = smallKnowledge().find("身份证丢了怎么补办", 1);

function found(...entries: [Service | null, number][]): Found[] {
  return entries.map(([service, confidence]) => ({
    entry: { ...some!.entry, service },
    confidence,
    withdrawn: false,
  }));
}

it("takes the service that the entries speak for together", () => {
  expect(
    likelyService(found(["hukou_move", 0.4], ["hukou_change", 0.39], ["hukou_change", 0.35])),
  ).toBe("hukou_change");
});

it("names none where they are not sure enough, or about none", () => {
  expect(likelyService(found(["hukou_move", 0.4], [null, 0.9]))).toBeNull();
  expect(likelyService([])).toBeNull();
});
