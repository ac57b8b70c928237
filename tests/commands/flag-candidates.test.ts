import { expect, test } from "vitest";
import { listFlagCandidates } from "../../src/commands/flag-candidates.ts";
import { withStore } from "../../src/commands/with-store.ts";
import { readConfig } from "../../src/config.ts";
import { keepCandidate } from "../../src/store/flag-candidates.ts";
import { warningPageTexts } from "../../src/texts/zh-cn/warnings-page.ts";
import { folderForTest } from "../support/opened-store.ts";

const { none, line, usage } = warningPageTexts.candidates;

async function listed(config: ReturnType<typeof readConfig>, args: string[]) {
  const lines: string[] = [];
  const code = await listFlagCandidates(config, args, (text) => lines.push(text));
  return { code, lines };
}

test("lists what was judged otherwise, the newest first, or says that there is nothing", async () => {
  const dataDir = folderForTest();
  const config = { ...readConfig(dataDir), dataDir, databaseUrl: null };
  expect(await listed(config, ["candidates"])).toEqual({ code: 0, lines: [none] });
  expect(await listed(config, [])).toEqual({ code: 2, lines: [usage] });
  const candidate = (id: string, at: number) => ({
    ...({ id, at, text: `${id}的话`, verdict: "fraud", level: "中危", category: null } as const),
    outcome: "villager-wrong" as const,
  });
  await withStore(config, ({ db, cipher }) =>
    db.transaction(async (trx) => {
      for (const [id, at] of [["a", 1] as const, ["b", 2] as const, ["a", 3] as const])
        await keepCandidate(trx, cipher, { ...candidate(id, at), conversation: null });
    }),
  );
  expect(await listed(config, ["candidates"])).toEqual({
    code: 0,
    lines: [`${line(candidate("b", 2))}\n  b的话`, `${line(candidate("a", 1))}\n  a的话`],
  });
});
