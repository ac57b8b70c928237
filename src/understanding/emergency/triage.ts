import type { EmergencyReading } from "../../domain/reading.ts";
import { normalise } from "../normalise.ts";
import { casesOf } from "./cases.ts";
import { contextOf } from "./context.ts";
import { distressWithoutWords } from "./distress.ts";
import { withoutIdioms } from "./idioms.ts";
import { judged } from "./judge.ts";
import { likelihoodOf } from "./model/weigh.ts";
import { respelt } from "./respell.ts";

/**
 * The danger that a message tells of, or null. Reads the first 4,096 code units; needs no store, no
 * language model and no network.
 *
 * 1. Misspelt danger is put right, idioms ("笑死了") are taken out.
 * 2. `contextOf` finds how things are meant: over, supposed, told of a film, asked about the law.
 * 3. `casesOf` finds signs: phrases of danger, each only as far as its manner lets it.
 * 4. `likelihoodOf` weighs all that and every piece of the words with weights learnt from
 *    knowledge/examples/emergency: is it a danger, and of which class.
 * 5. `judged` decides: nothing, a card, a card that asks, a card and an officer.
 */
export function triage(text: string): EmergencyReading | null {
  const plain = normalise(text);
  if (nod.test(plain)) return null;
  return distressWithoutWords(respelt(plain)) ?? readIn(plain) ?? inPieces(plain);
}

/** Whoever agrees to what was just offered says no more than that: 对,就这么着. Alone, 就这样吧 may be a farewell. */
const nod =
  /^(?:对|是|行|中|好|嗯|成|可以)[,，。 ]*(?:那)?就(?:这么(?:着|定了?|办|约|来)|这样(?:定|办|约)|这个(?:点|时间)?|那个点|按你说的办)[吧了啊呗。]*$/u;

/** Reads a danger for nothing, so that the first villager does not wait while expressions are compiled. */
export function warmUp(): void {
  // Twice: an expression is compiled to machine code only when it is used again.
  for (let times = 0; times < 2; times++) {
    casesOf(contextOf(withoutIdioms(respelt(normalise("救命,有人拿刀砍人,着火了")))));
    triage("身份证咋补");
  }
}

function readIn(plain: string): EmergencyReading | null {
  if (plain === "") return null;
  const text = withoutIdioms(respelt(plain));
  return readText(text, false) ?? firstOf(partsOf(text), (part) => readText(part, true));
}

function readText(text: string, isPart: boolean): EmergencyReading | null {
  const { likelihood, cases } = likelihoodOf(contextOf(text));
  return judged(cases, likelihood, text, isPart);
}

function firstOf<T, R>(list: T[], read: (one: T) => R | null): R | null {
  for (const one of list) {
    const found = read(one);
    if (found !== null) return found;
  }
  return null;
}

/** From here on a danger may drown in a long tale: its parts are read too. Unit: code units. */
const longText = 90;
const partLength = 60;
const mostParts = 24;

function partsOf(text: string): string[] {
  if (text.length <= longText) return [];
  const parts: string[] = [];
  for (let at = 0; at < text.length && parts.length < mostParts; at += partLength / 2)
    parts.push(text.slice(at, at + partLength));
  return parts;
}

/** A cry that is no longer may have come in pieces. Unit: code units. */
const cry = 8;

/**
 * Words that were taken apart, read without anything between them. Short pieces about money are more
 * likely an answer (转到, 王刚) than a cry.
 */
function inPieces(text: string): EmergencyReading | null {
  const isCry = text.length <= cry;
  if (!isCry && !/(?:^|\s)\S(?:\s\S){3}/u.test(text)) return null;
  const joined = text.replace(isCry ? /[^\p{L}\p{N}。!?]+/gu : /[^\p{L}\p{N}。!?\n]+/gu, "");
  if (joined === text) return null;
  const danger = readIn(joined);
  return isCry && danger?.class === "fraud_in_progress" ? null : danger;
}
