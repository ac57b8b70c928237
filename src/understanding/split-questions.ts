import { namesThing, stepIn } from "./follow-up.ts";
import { normalise } from "./normalise.ts";

/** A message in pieces that might each be a question of its own. */
export interface Pieces {
  /** In order; empty if the message is one piece. */
  parts: string[];
  /** Words such as 还有, 另外 say that there is more than one question. */
  joined: boolean;
}

const joining =
  /(?:^|[ ,。?;\n])*(?:还有(?!多|几|没|个(?:月|年|礼拜|星期))(?:个事|一个|一件)?|顺(?:便|道)(?:再)?(?:问(?:问|一下|下|一句)?|打听(?:一下)?)?|另外(?:再)?(?:问(?:问|一下|下)?)?|再(?:问|打听)(?:问|一下|下|一个|个|一句|句)?(?:事)?|再一个|还想问(?:问|一下)?|还要问|以及|对了|第二(?:个|件)(?:事|是|问题)?|二是|一个是|一件是)[ ,:]*/u;
const ending = /[?!。;\n]+/u;
const breath = /[?!。;,: \n]+/u;
/** Fewer code points than this say nothing alone. */
const shortest = 3;
/** From here on a message is a story, with the question somewhere inside. Unit: code points. */
const story = 12;
/** How many pieces are looked at: each costs a search. */
const most = 4;
/** A stretch of a story without marks. Unit: code points. */
const stretch = 22;
const asks =
  /吗|么|^.{1,6}呢|啥|咋|怎么|什么|多少|多久|几(?:天|岁|块|个|年|时)|谁|哪|能不能|行不行|中不中|可不可以|要不要|用不用|是不是|[^ ]不(?:$|[ ,?])|没(?:$|[ ?])/u;

/** Where one message may hold two questions. */
export function piecesOf(text: string): Pieces {
  const said = normalise(text);
  const byWords = said.split(joining).map(trimmed).filter(long);
  if (byWords.length > 1) return { parts: byWords.slice(0, most), joined: true };
  const byMarks = said.split(ending).map(trimmed).filter(long);
  if (byMarks.filter(isAsking).length > 1)
    return { parts: byMarks.filter(isAsking).slice(0, most), joined: false };
  // 居住证几天 要钱吗: with a blank for a comma.
  const bySpaces = said.split(breath).map(trimmed).filter(long);
  return {
    parts: bySpaces.length > 1 && bySpaces.every(isAsking) ? bySpaces.slice(0, most) : [],
    joined: false,
  };
}

/** The pieces of a long story that may hold its question, those that ask first; empty if it is short. */
export function questionsInside(text: string): string[] {
  const said = normalise(text);
  if ([...said].length < story) return [];
  const clauses = said.split(breath).map(trimmed).filter(Boolean).flatMap(stretches);
  const pieces = clauses.flatMap((clause, at) => {
    if (!isAsking(clause) && at < clauses.length - 1) return [];
    // 这可咋整 · 还能要回来不: asked of all that was told before, so that no piece says it.
    const step = stepIn(clause);
    if (step.is === "words" && !namesThing(step)) return [];
    const before = clauses[at - 1];
    const withBefore = before === undefined ? [] : [`${before} ${clause}`];
    return [...withBefore, ...([...clause].length >= 5 ? [clause] : [])];
  });
  return pieces.slice(-most);
}

function stretches(clause: string): string[] {
  const characters = [...clause];
  if (characters.length <= stretch * 2) return [clause];
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += stretch)
    pieces.push(characters.slice(at, at + stretch).join(""));
  return pieces;
}

function isAsking(piece: string): boolean {
  return asks.test(piece);
}

function trimmed(piece: string): string {
  return piece.replace(/^[ ,:、]+|[ ,:、]+$/gu, "");
}

function long(piece: string): boolean {
  return [...piece].length >= shortest;
}
