import { nextCall } from "../domain/calling.ts";
import type { Alert } from "../domain/desk.ts";
import type { State } from "../domain/conversation.ts";
import type { Alarm, Effect, Facts } from "../domain/flow.ts";
import {
  isGroup,
  type ChannelName,
  type Content,
  type Medium,
  type Reply,
} from "../domain/message.ts";
import type { Staff } from "../domain/people.ts";
import type { Channel } from "../domain/ports.ts";
import type { Roster } from "../domain/roster.ts";
import { latestAlert } from "../store/alerts.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { channelOf, conversationsOf, reachable } from "../store/people.ts";
import { carried, wayOf } from "./carry.ts";

/** So long after an alarm a place that is sent belongs to it. Unit: ms. */
export const placeBelongs = 30 * 60_000;

interface Around {
  conversation: { id: string; channel: ChannelName; chat: string };
  content: Content;
  at: number;
  state: State;
  talk: Facts["talk"];
  desk: Facts["desk"];
  staff: readonly Staff[];
  roster: Roster;
  channels: ReadonlyMap<ChannelName, Channel>;
  place: Pick<Facts, "residency">;
}

/** What the flows must know of what comes beside words, and of who else reads along. */
export async function besideWords(
  trx: Transaction,
  around: Around,
): Promise<Pick<Facts, "passes" | "alarm" | "group">> {
  const { conversation, content, state, channels } = around;
  const { channel, chat } = conversation;
  const medium =
    content.kind === "media" ? content : content.kind === "text" ? content.medium : null;
  const mayTellWhere =
    medium?.place !== undefined || (state.flow === "emergency" && state.at === "where");
  return {
    passes: medium != null && (await canPass(trx, medium, around)),
    alarm: mayTellWhere ? await alarmOf(trx, around) : null,
    group: isGroup(channel, chat) ? { link: channels.get(channel)?.privately?.() ?? null } : null,
  };
}

/** Whether the other side of the talk can be shown the medium. */
async function canPass(
  trx: Transaction,
  medium: Medium,
  { conversation, talk, desk, place }: Around,
): Promise<boolean> {
  const goes = (to: ChannelName): boolean =>
    wayOf(medium, conversation.channel, to, place.residency) !== null;
  if (desk) {
    const other = desk.about?.it.conversation ?? null;
    const channel = other === null ? null : await channelOf(trx, other);
    return channel !== null && goes(channel);
  }
  const owner = talk?.matter.owner ?? null;
  if (owner === null) return false;
  const ways = await conversationsOf(trx, [owner]);
  return ways.some(({ channel }) => goes(channel));
}

async function alarmOf(trx: Transaction, around: Around): Promise<Alarm | null> {
  const alert = await latestAlert(trx, around.conversation.id, around.at - placeBelongs);
  return alert && alarmFrom(alert, around);
}

/** An alert with those who hear what more is told of it. */
export function alarmFrom(
  alert: Alert,
  { at, staff, roster }: Pick<Around, "at" | "staff" | "roster">,
): Alarm {
  const { id, matter, takenBy, calls } = alert;
  if (takenBy !== null) return { alert: id, matter, people: [takenBy] };
  const last = { ...alert, level: "alarm" as const, isPrivate: true, calls: calls - 1 };
  const called = calls === 0 ? [] : nextCall(last, staff, roster, at).people;
  return { alert: id, matter, people: called.map((one) => one.id) };
}

/** What others are told, each in the form that their channel can carry. */
export async function tellings(
  trx: Transaction,
  cipher: Cipher,
  told: Extract<Effect, { do: "tell" }>[],
  origin: { conversation: string; from: ChannelName; residency: Facts["residency"]; at: number },
): Promise<{ conversation: string; reply: Reply }[]> {
  const all: { conversation: string; reply: Reply }[] = [];
  for (const { to, reply, otherwise = wordsOf(reply), bare = otherwise } of told)
    for (const { conversation, channel } of await reachable(trx, to)) {
      const isBare = channel === "telegram" && origin.residency === "cn";
      if (isBare || reply.media === undefined) {
        all.push({ conversation, reply: isBare ? bare : reply });
        continue;
      }
      const target = channel ?? (await channelOf(trx, conversation)) ?? origin.from;
      const around = { ...origin, to: target, otherwise: otherwise.text };
      const media = await carried(trx, cipher, reply.media, around);
      all.push({ conversation, reply: media === null ? otherwise : { ...reply, media } });
    }
  return all;
}

function wordsOf(reply: Reply): Reply {
  const { media: _, ...words } = reply;
  return words;
}
