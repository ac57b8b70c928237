import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import { checkTexts as texts } from "../texts/zh-cn/check.ts";
import { gaveIn } from "../understanding/fraud/anchors.ts";
import {
  asksToLook,
  brushedOff,
  notPaidIn,
  turnedOutGenuine,
} from "../understanding/fraud/aftermath.ts";
import { saidIn } from "../understanding/fraud/said.ts";
import { verdictOn } from "./check.ts";
import { button, notice } from "./reply.ts";

type Said = Extract<Event, { on: "said" }>;

/** How it came out with something that was checked, or that nobody has seen: no new verdict. Null: nothing of the kind. */
export function cameOut(state: State, event: Said, facts: Facts): Decision | null {
  const { text, reading } = event;
  const judged = state.flow === "check" && state.at === "judged" ? state : null;
  const isOnFraud = judged !== null || (reading.fraud !== null && reading.fraud.verdict !== "none");
  if (isOnFraud && turnedOutGenuine(text)) return settled(text, facts);
  if (brushedOff(text) && (judged !== null || (isFresh(state) && /[没不]|电话/u.test(text)))) {
    const said = judged === null ? texts.brushedOff : texts.brushedOffAgain;
    return {
      state: judged ?? { flow: "check", v: 1, at: "telling" },
      effects: [notice(said, [button("human"), button("back")], ["96110"])],
    };
  }
  if (asksToLook(text) && isFresh(state))
    return {
      state: { flow: "check", v: 1, at: "telling" },
      effects: [notice(texts.tell, [button("human"), button("back")], ["110", "96110"])],
    };
  const gave = gaveIn(saidIn(text));
  if (gave === null) return null;
  if (judged === null)
    return notPaidIn(text) && isFresh(state) && reading.fraud?.verdict !== "fraud"
      ? {
          state: { flow: "check", v: 1, at: "telling" },
          effects: [notice(texts.gaveAway, [button("human")], ["110", "96110"])],
        }
      : null;
  if (isOnFraud && judged.finding?.verdict === "none") return null;
  const flags = [{ name: texts.deeds.gave.name, words: gave, reason: texts.deeds.gave.reason }];
  const category = judged.finding?.category ?? null;
  return verdictOn(
    state,
    event,
    {
      fraud: {
        ...{ verdict: "fraud", level: "高危", category, voice: "tale" },
        ...{ flags, genuine: null },
      },
      looked: { links: [], named: [] },
    },
    facts,
  );
}

/** No other talk is on that the words may be about. */
function isFresh(state: State): boolean {
  if (state.flow === "ask")
    return state.at === "answered" && /^fraud-|^hotline-96110/.test(state.entry);
  return state.flow === "menu" || state.flow === "check";
}

/** They asked, and it was what it said it was: nobody is called for it. */
function settled(words: string, { warned }: Facts): Decision {
  const noted: Effect[] = warned ? [{ do: "add-to-matter", matter: warned.matter, words }] : [];
  const said = warned
    ? `${texts.turnedOut}\n\n${texts.turnedOutNoted(warned.number)}`
    : texts.turnedOut;
  return {
    state: atMenu,
    effects: [...noted, notice(said, [button("human"), button("back")], ["96110"])],
  };
}
