import type { Event, Facts } from "../domain/flow.ts";
import type { MediaKind, Medium, Relayed } from "../domain/message.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";

/** How the other side is told of words and of what is sent beside them. */
interface Sentences {
  /** What the two talk about. */
  matter: string;
  says: (words: string) => string;
  sends: (what: string) => string;
  /** That something could not come along; null = they are not told. */
  cannot: (media: MediaKind) => string | null;
}

/** What goes to the other side of a talk. */
interface Passed {
  /** Null: nothing does. */
  text: string | null;
  media: Relayed | null;
  /** Said where the medium cannot be shown after all. */
  otherwise: string | null;
  /** What could not go: its sender hears that. */
  left: MediaKind | null;
}

/**
 * What is passed on of something said or sent. A place goes in words as well, so that it is never
 * lost; a card that shows a phone number goes nowhere; an edit brings only its new words.
 */
export function passed(
  event: Extract<Event, { on: "said" | "sent" }>,
  { passes }: Pick<Facts, "passes">,
  { matter, says, sends, cannot }: Sentences,
): Passed {
  const words = event.on === "said" ? event.text : null;
  const isEdit = event.on === "said" && event.edited;
  const { medium } = event;
  if (words !== null && (isEdit || medium === null)) {
    const text = says(isEdit ? talkTexts.edited(words) : words);
    return { text, media: null, otherwise: null, left: null };
  }
  const { media: kind, place } = medium!;
  const media = passes ? relayedOf(medium!, matter) : null;
  if (place) {
    const told = [...(words === null ? [] : [words]), mediaTexts.place(place)].join("\n");
    return { text: says(told), media, otherwise: says(told), left: null };
  }
  const without = [words === null ? null : says(words), cannot(kind)].filter((it) => it !== null);
  const otherwise = without.length === 0 ? null : without.join("\n");
  if (media === null) return { text: otherwise, media, otherwise, left: kind };
  const text = words === null ? sends(mediaTexts.kinds[kind]) : says(words);
  return { text, media, otherwise, left: null };
}

/** A medium on its way to the other side of a matter. */
export function relayedOf({ media: kind, ref, fetch }: Medium, matter: string): Relayed | null {
  if (ref === undefined) return null;
  return { ref, kind, matter, ...(fetch === undefined ? {} : { fetch }) };
}
