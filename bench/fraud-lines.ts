import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { readRedFlagsFile, type RedFlags } from "../src/answering/red-flags-file.ts";
import { fraudVoices, type FraudVoice } from "../src/domain/fraud.ts";
import type { FraudCategory, FraudLevel } from "../src/domain/sets.ts";
import { knowledgeWording } from "../src/texts/zh-cn/kb.ts";
import { featuresOf } from "../src/understanding/fraud/features.ts";
import type { FlagFinder } from "../src/understanding/fraud/flags.ts";
import { levelOutcomes } from "../src/understanding/fraud/labels.ts";
import { saidIn } from "../src/understanding/fraud/said.ts";

/** A message and what it is. Null in place of a voice: no scam; undefined: not known. */
export interface Line {
  text: string;
  voice: FraudVoice | null | undefined;
  category: FraudCategory | null | undefined;
  level: FraudLevel | null;
  /** How much it counts. */
  weight: number;
}

const categoryOf: Record<string, FraudCategory | null> = {
  brushing: "刷单返利类",
  investment: "虚假网络投资理财类",
  shopping: "虚假购物、服务类",
  "fake-service": "冒充电商物流客服类",
  "credit-record": "虚假征信类",
  loan: "贷款、代办信用卡类",
  "fake-police": "冒充公检法及政府机关类",
  acquaintance: "冒充领导、熟人类",
  game: "网络游戏产品虚假交易类",
  romance: "网络婚恋、交友类",
  "fake-army": "冒充军警购物类",
  trojan: "网黑案件",
  other: null,
};

/**
 * What was written for this: one file a category with headings [voice level]; ordinary-*.txt hold
 * messages that only look alike, whatever their headings. A message a line, # is a comment.
 */
export function ownLines(dir = "knowledge/examples/fraud"): Line[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => linesOf(`${dir}/${file}`, file.replace(/(?:-\d)?\.txt$/, "")));
}

function linesOf(path: string, name: string): Line[] {
  const ordinary = name.startsWith("ordinary");
  if (!ordinary && !(name in categoryOf)) throw new Error(`${path}: no category is called so`);
  let voice: FraudVoice | null = null;
  let level: FraudLevel | null = null;
  const lines: Line[] = [];
  for (const text of plainLines(path)) {
    const heading = /^\[([a-z0-9-]+)(?: (\S+))?\]$/u.exec(text);
    if (!heading) {
      lines.push({ text, voice, category: categoryOf[name] ?? null, level, weight: 1 });
      continue;
    }
    if (ordinary) continue;
    voice = fraudVoices.find((one) => one === heading[1]) ?? null;
    level = levelOutcomes.find((one) => one === heading[2]) ?? null;
    if (voice === null || level === null) throw new Error(`${path}: ${text} is no voice and level`);
  }
  return lines;
}

/** How much an example counts that was written for something else, beside one written for this. */
const borrowedWeight = 0.3;

/** Entries whose ways of asking tell of one kind of trick. */
const entryCategory: Record<string, FraudCategory | null> = {
  "fraud-brushing-orders": "刷单返利类",
  "fraud-investment": "虚假网络投资理财类",
  "fraud-shopping": "虚假购物、服务类",
  "fraud-farm-goods": "虚假购物、服务类",
  "fraud-fake-service": "冒充电商物流客服类",
  "fraud-auto-deduct": "冒充电商物流客服类",
  "fraud-credit-record": "虚假征信类",
  "fraud-loan": "贷款、代办信用卡类",
  "fraud-fake-police": "冒充公检法及政府机关类",
  "fraud-fake-subsidy": "冒充公检法及政府机关类",
  "fraud-fake-leader": "冒充领导、熟人类",
  "fraud-ai-face": "冒充领导、熟人类",
  "fraud-game": "网络游戏产品虚假交易类",
  "fraud-romance": "网络婚恋、交友类",
  "fraud-fake-army": "冒充军警购物类",
  "fraud-trojan-blackmail": "网黑案件",
  "fraud-card-lending": null,
  "fraud-overseas-job": null,
  "fraud-second-scam": null,
  "fraud-scan-eggs": null,
  "fraud-qr-laundering": null,
};

/**
 * Of what other parts learn from: money that is on its way to a swindler is urgent whoever tells it;
 * who asks about a kind of trick names its kind; what people write on an ordinary day is no scam. Of
 * the last a few tell of fraud all the same: whoever learns from them leaves out those that look like it.
 */
export function borrowedLines(dir = "knowledge/examples"): { scams: Line[]; ordinary: Line[] } {
  const borrowed = (text: string, rest: Partial<Line>): Line => ({
    text,
    voice: undefined,
    category: undefined,
    level: null,
    weight: borrowedWeight,
    ...rest,
  });
  const files = (folder: string, skip: string[] = []): string[] =>
    readdirSync(`${dir}/${folder}`)
      .filter((file) => file.endsWith(".txt") && !skip.includes(file))
      .flatMap((file) => plainLines(`${dir}/${folder}/${file}`));
  const far = [
    ...files("intents", ["ask_fraud.txt"]),
    ...files("intents/smalltalk"),
    ...files("intents/unknown"),
    ...files("questions", ["fraud.txt"]).filter((_line, i) => i % 4 === 0),
    ...files("disputes").map((line) => line.replace(/^[!*]+/, "")),
    ...["violence", "self-harm", "missing-person", "crime-in-progress"].flatMap((name) =>
      plainLines(`${dir}/emergency/${name}.txt`).filter((_line, i) => i % 4 === 0),
    ),
  ];
  const asked: Line[] = [];
  let entry = "";
  for (const text of plainLines(`${dir}/questions/fraud.txt`)) {
    if (text.startsWith("[")) entry = text.slice(1, -1);
    else if (entry in entryCategory) asked.push(borrowed(text, { category: entryCategory[entry] }));
  }
  return {
    scams: [
      ...plainLines(`${dir}/emergency/fraud-in-progress.txt`).map((text) =>
        borrowed(text, { level: "紧急" }),
      ),
      ...plainLines(`${dir}/intents/ask_fraud.txt`).map((text) => borrowed(text, {})),
      ...asked,
    ],
    ordinary: [
      ...plainLines(`${dir}/emergency/ordinary.txt`).filter((_line, i) => i % 2 === 0),
      ...far.filter((_line, i) => i % 2 === 0),
    ]
      .filter((line) => !line.startsWith("["))
      .map((text) => borrowed(text, { voice: null })),
  };
}

/** Knowledge's red flags; throws with every problem if the file is wrong. */
export function redFlags(path = "knowledge/red-flags.yaml"): RedFlags {
  const read = readRedFlagsFile(path, readFileSync(path, "utf8"), knowledgeWording.problems);
  if (read.ok) return read.redFlags;
  throw new Error(
    read.problems.map(({ file, line, reason }) => `${file}:${line} ${reason}`).join("\n"),
  );
}

/** Changes with any line of one's own and with anything that decides how a line looks to the model. */
export function fingerprintOf(lines: readonly Line[], find: FlagFinder): string {
  const hash = createHash("sha256");
  for (const { text, voice, category, level } of lines)
    hash.update(JSON.stringify([looksOf(text, find), voice, category, level]));
  return hash.digest("hex").slice(0, 16);
}

/** Changes with what was learnt of intents, which are heard beside the signs of fraud. */
export function intentsPrint(path = "knowledge/models/intent.json"): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16);
}

function looksOf(text: string, find: FlagFinder): string[] {
  const said = saidIn(text);
  const { words, signs } = featuresOf(said, find(said));
  return [...words, ...signs];
}

function plainLines(path: string): string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
