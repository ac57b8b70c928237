import type { State } from "../../src/domain/conversation.ts";
import { atMenu } from "../../src/domain/conversation.ts";
import type { Decision, Effect, Facts } from "../../src/domain/flow.ts";
import type { Choice } from "../../src/domain/message.ts";
import type { Reading } from "../../src/domain/reading.ts";
import { beginDispute, disputeChoice, type Said } from "../../src/flows/dispute.ts";
import { disputeWords } from "../../src/flows/dispute-words.ts";
import { beginHazard, hazardChoice } from "../../src/flows/hazard.ts";
import { hazardWords } from "../../src/flows/hazard-words.ts";
import { pressedBy } from "../../src/understanding/choice.ts";
import { readDispute } from "../../src/understanding/dispute/read.ts";
import { readIntent } from "../../src/understanding/intent.ts";
import { mask } from "../../src/understanding/mask.ts";

const facts = {
  turn: "turn-1",
  number: "100001",
  matters: [],
  watch: { is: "nobody" },
  now: Date.parse("2026-11-24T10:00:00+08:00"),
  channel: "web",
  station: {
    name: "测试派出所",
    phone: null,
    hours: [],
    villages: [
      { name: "前进村", officer: null },
      { name: "团结村", officer: null },
    ],
  },
  pageUrl: null,
  residency: "open",
} as unknown as Facts;

/** One villager who talks with the intake alone. */
export interface Talk {
  says(text: string): void;
  presses(label: string): void;
  /** The latest reply. */
  hears(): string;
  choices(): string[];
  state(): State;
  /** The matters that were opened. */
  opened(): Extract<Effect, { do: "open-matter" }>[];
  effects(): Effect[];
  questions(): number;
  /** The last words were left to others. */
  passed(): boolean;
}

/** @param about the facts that differ from a web page of a station with two villages */
export function talk(about: Partial<Facts> = {}, hazard = false): Talk {
  const all: Effect[] = [];
  let state: State = atMenu;
  let offered: Choice[] = [];
  let heard = "";
  let passed = false;
  let questions = 0;
  const known = { ...facts, ...about };
  const take = (decision: Decision | null): void => {
    passed = decision === null;
    if (decision === null) return;
    state = decision.state;
    if ("at" in state && state.at === "asking") questions += 1;
    all.push(...decision.effects);
    for (const effect of decision.effects)
      if (effect.do === "reply") {
        heard = effect.reply.text;
        offered = effect.reply.choices;
      }
  };
  const press = (choice: Choice | null | undefined): boolean => {
    if (choice?.action.act === "dispute") take(disputeChoice(state, choice.action, known));
    else if (choice?.action.act === "hazard") take(hazardChoice(state, choice.action, known));
    else return false;
    return true;
  };
  return {
    says(typed) {
      if (press(pressedBy(typed, offered))) return;
      const { text, masked } = mask(typed);
      const wish = readIntent(text);
      const reading: Reading = {
        ...wish,
        emergency: null,
        fraud: null,
        booking: null,
        dispute: readDispute(text, wish),
      };
      const said: Said = { text, reading, masked };
      if (state.flow === "dispute") take(disputeWords(state, said, known));
      else if (state.flow === "hazard") take(hazardWords(state, said, known));
      else take(hazard ? beginHazard(said, known) : beginDispute(said, known));
    },
    presses(label) {
      const choice = offered.find((one) => one.label === label);
      if (!press(choice))
        throw new Error(`No button “${label}” in ${offered.map((it) => it.label)}`);
    },
    hears: () => heard,
    choices: () => offered.map(({ label }) => label),
    state: () => state,
    opened: () => all.filter((effect) => effect.do === "open-matter"),
    effects: () => all,
    questions: () => questions,
    passed: () => passed,
  };
}
