import type { EmergencyReading } from "../../domain/reading.ts";
import type { EmergencyClass } from "../../domain/sets.ts";
import { allSigns } from "./all-signs.ts";
import { mannerOf, type Context, type Manner } from "./context.ts";
import { dismissed } from "./manner.ts";
import type { Sign } from "./sign.ts";

/** A danger that the signs in a message tell of; the higher the total, the more speaks for it. */
export interface Case extends EmergencyReading {
  total: number;
}

/** A sign that was found and that the manner of speaking does not take away. */
interface Hit {
  sign: Sign;
  score: number;
  doubtful: boolean;
}

/** How many places of one pattern are weighed: a flood of words must not hold up others. */
const mostLooks = 5;

/** The dangers that signs tell of, at most one a class; looks only for classes that are `thinkable`. */
export function casesOf(
  context: Context,
  thinkable: (of: EmergencyClass) => boolean = () => true,
): Case[] {
  const byClass = new Map<EmergencyClass, Hit[]>();
  for (const sign of allSigns) {
    const hit = thinkable(sign.class) ? strongest(sign, context) : null;
    if (hit) byClass.set(sign.class, [...(byClass.get(sign.class) ?? []), hit]);
  }
  return [...byClass.values()].map(caseOfSigns).filter((one) => one !== null);
}

function strongest(sign: Sign, context: Context): Hit | null {
  let best: Hit | null = null;
  for (const manner of mannersOf(sign.pattern, context)) {
    if (dismissed(sign.class, sign.weight === 3, manner)) continue;
    const score = sign.weight + (manner.now ? 1 : 0) + urgency(manner);
    if (!best || score > best.score) best = { sign, score, doubtful: isDoubtful(manner) };
  }
  return best;
}

function* mannersOf(pattern: RegExp, context: Context): Generator<Manner> {
  // Not matchAll: it copies the pattern first, and there are hundreds of them for every message.
  pattern.lastIndex = 0;
  for (let looks = 0; looks < mostLooks; looks++) {
    const match = pattern.exec(context.text);
    if (match === null) return;
    if (match[0] === "") pattern.lastIndex++;
    yield mannerOf(context, match.index, match.index + match[0].length);
  }
}

const urgency = (manner: Manner): number => (manner.plea ? 1 : manner.helpless ? 0.5 : 0);
const isDoubtful = (manner: Manner): boolean =>
  manner.heard || manner.supposed || manner.told || manner.ofRules;

/** What the signs of one class come to together; null if that is not enough. */
function caseOfSigns(found: Hit[]): Case | null {
  const [first, ...others] = found.sort((a, b) => b.score - a.score);
  if (!first) return null;
  const sure = found.filter(({ sign }) => sign.weight >= 2);
  const { sign, score, doubtful } = first;
  if (sure.length === 0 && score < 2 && found.length < 2) return null;
  const more = others.slice(0, 3).reduce((sum, hit) => sum + hit.sign.weight / 4, 0);
  const alert =
    !sign.unclear && !doubtful && (sign.weight === 3 || (sign.weight === 2 && score >= 4));
  const unclear = sure.length > 0 && sure.every((hit) => hit.sign.unclear);
  return {
    class: sign.class,
    hotlines: (sure[0] ?? first).sign.hotlines,
    strength: alert ? "alert" : unclear ? "unclear" : "card",
    total: score + more + (sign.consequence ? 0 : 2.5),
  };
}
