import { readFileSync, readdirSync } from "node:fs";
import { outcomes } from "../src/understanding/dispute/labels.ts";
import { learn, type Example } from "../src/understanding/dispute/learn.ts";
import { modelFrom } from "../src/understanding/dispute/model.ts";
import { keep } from "../src/understanding/learning/model.ts";

/** How much an example counts that was written for something else, beside one written for this. */
const borrowedWeight = 0.3;
/** Of messages that are far from any quarrel every so manieth is enough: more would drown the rest. */
const everyOther = 2;
const everyAlarming = 6;
/** Intents of whose examples some tell of a quarrel too. */
const mixed = new Set(["dispute.txt", "ask_legal.txt"]);
/** Dangers that nobody quarrels about. */
const quiet = ["border-security", "disaster", "fire-accident", "missing-person", "self-harm"];
/** From this chance on an ordinary message may well be a quarrel: it teaches nothing. */
const doubtful = 0.3;

/**
 * What the reading of disputes is learnt from: one file a type. A line is a message; before it "!"
 * stands for something that is going on now, "*" for violence. The examples of other intents and of
 * dangers without a quarrel tell of none; those of violence show what force looks like; those of the intent tell of some dispute.
 */
export function disputeExamples(dir = "knowledge/examples"): Example[] {
  const own = outcomes.flatMap((type) =>
    linesOf(`${dir}/disputes/${(type ?? "none").replaceAll("_", "-")}.txt`).map((line) => {
      const [, marks = "", text = ""] = /^([!*]*)(.*)$/u.exec(line) ?? [];
      return { text, type, violence: marks.includes("*"), urgent: marks.includes("!") };
    }),
  );
  const otherIntents = ["", "smalltalk/", "unknown/"].flatMap((folder) =>
    readdirSync(`${dir}/intents/${folder}`)
      .filter((file) => file.endsWith(".txt") && !mixed.has(file))
      .flatMap((file) => linesOf(`${dir}/intents/${folder}${file}`)),
  );
  const sure = [
    ...own,
    ...every(everyOther, otherIntents).map((text) => none(text)),
    ...every(
      everyAlarming,
      quiet.flatMap((name) => linesOf(`${dir}/emergency/${name}.txt`)),
    ).map((text) => none(text)),
  ];
  const sofar = modelFrom(keep(learn(sure), 1));
  const ordinary = every(everyAlarming, linesOf(`${dir}/emergency/ordinary.txt`)).filter(
    (text) => 1 - sofar(text)[0]! < doubtful,
  );
  return [
    ...sure,
    ...ordinary.map((text) => none(text)),
    ...linesOf(`${dir}/intents/dispute.txt`).map((text) => ({
      text,
      type: "some" as const,
      weight: borrowedWeight,
    })),
    ...linesOf(`${dir}/emergency/violence.txt`).map((text) => ({
      text,
      type: undefined,
      violence: true,
      urgent: true,
      weight: borrowedWeight,
    })),
  ];
}

function none(text: string): Example {
  return { text, type: null, weight: borrowedWeight };
}

function every(many: number, lines: string[]): string[] {
  return lines.filter((_line, i) => i % many === 0);
}

function linesOf(path: string): string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
