import fc from "fast-check";
import type { Incoming } from "../../src/domain/message.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import type { Bubble } from "./recording-channel.ts";
import { words, type Villager } from "./villager.ts";
import type { World } from "./world.ts";

/** What somebody does. `who` and `nth` choose among those that there are. */
export type Deed =
  | { does: "villager-says" | "villager-asks" | "villager-leaves" | "not-settled"; who: number }
  | { does: "officer-says" | "lists" | "hands-over"; who: number }
  | {
      does: "takes" | "picks" | "closes" | "passes-on" | "gives" | "replies";
      who: number;
      nth: number;
    }
  | { does: "time-passes"; minutes: number }
  | { does: "restarts" };

const who = fc.nat(5);
const nth = fc.nat(20);
const plain = (...does: Extract<Deed, { who: number; nth?: never }>["does"][]) =>
  fc.record({ does: fc.constantFrom(...does), who }) as fc.Arbitrary<Deed>;
const chosen = (...does: Extract<Deed, { nth: number }>["does"][]) =>
  fc.record({ does: fc.constantFrom(...does), who, nth }) as fc.Arbitrary<Deed>;

/** Deeds of people, of which one or several arrive at once, and what happens between. */
export const deeds: fc.Arbitrary<Deed[]> = fc.oneof(
  { weight: 8, arbitrary: plain("villager-says").map((it) => [it]) },
  { weight: 6, arbitrary: plain("officer-says").map((it) => [it]) },
  { weight: 4, arbitrary: plain("villager-asks").map((it) => [it]) },
  { weight: 7, arbitrary: chosen("takes").map((it) => [it]) },
  { weight: 4, arbitrary: chosen("picks").map((it) => [it]) },
  { weight: 3, arbitrary: chosen("replies").map((it) => [it]) },
  { weight: 3, arbitrary: chosen("closes", "passes-on", "gives").map((it) => [it]) },
  {
    weight: 3,
    arbitrary: plain("villager-leaves", "not-settled", "lists", "hands-over").map((it) => [it]),
  },
  {
    weight: 2,
    arbitrary: fc
      .oneof(fc.nat(20), fc.integer({ min: 61, max: 180 }))
      .map((minutes): Deed[] => [{ does: "time-passes", minutes }]),
  },
  { weight: 1, arbitrary: fc.constant<Deed[]>([{ does: "restarts" }]) },
  {
    weight: 5,
    arbitrary: fc.array(
      fc.oneof(
        plain("villager-says", "officer-says", "villager-leaves"),
        chosen("takes", "closes", "gives", "replies"),
      ),
      { minLength: 2, maxLength: 4 },
    ),
  },
);

/** Words of somebody, the only ones of their kind. */
export interface Word {
  by: Villager;
  text: string;
  at: number;
  /** The message that they answer. */
  answers: Bubble | null;
}

/** The store's own patience runs on the clock of the test: no step is as long. Unit: ms. */
const step = 4_000;

/** Turns deeds into updates; words are written down in the order in which they were said. */
export function deskPlay(world: World, villagers: Villager[], officers: Villager[]) {
  const said: Word[] = [];
  const say = (by: Villager, answers: Bubble | null): Incoming => {
    const text = `词${said.length}句`;
    said.push({ by, text, at: world.now(), answers });
    const content = words(text);
    return by.update(
      answers ? ({ ...content, replyTo: answers.message } as typeof content) : content,
    );
  };
  const press = (by: Villager, label: string, n: number): Incoming[] => {
    const found = by
      .screen()
      .flatMap(({ shows }) => shows.choices)
      .filter((choice) => choice.label.startsWith(label));
    // The newest first: old buttons are pressed too, but less often.
    const one = found.at(-1 - (n % Math.max(1, found.length)));
    return one ? [by.update({ kind: "press", choice: one.id })] : [];
  };

  function updateOf(deed: Deed): Incoming[] {
    if (deed.does === "time-passes" || deed.does === "restarts") return [];
    const villager = villagers[deed.who % villagers.length]!;
    const officer = officers[deed.who % officers.length]!;
    switch (deed.does) {
      case "villager-says":
        return [say(villager, null)];
      case "villager-asks":
        return [villager.update(words("找民警"))];
      case "villager-leaves":
        return press(villager, talkTexts.leave, 0);
      case "not-settled":
        return press(villager, talkTexts.notSettled, 0);
      case "officer-says":
        return [say(officer, null)];
      case "lists":
        return [officer.update(words(deskTexts.buttons.mine))];
      case "hands-over":
        return [officer.update(words("交接"))];
      case "takes":
        return press(officer, deskTexts.buttons.take, deed.nth);
      case "picks":
        return press(officer, deskTexts.buttons.pick, deed.nth);
      case "closes":
        return press(officer, deskTexts.buttons.close, deed.nth);
      case "passes-on":
        return press(officer, deskTexts.buttons.passOn, deed.nth);
      case "gives": {
        const to = [...officers.map((one) => one.chat.split("-")[1]!), deskTexts.buttons.anyone];
        return press(officer, to[deed.nth % to.length]!, 0);
      }
      case "replies": {
        const screen = officer.screen();
        const answers = screen.at(-1 - (deed.nth % Math.max(1, screen.length)));
        return answers ? [say(officer, answers)] : [];
      }
      default:
        return deed satisfies never;
    }
  }

  async function passes(ms: number): Promise<void> {
    if (ms > 3_600_000) return world.wait(ms);
    for (let left = ms; left > 0; left -= step) await world.wait(Math.min(left, step));
  }

  return {
    said,
    /** All of these at once, two seconds after what was before. */
    async does(together: Deed[]): Promise<void> {
      const [first] = together;
      if (first?.does === "restarts") return world.restart();
      if (first?.does === "time-passes") return passes(first.minutes * 60_000);
      await world.wait(2_000);
      const updates = together.flatMap(updateOf);
      if (updates.length > 0) await world.app.receive(updates);
      await world.app.settled();
    },
  };
}
