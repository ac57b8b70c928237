import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  examplesOf,
  fingerprintOf,
  learningLines,
  type Line,
} from "../../../bench/emergency-lines.ts";
import kept from "../../../knowledge/models/emergency.json" with { type: "json" };
import { emergencyClasses, type EmergencyClass } from "../../../src/domain/sets.ts";
import { learn } from "../../../src/understanding/emergency/model/learn.ts";
import { triage } from "../../../src/understanding/emergency/triage.ts";

const learnt = learningLines();

/** Lines that the model has never learnt from: emergencies by class under "# class". */
function unseenLines(): Line[] {
  const lines: Line[] = [];
  let of: EmergencyClass | null = null;
  for (const text of read("unseen.emergencies.txt")) {
    const heading = emergencyClasses.find((name) => text === `# ${name}`);
    if (heading) of = heading;
    else lines.push({ text, class: of });
  }
  return [...lines, ...read("unseen.ordinary.txt").map((text) => ({ text, class: null }))];
}

function read(name: string): string[] {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text.split("\n").filter((line) => line !== "");
}

function figuresOf(lines: readonly Line[]) {
  const readings = lines.map(({ text, class: of }) => ({ class: of, reading: triage(text) }));
  const dangers = readings.filter((line) => line.class !== null);
  const ordinary = readings.filter((line) => line.class === null);
  const seen = dangers.filter((line) => line.reading);
  return {
    missed: 1 - seen.length / dangers.length,
    wrongClass: seen.filter((line) => line.reading?.class !== line.class).length / seen.length,
    falseCards: ordinary.filter((line) => line.reading).length / ordinary.length,
    falseCalls:
      ordinary.filter((line) => line.reading?.strength === "alert").length / ordinary.length,
  };
}

describe("lines as people type them", { timeout: 60_000 }, () => {
  it("knows those that it learnt from", () => {
    const figures = figuresOf(learnt);
    expect(figures.missed).toBeLessThan(0.01);
    expect(figures.wrongClass).toBeLessThan(0.02);
    expect(figures.falseCards).toBeLessThan(0.015);
    expect(figures.falseCalls).toBeLessThan(0.005);
  });

  // Half of these emergencies are told around corners, and most of the ordinary lines borrow their words.
  it("finds most of those that it never saw", () => {
    const figures = figuresOf(unseenLines());
    expect(figures.missed).toBeLessThan(0.05);
    expect(figures.falseCards).toBeLessThan(0.1);
    expect(figures.falseCalls).toBe(0);
  });
});

describe("the weights", { timeout: 60_000 }, () => {
  it("are of these lines and of this way of reading: else run `npm run train:emergency`", () => {
    expect(kept.madeFrom).toBe(fingerprintOf(examplesOf(learnt)));
  });

  it("come out the same from the same lines", () => {
    const few = examplesOf(learnt.filter((_, at) => at % 40 === 0));
    expect(learn(few)).toEqual(learn(few));
  });

  it("are of lines that stand in one class only", () => {
    const texts = learnt.map(({ text }) => text);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });
});
