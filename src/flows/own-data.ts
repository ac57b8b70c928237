import type { State } from "../domain/conversation.ts";
import type { Decision, Facts, OwnData } from "../domain/flow.ts";
import { ownDataTexts as texts } from "../texts/zh-cn/own-data.ts";
import { keptAnswers } from "./book-papers.ts";
import { button, notice } from "./reply.ts";

/** A message of an export holds so much, on every channel. Unit: UTF-16 units. */
const longestPart = 1_500;

/**
 * Everything that is stored of this conversation, as messages. Where Telegram may carry no personal
 * data, what was told of matters is left out: the station shows it.
 */
export function ownData(state: State, facts: Facts): Decision {
  if (facts.desk) return { state, effects: [notice(texts.forStaff)] };
  const { own, channel, residency } = facts;
  if (!own) return { state, effects: [] };
  const parts = inParts(linesOf(own, facts, channel !== "telegram" || residency === "open"));
  return {
    state,
    effects: parts.map((part, at) =>
      notice(
        `${texts.part(at + 1, parts.length)}\n${part}`,
        at === parts.length - 1 ? [button("erase"), button("back")] : [],
      ),
    ),
  };
}

function linesOf(own: OwnData, { services }: Facts, showWords: boolean): string[] {
  const { talk, matters, alerts, seats, questions, feedback } = own;
  const section = (title: string, lines: string[]): string[] =>
    lines.length === 0 ? [] : ["", title, ...lines];
  return [
    texts.lead(talk[0]?.at ?? null),
    ...(matters.length === 0 ? ["", texts.noMatters] : []),
    ...section(
      texts.matters,
      matters.map((one) => texts.matter(one, showWords)),
    ),
    ...section(
      texts.alerts,
      alerts.map((one) => texts.alert(one, showWords)),
    ),
    ...section(
      texts.seats,
      seats.map((one) => {
        const service = services.find((each) => each.service === one.seat.service);
        return texts.seat(one, one.known ? keptAnswers(one.known, service) : []);
      }),
    ),
    ...section(texts.questions, questions.map(texts.question)),
    ...section(texts.feedback, feedback.map(texts.wrong)),
    ...section(texts.talk, spoken(talk)),
    "",
    texts.end,
  ];
}

/** An export that was sent before is named once, not sent again. */
function spoken(talk: OwnData["talk"]): string[] {
  return talk.flatMap((one, at) => {
    const isExport = ({ who, text }: OwnData["talk"][number]): boolean =>
      who === "us" && text.startsWith(texts.head);
    if (!isExport(one)) return [texts.line(one)];
    const before = talk[at - 1];
    return before && isExport(before) ? [] : [texts.line({ ...one, text: texts.earlier })];
  });
}

/** Whole lines together, as many as fit; a longer line is cut. */
function inParts(lines: string[]): string[] {
  const parts: string[] = [];
  for (const line of lines)
    for (let from = 0; from === 0 || from < line.length; from += longestPart) {
      const piece = line.slice(from, from + longestPart);
      const last = parts.at(-1);
      if (last !== undefined && last.length + piece.length < longestPart)
        parts[parts.length - 1] = `${last}\n${piece}`;
      else parts.push(piece);
    }
  return parts.map((part) => part.trim());
}
