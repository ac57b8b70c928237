import { describe, expect, it } from "vitest";
import { replay } from "../../src/commands/replay.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { cliTexts } from "../../src/texts/zh-cn/cli.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { run } from "../support/process.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { smallKnowledge } from "../support/small-knowledge.ts";
import { transcript, type Transcript } from "../support/transcript.ts";

const quiet = { info() {}, warn() {}, error() {} };
const clock = { now: () => Date.parse("2026-11-24T10:00:00+08:00") };

/** Plays lines in this process. */
async function played(lines: string[], knowledge = smallKnowledge()): Promise<unknown[]> {
  const out: string[] = [];
  async function* given() {
    yield* lines;
  }
  await replay(given(), (line) => out.push(line), { knowledge, clock, log: quiet });
  return out.map((line) => JSON.parse(line));
}

const talk = (id: string | number, ...turns: string[]) => JSON.stringify({ id, turns });
const one = async (...turns: string[]) => {
  const [read] = await played([talk("x", ...turns)]);
  return transcript.parse(read).turns;
};

/** Without what may differ between two runs: the time it took, and numbers of matters. */
function lasting(line: string): string {
  return line.replace(/"ms":[\d.]+/g, "").replace(/编号\d{6}/g, "");
}

describe("a replay through a real process", () => {
  const texts = [
    "俺身份证丢了咋整",
    "我家着火了快来人",
    "找民警",
    "村里电线杆归谁管",
    "给孩子上户口",
  ];
  const many = Array.from({ length: 2_000 }, (_, i) =>
    JSON.stringify({
      id: i % 2 === 0 ? `x${i}` : i,
      ...(i % 3 === 0 ? { now: "2026-11-23T16:10:00+08:00", village: "前进村" } : {}),
      turns: [texts[i % texts.length], "那要带啥"].slice(0, i % 10 === 0 ? 2 : 1),
    }),
  );

  it("keeps the order of thousands of lines, and each is exactly as agreed", async () => {
    const bad = ["nonsense", '{"id":"bad","turns":"no"}', "", "[]", "null"];
    const input = [...many.slice(0, 700), ...bad, ...many.slice(700)].join("\r\n");
    const { code, out, err } = await run(["replay"], { input });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.trimEnd().split("\n");
    const read = lines.map((line) => JSON.parse(line) as { id: unknown; error?: string });
    expect(read.slice(700, 704)).toEqual([
      { id: null, error: cliTexts.notJson },
      { id: "bad", error: expect.stringContaining("turns") as string },
      { id: null, error: expect.any(String) as string },
      { id: null, error: expect.any(String) as string },
    ]);
    const good = read.filter(({ error }) => error === undefined);
    expect(good.map(({ id }) => id)).toEqual(
      many.map((line) => (JSON.parse(line) as Transcript).id),
    );
    good.forEach((line, i) => {
      const { turns } = transcript.parse(line);
      expect(turns.map((turn) => turn.in)).toEqual(
        (JSON.parse(many[i]!) as { turns: string[] }).turns,
      );
    });
    const again = await run(["replay"], { input: many.slice(0, 150).join("\n") });
    expect(again.out.trimEnd().split("\n").map(lasting)).toEqual(lines.slice(0, 150).map(lasting));
  }, 60_000);

  it("of nothing says nothing", async () => {
    expect(await run(["replay"], { input: "" })).toEqual({ code: 0, out: "", err: "" });
  }, 20_000);
});

describe("a transcript", () => {
  it("holds no welcome and no notice before the first answer", async () => {
    const [turn] = await one("身份证丢了");
    expect(turn!.replies).toHaveLength(1);
    expect(turn!.replies[0]).toContain("挂失");
    expect(turn!.choices).toEqual([buttons.details, buttons.wrong, buttons.human]);
    expect(turn).toMatchObject({
      reading: { intent: "ask_id_card" },
      answer: { entry: "id-card-replace" },
      did: [],
    });
  });

  it("presses a choice by its label and by its number", async () => {
    const byLabel = await one("有个证的事", "身份证到期，换一张");
    const byNumber = await one("有个证的事", "2");
    for (const turns of [byLabel, byNumber]) {
      expect(turns[0]!.answer).toBeNull();
      expect(turns[1]!.answer!.entry).toBe("id-card-renew");
    }
  });

  it("presses the same button twice, and hears the same words twice: nothing is merged or swallowed", async () => {
    const turns = await one("身份证丢了", "上户口", "找民警", "找民警", "上户口");
    expect(turns.map(({ did }) => did)).toEqual([
      [],
      [],
      ["opened:callback"],
      ["opened:callback"],
      [],
    ]);
    expect(turns.every(({ replies }) => replies.length === 1)).toBe(true);
  });

  it("names an emergency with its numbers, and that an officer was called", async () => {
    const [turn] = await one("我家着火了快来人");
    expect(turn!.reading).toMatchObject({
      intent: "emergency",
      emergency: { class: "fire_accident" },
    });
    expect(turn!.reading.emergency!.hotlines[0]).toBe("119");
    expect(turn!.did).toEqual(["alerted:officer"]);
    expect(turn!.answer).toBeNull();
  });

  it("of money that goes to a swindler is fraud, urgent", async () => {
    const [turn] = await one("我刚给骗子转了三万块钱咋办");
    expect(turn!.reading.emergency!.class).toBe("fraud_in_progress");
    expect(turn!.reading.fraud).toMatchObject({ verdict: "fraud", level: "紧急" });
  });

  it("names what was opened", async () => {
    const turns = await one("反映问题", "村东头路灯从前天起就坏了", "确定");
    expect(turns.map(({ did }) => did)).toEqual([[], [], ["opened:hazard"]]);
  });

  it("of an empty or an endless turn is a transcript too", async () => {
    const turns = await one("", "长".repeat(20_000), "身份证丢了");
    expect(turns).toHaveLength(3);
    expect(turns[0]!.replies).toEqual([menuTexts.nothingSaid]);
    expect(turns[1]!.in).toHaveLength(20_000);
    expect(turns[2]!.answer!.entry).toBe("id-card-replace");
  });

  it("answers both questions of one message, the second beside the first", async () => {
    const out = await played(
      [talk("x", "身份证丢了咋补，还有给孩子上户口要啥材料")],
      (await realKnowledge()) as never,
    );
    const [turn] = transcript.parse(out[0]).turns;
    expect(turn!.answer!.entry).toBe("id-card-replace");
    expect(turn!.also!.map(({ entry }) => entry)).toEqual(["hukou-birth"]);
  });

  it("without a turn has none", async () => {
    expect(await played(['{"id":"x","turns":[]}'])).toEqual([{ id: "x", turns: [] }]);
  });
});

describe("conversations of one replay", () => {
  it("know nothing of each other", async () => {
    const out = await played([talk("a", "有个证的事"), talk("b", "2"), talk("a", "2")]);
    const [, b, again] = out.map((line) => transcript.parse(line));
    expect(b!.turns[0]!.answer).toBeNull();
    expect(again!.turns[0]!.answer).toBeNull();
  });

  it.each([
    "{",
    '"x"',
    "7",
    '{"turns":["a"]}',
    '{"id":{},"turns":["a"]}',
    '{"id":"x"}',
    '{"id":"x","turns":[1]}',
    '{"id":"x","turns":{"0":"a"}}',
    '{"id":"x","now":"yesterday","turns":["a"]}',
    '{"id":"x","now":5,"turns":["a"]}',
    '{"id":"x","village":5,"turns":["a"]}',
  ])("go on after a bad line: %s", async (bad) => {
    const [first, error, last] = await played([talk(1, "身份证丢了"), bad, talk(2, "上户口")]);
    expect(Object.keys(error as object)).toEqual(["id", "error"]);
    expect((error as { error: string }).error).toMatch(/^[^:\s]/);
    expect([first, last].map((line) => transcript.parse(line).id)).toEqual([1, 2]);
  });

  it("may name their time with a zone or without", async () => {
    for (const now of ["2026-11-23T16:10:00+08:00", "2026-11-23T08:10:00Z", "2026-11-23T16:10:00"])
      expect(
        transcript.safeParse((await played([JSON.stringify({ id: 1, now, turns: ["您好"] })]))[0])
          .success,
      ).toBe(true);
  });

  it("go on when one of them breaks the bot", async () => {
    const knowledge = smallKnowledge();
    knowledge.breakOn("炸");
    const out = await played(
      [talk("a", "身份证丢了"), talk("b", "问个炸的事", "上户口"), talk("c", "上户口")],
      knowledge,
    );
    const [a, b, c] = out.map((line) => transcript.parse(line));
    expect(a!.turns[0]!.answer!.entry).toBe("id-card-replace");
    expect(b!.turns[0]!.replies).toEqual([menuTexts.trouble]);
    expect(b!.turns[1]!.answer!.entry).toBe("hukou-birth");
    expect(c!.turns[0]!.answer!.entry).toBe("hukou-birth");
  });
});
