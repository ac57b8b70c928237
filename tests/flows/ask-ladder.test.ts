import { describe, expect, it } from "vitest";
import type { State } from "../../src/domain/conversation.ts";
import type { Facts } from "../../src/domain/flow.ts";
import type { Found } from "../../src/domain/ports.ts";
import { convincing, enoughFor, ladder } from "../../src/flows/ask-ladder.ts";
import { pooled } from "../../src/flows/ask-inside.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { birth, renewCard, replaceCard, smallStation } from "../support/small-knowledge.ts";

const facts: Facts = {
  turn: "t",
  number: "100001",
  matters: [],
  own: null,
  talk: null,
  desk: null,
  invite: null,
  watch: { is: "nobody" },
  now: Date.parse("2026-11-24T10:00:00+08:00"),
  channel: "web",
  station: smallStation,
  pageUrl: null,
  residency: "open",
  passes: false,
  alarm: null,
  raised: null,
  stopPayment: null,
  lists: null,
  seats: null,
  services: [],
  calendar: [],
  warned: null,
  group: null,
};
const atMenu: State = { flow: "menu", v: 1 };
const found = (...confidences: number[]): Found[] =>
  [replaceCard, renewCard, birth]
    .map((entry, at) => ({ entry, confidence: confidences[at] ?? 0, withdrawn: false }))
    .slice(0, confidences.length);

function said(results: Found[], state = atMenu, enough = 0.4) {
  const { state: next, effects } = ladder(state, "问题", results, { enough }, facts);
  const replies = effects.flatMap((effect) => (effect.do === "reply" ? [effect.reply] : []));
  return { next, reply: replies[0]!, labels: replies[0]!.choices.map(({ label }) => label) };
}

describe("the ladder", () => {
  it("gives a sure answer, and nothing beside it", () => {
    const { reply, labels } = said(found(0.9, 0.7));
    expect(reply.kind).toBe("answer");
    expect(labels).toEqual([buttons.details, buttons.wrong, buttons.human]);
  });

  it("gives a likely answer, with what else it may be", () => {
    const { reply, labels } = said(found(0.6, 0.55, 0.1));
    expect(reply.answers).toMatchObject([{ entry: replaceCard.id, confidence: 0.6 }]);
    expect(reply.text).toContain(askTexts.orMeant);
    expect(labels).toEqual([buttons.details, renewCard.title, buttons.human]);
  });

  it("asks which, where nothing leads", () => {
    const { next, reply, labels } = said(found(0.45, 0.4, 0.35));
    expect(reply.answers).toEqual([]);
    expect(labels).toEqual([replaceCard.title, renewCard.title, birth.title, buttons.none]);
    expect(next).toMatchObject({ at: "choosing", turns: 1, only: null });
  });

  it("asks whether it is the one, where there is but one", () => {
    const { next, reply } = said(found(0.35, 0.1));
    expect(reply.text).toBe(askTexts.one(replaceCard.title));
    expect(next).toMatchObject({ at: "choosing", only: replaceCard.id });
  });

  it("says that it does not know, and remembers the question", () => {
    const { next, reply, labels } = said(found(0.1, 0.05));
    expect(reply.kind).toBe("notice");
    expect(labels).toEqual([replaceCard.title, renewCard.title, buttons.human]);
    expect(next).toEqual({ flow: "ask", v: 2, at: "unknown", question: "问题" });
  });

  it("offers a person after two questions back", () => {
    const choosing: State = {
      flow: "ask",
      v: 2,
      at: "choosing",
      question: "q",
      turns: 2,
      only: null,
    };
    expect(said(found(0.45, 0.4), choosing).reply.text).toBe(askTexts.tooManyTurns);
  });

  it("says of a withdrawn entry that it is being put right", () => {
    const [best] = found(0.9);
    const { reply } = said([{ ...best!, withdrawn: true }]);
    expect(reply.answers).toEqual([]);
    expect(reply.text).toContain(askTexts.gone);
  });

  it("never offers more than four buttons", () => {
    for (const best of [0.95, 0.6, 0.45, 0.35, 0.1])
      expect(said(found(best, best - 0.05, best - 0.05)).labels.length).toBeLessThanOrEqual(4);
  });
});

describe("what is enough", () => {
  it("is less for a message that surely asks for what we know of", () => {
    const ours = enoughFor("孩子上户口要啥手续", { intent: "ask_hukou" });
    const other = enoughFor("12367是干啥的", { intent: "unknown" });
    const outside = enoughFor("给我讲个笑话呗", { intent: "smalltalk" });
    expect(ours).toBeLessThan(other);
    expect(other).toBeLessThan(outside);
    expect(convincing(found(0.3, 0.1), ours)?.entry).toBe(replaceCard);
    expect(convincing(found(0.3, 0.1), outside)).toBeNull();
    expect(convincing([], ours)).toBeNull();
  });
});

describe("a story and its pieces", () => {
  it("are surer where they agree, and never reach what one would not", () => {
    const [best] = pooled(found(0.3, 0.2), [found(0.5)]);
    expect(best!.entry).toBe(replaceCard);
    expect(best!.confidence).toBeGreaterThan(0.5);
    expect(best!.confidence).toBeLessThan(0.8);
  });

  it("trust a piece less that stands alone", () => {
    const alone = [{ entry: birth, confidence: 0.9, withdrawn: false }];
    const [best] = pooled(found(0.3), [alone]);
    expect(best!.entry).toBe(birth);
    expect(best!.confidence).toBeCloseTo(0.72);
  });

  it("leave a short message as it was found", () => {
    expect(pooled(found(0.3, 0.2), [])).toEqual(found(0.3, 0.2));
  });
});
