import { readFileSync } from "node:fs";
import { replay } from "../src/commands/replay.ts";
import { openStationKnowledge, systemClock } from "../src/commands/station.ts";
import { openLog } from "../src/log.ts";
import { isBlind } from "./blind.ts";
import { noisy } from "./noise.ts";

interface Turn {
  in: string;
  replies: string[];
  choices: string[];
  reading: {
    intent: string;
    confidence: number;
    emergency: { class: string; hotlines: string[] } | null;
  };
  answer: { entry: string; confidence: number; citations: unknown[] } | null;
  did: string[];
}

interface Case {
  turns: string[];
  group: string;
  /** Null: right; undefined: does not count here; else what went wrong. */
  judge: (turns: Turn[]) => string | null | undefined;
}

/** Groups of golden lines, each measured by itself; there is no average over them. */
export async function benchGolden(args: string[]): Promise<void> {
  const blind = args.includes("--blind");
  const show = Number(args.find((arg) => arg.startsWith("--show="))?.slice(7) ?? 0);
  const only = args.find((arg) => !arg.startsWith("--"));
  const knowledge = await openStationKnowledge(
    { knowledgeDir: "knowledge" },
    openLog("silent"),
    false,
  );
  for (const [name, cases] of Object.entries(suites())) {
    if (only !== undefined && only !== name) continue;
    const mine = cases.filter(({ turns }) => isBlind(turns[0]!) === blind);
    const transcripts = await played(
      mine.map(({ turns }) => turns),
      knowledge,
    );
    report(name, mine, transcripts, blind ? 0 : show);
  }
}

function suites(): Record<string, Case[]> {
  const questions = lines<{ text: string; facts: string[]; group: string }>("questions");
  const question = ({ text, facts, group }: (typeof questions)[number], say: string): Case => ({
    turns: [say, "说细点"],
    group,
    judge: ([first, more]) => {
      if (!first?.answer) return `no answer to: ${text}`;
      const told = [...first.replies, ...(more?.answer ? more.replies : [])].join("\n");
      const missing = facts.filter((fact) => !new RegExp(fact, "s").test(told));
      return missing.length === 0
        ? null
        : `${first.answer.entry} (${first.answer.confidence.toFixed(2)}) lacks ${missing.join(" & ")}`;
    },
  });
  const surely = ({ text, facts, group }: (typeof questions)[number]): Case => {
    const whole = question({ text, facts, group }, text);
    const judge: Case["judge"] = (turns) =>
      (turns[0]?.answer?.confidence ?? 0) < sure ? undefined : whole.judge(turns);
    return { ...whole, judge };
  };
  const figures = ({ text, facts, group }: (typeof questions)[number]): Case => ({
    turns: [text],
    group,
    judge: ([first]) => (first?.answer ? wrongFigure(facts, first.replies.join("\n")) : undefined),
  });
  return {
    "answers at 0.8 and more": questions.map(surely),
    "figures in first answers": questions.map(figures),
    questions: questions.map((line) => question(line, line.text)),
    noisy: questions.map((line) => question(line, noisy(line.text))),
    intents: lines<{ text: string; intent: string }>("intents").map(({ text, intent }) => ({
      turns: [text],
      group: intent,
      judge: ([turn]) =>
        turn?.reading.intent === intent ? null : `read as ${turn?.reading.intent}`,
    })),
    emergencies: lines<{ text?: string; turns?: string[]; class: string }>("emergencies").map(
      (line) => ({
        turns: [line.text ?? line.turns!.join("\n")],
        group: line.class,
        judge: ([turn]) => (turn?.reading.emergency ? null : "no card"),
      }),
    ),
    "emergency classes": lines<{ text?: string; turns?: string[]; class: string }>(
      "emergencies",
    ).map((line) => ({
      turns: [line.text ?? line.turns!.join("\n")],
      group: line.class,
      judge: ([turn]) =>
        turn?.reading.emergency?.class === line.class
          ? null
          : `read as ${turn?.reading.emergency?.class}`,
    })),
    ordinary: lines<{ text: string; alarming: boolean }>("ordinary").map(({ text, alarming }) => ({
      turns: [text],
      group: alarming ? "alarming" : "plain",
      judge: ([turn]) => (turn?.reading.emergency ? `card: ${turn.reading.emergency.class}` : null),
    })),
    "ordinary, officer called": lines<{ text: string; alarming: boolean }>("ordinary").map(
      ({ text, alarming }) => ({
        turns: [text],
        group: alarming ? "alarming" : "plain",
        judge: ([turn]) => (turn?.did.includes("alerted:officer") ? "officer called" : null),
      }),
    ),
    "out-of-scope": lines<{ text: string; kind: string }>("out-of-scope").map(({ text, kind }) => ({
      turns: [text],
      group: kind,
      judge: ([turn]) =>
        turn?.answer
          ? `answered with ${turn.answer.entry} (${turn.answer.confidence.toFixed(2)})`
          : null,
    })),
    dialogues: lines<{
      turns: string[];
      expect: { after: number; has?: string[]; not?: string[]; intent?: string }[];
    }>("dialogues").map(({ turns, expect }) => ({
      turns,
      group: "dialogue",
      judge: (heard) => {
        for (const { after, has = [], not = [], intent } of expect) {
          const turn = heard[after - 1];
          const told = turn?.replies.join("\n") ?? "";
          const lacks = has.find((fact) => !new RegExp(fact, "s").test(told));
          if (lacks !== undefined)
            return `after ${after} (${turn?.in}) lacks ${lacks}: ${told.slice(0, 60)}`;
          const said = not.find((fact) => new RegExp(fact, "s").test(told));
          if (said !== undefined) return `after ${after} (${turn?.in}) says ${said}`;
          if (intent !== undefined && turn?.reading.intent !== intent)
            return `after ${after} (${turn?.in}) read as ${turn?.reading.intent}, not ${intent}`;
        }
        return null;
      },
    })),
  };
}

/** An answer that sure must all but never be wrong. */
const sure = 0.8;

/** Ways to write one unit; a pattern of expected facts names one of them behind a number. */
const units = ["元|块", "天|日", "周岁|岁", "个?月", "年", "小时", "倍"];

/** The answer says another number of the very unit that was expected: worse than none. */
function wrongFigure(facts: string[], told: string): string | null {
  for (const fact of facts) {
    const unit = units.find((ways) => /\d/.test(fact) && new RegExp(ways).test(fact));
    if (unit === undefined) continue;
    if (new RegExp(fact, "s").test(told)) continue;
    const said = new RegExp(`[\\d一二三四五六七八九十百]+\\s*(?:${unit})`).exec(told)?.[0];
    if (said !== undefined) return `says ${said}, not ${fact}`;
  }
  return null;
}

function lines<T>(name: string): T[] {
  return readFileSync(`tests/golden/${name}.jsonl`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

async function played(
  talks: string[][],
  knowledge: Parameters<typeof replay>[2]["knowledge"],
): Promise<Turn[][]> {
  async function* input(): AsyncGenerator<string> {
    for (const [id, turns] of talks.entries())
      yield JSON.stringify({ id, now: "2026-11-24T10:00:00+08:00", turns });
  }
  const out: Turn[][] = [];
  const log = openLog("silent");
  await replay(input(), (line) => out.push((JSON.parse(line) as { turns: Turn[] }).turns), {
    knowledge,
    log,
    clock: systemClock,
  });
  return out;
}

function report(name: string, cases: Case[], transcripts: Turn[][], show: number): void {
  const groups = new Map<string, { right: number; all: number }>();
  const wrong: string[] = [];
  for (const [i, { group, judge, turns }] of cases.entries()) {
    const told = judge(transcripts[i]!);
    if (told === undefined) continue;
    const counts = groups.get(group) ?? { right: 0, all: 0 };
    counts.all++;
    if (told === null) counts.right++;
    else wrong.push(`    ${turns.join(" ／ ")}  →  ${told}`);
    groups.set(group, counts);
  }
  const counted = [...groups.values()].reduce((sum, { all }) => sum + all, 0);
  const right = counted - wrong.length;
  console.log(`${name}: ${right} of ${counted} right (${((100 * right) / counted).toFixed(1)} %)`);
  for (const [group, { right: good, all }] of groups)
    console.log(`  ${group}: ${good} of ${all} (${((100 * good) / all).toFixed(1)} %)`);
  for (const line of wrong.slice(0, show)) console.log(line);
}
