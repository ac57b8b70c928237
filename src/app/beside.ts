import { nextCall } from "../domain/calling.ts";
import type { State } from "../domain/conversation.ts";
import type { Alarm, Effect, Facts } from "../domain/flow.ts";
import { isGroup, type ChannelName, type Content, type Reply } from "../domain/message.ts";
import type { Staff } from "../domain/people.ts";
import type { Channel } from "../domain/ports.ts";
import type { Roster } from "../domain/roster.ts";
import { latestAlert } from "../store/alerts.ts";
import type { Transaction } from "../store/connection.ts";
import { channelOf, conversationsOf, reachable } from "../store/people.ts";

/** So long after an alarm a place that is sent belongs to it. Unit: ms. */
const placeBelongs = 30 * 60_000;

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
    passes: medium?.ref !== undefined && (await canPass(trx, around)),
    alarm: mayTellWhere ? await alarmOf(trx, around) : null,
    group: isGroup(channel, chat) ? { link: channels.get(channel)?.privately?.() ?? null } : null,
  };
}

/** Whether the other side of the talk is on the channel that the medium came by. */
async function canPass(trx: Transaction, { conversation, talk, desk }: Around): Promise<boolean> {
  if (desk) {
    const other = desk.about?.it.conversation ?? null;
    return other !== null && (await channelOf(trx, other)) === conversation.channel;
  }
  const owner = talk?.matter.owner ?? null;
  if (owner === null) return false;
  const ways = await conversationsOf(trx, [owner]);
  return ways.some(({ channel }) => channel === conversation.channel);
}

async function alarmOf(
  trx: Transaction,
  { conversation, at, staff, roster }: Around,
): Promise<Alarm | null> {
  const alert = await latestAlert(trx, conversation.id, at - placeBelongs);
  if (!alert) return null;
  const { id, matter, takenBy, calls } = alert;
  if (takenBy !== null) return { alert: id, matter, people: [takenBy] };
  const last = { ...alert, level: "alarm" as const, isPrivate: true, calls: calls - 1 };
  const called = calls === 0 ? [] : nextCall(last, staff, roster, at).people;
  return { alert: id, matter, people: called.map((one) => one.id) };
}

/** What others are told, each in the form that their channel can carry. */
export async function tellings(
  trx: Transaction,
  told: Extract<Effect, { do: "tell" }>[],
  from: ChannelName,
  residency: Facts["residency"],
): Promise<{ conversation: string; reply: Reply }[]> {
  const all: { conversation: string; reply: Reply }[] = [];
  for (const { to, reply, otherwise } of told)
    for (const { conversation, channel } of await reachable(trx, to)) {
      const shows = reply.media === undefined || channel === null || channel === from;
      const isBare = channel === "telegram" && residency === "cn";
      all.push({ conversation, reply: shows && !isBare ? reply : (otherwise ?? wordsOf(reply)) });
    }
  return all;
}

function wordsOf(reply: Reply): Reply {
  const { media: _, ...words } = reply;
  return words;
}
