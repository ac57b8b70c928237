import type { AppointmentStatus } from "../../src/domain/appointment.ts";
import { cellsFrom, momentOf } from "../../src/domain/free-slots.ts";
import { isQuietHour, seatReminders } from "../../src/domain/seat-reminders.ts";
import { hour } from "../../src/domain/station-time.ts";
import type { Service } from "../../src/domain/sets.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
import { isSeatClosed } from "../../src/store/seat-closures.ts";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { meaningsOf } from "./book-heard.ts";
import type { BookStation } from "./book-station.ts";

/** A seat as it is stored. */
export interface SeatRow {
  id: string;
  conversation: string | null;
  service: Service;
  day: string;
  at: string;
  place: string;
  number: number;
  status: AppointmentStatus | "offered";
  /** When it was taken or moved, while it is booked. */
  changed_at: number;
}
interface Said {
  id: string;
  conversation: string;
  text: string;
  at: number;
}

/** What a deed was, as far as it may take a seat. */
export interface Actor {
  /** The villager's chat; null = an officer, or the clock. */
  chat: string | null;
  /** They pressed a button or wrote a word that means yes. */
  agrees: boolean;
  /** What stood last on their screen before it. */
  saw: string[];
  /** So much time passed that the clock of the station looked at the seats. */
  clocked?: boolean;
}

/** Kinds of sayings that promise a seat; the row must say the same at that moment. */
const promises = ["booked", "moved", "held", "reminder", "offer"] as const;

/** Looks after each deed at what was stored and said since the one before, and finds what must not be. */
export function bookJudge(
  { store, now, sentAt }: BookStation,
  knowledge: Knowledge,
  counters: number,
) {
  const wrong: string[] = [];
  const said = new Map<string, number>();
  const counted: Record<(typeof promises)[number] | "walk-in", number> = {
    ...{ booked: 0, moved: 0, held: 0, reminder: 0, offer: 0, "walk-in": 0 },
  };
  let seen = 0;
  let before = new Map<string, SeatRow>();
  const chats = new Map<string, string>();
  /** Seats whose half day was ever closed: they hear of that instead. */
  const shut = new Set<string>();

  async function newlySaid(): Promise<Said[]> {
    const rows = (await store
      .db("outbox")
      .whereRaw("rowid > ?", [seen])
      .orderByRaw("rowid")
      .select("id", "conversation", "body", "created_at", store.db.raw("rowid as row"))) as {
      id: string;
      conversation: string;
      body: string;
      created_at: number;
      row: number;
    }[];
    seen = rows.at(-1)?.row ?? seen;
    return rows.map(({ id, conversation, body, created_at: at }) => {
      const opened = JSON.parse(store.cipher.open(body, `outbox.body.${id}`)) as { text: string };
      return { id, conversation, text: opened.text, at };
    });
  }

  async function chatOf(conversation: string): Promise<string> {
    const known = chats.get(conversation);
    if (known) return known;
    const row = (await store.db("conversations").where({ id: conversation }).first("chat")) as {
      chat: string;
    };
    const chat = store.cipher.open(row.chat, `conversations.chat.${conversation}`);
    chats.set(conversation, chat);
    return chat;
  }

  /** More people at one half hour than there are counters. */
  function crowded(rows: SeatRow[]): void {
    const held = new Map<string, number>();
    for (const { service, day, at, place, status } of rows) {
      if (status === "cancelled") continue;
      const { minutes = 30 } = knowledge.services?.find((one) => one.service === service) ?? {};
      for (const cell of cellsFrom(at, minutes)) {
        const name = `${day} ${place} ${cell}`;
        held.set(name, (held.get(name) ?? 0) + 1);
        if (held.get(name)! > counters) wrong.push(`above capacity: ${name}`);
      }
    }
    const numbers = rows.map(({ day, place, number }) => `${day} ${place} ${number}`);
    if (new Set(numbers).size < numbers.length) wrong.push("one number given twice");
  }

  /** What was taken or moved without a yes to just this time. */
  async function unasked(rows: SeatRow[], actor: Actor): Promise<void> {
    for (const row of rows) {
      const was = before.get(row.id);
      const isNew = row.status === "booked" && (was === undefined || was.status === "offered");
      const isMoved = was !== undefined && (was.day !== row.day || was.at !== row.at);
      if (!isNew && !isMoved) continue;
      const name = `${row.service} ${row.day} ${row.at}`;
      if (momentOf(row) < now()) wrong.push(`taken when it was past: ${name}`);
      if (row.conversation === null || actor.chat !== (await chatOf(row.conversation))) {
        wrong.push(`taken by nobody: ${name}`);
        continue;
      }
      const time = `${row.day.slice(5)} ${row.at}`;
      const shown = new Set(["card", "move-card", "offer"].map((kind) => `${kind} ${time}`));
      const wasShown = actor.saw.flatMap(meaningsOf).some((meaning) => shown.has(meaning));
      if (!actor.agrees || !wasShown) wrong.push(`stored without a yes to it: ${name}`);
    }
  }

  async function untrue(rows: SeatRow[], it: Said): Promise<void> {
    const meanings = meaningsOf(it.text);
    for (const kind of promises) {
      const told = meanings.find((meaning) => meaning.startsWith(`${kind} `));
      if (!told || !meanings.includes(kind)) continue;
      counted[kind] += 1;
      const number = /，(\d+)号/u.exec(it.text)?.[1];
      const row = rows.find(
        (one) =>
          one.conversation === it.conversation &&
          `${kind} ${one.day.slice(5)} ${one.at}` === told &&
          it.text.includes(one.place) &&
          (number === undefined || one.number === Number(number)) &&
          one.status === (kind === "offer" ? "offered" : "booked"),
      );
      if (!row) {
        wrong.push(`promised and not stored: ${it.text.slice(0, 60)}`);
        continue;
      }
      if (kind === "reminder") onceByDay(it, reminderOf(row, it.at));
      if (kind === "offer") onceByDay(it, `${told} of ${row.id}`);
    }
  }

  /** Names one of the two reminders of one time of a seat, by when it is said. */
  function reminderOf(row: SeatRow, at: number): string {
    const kind = at >= momentOf(row) - 2 * hour ? "hours" : "evening";
    return `${kind} reminder of ${row.id} ${row.day} ${row.at}`;
  }

  /** Each of the two reminders that is due, once the clock has looked by day; where both are, the later is enough. */
  async function missed(rows: readonly SeatRow[]): Promise<void> {
    for (const row of rows) {
      if (row.conversation === null || row.status !== "booked") continue;
      if (await store.db.transaction((trx) => isSeatClosed(trx, row))) shut.add(row.id);
      if (shut.has(row.id) || isQuietHour(now()) || momentOf(row) <= now()) continue;
      const due = seatReminders(row, Number(row.changed_at)).filter(({ dueAt }) => dueAt <= now());
      const latest = due.at(-1);
      if (!latest) continue;
      const name = reminderOf(row, latest.dueAt);
      if (!said.has(name)) wrong.push(`due and not said: ${name}`);
    }
  }

  /** Each of the reminders, and an offer: once, and none in the night. */
  function onceByDay(it: Said, told: string): void {
    if (isQuietHour(it.at)) wrong.push(`in the quiet hours: ${told}`);
    if ((sentAt.get(it.id) ?? []).some(isQuietHour)) wrong.push(`sent in the night: ${told}`);
    const times = (said.get(told) ?? 0) + 1;
    said.set(told, times);
    if (times > 1) wrong.push(`said ${times} times: ${told}`);
  }

  return {
    wrong,
    counted,
    async look(actor: Actor): Promise<void> {
      const rows = (await store.db("appointments").select("*")) as SeatRow[];
      crowded(rows);
      await unasked(
        rows.filter(({ conversation, status }) => conversation !== null || status === "booked"),
        actor,
      );
      for (const it of await newlySaid()) await untrue(rows, it);
      if (actor.clocked) await missed(rows);
      for (const row of rows)
        if (row.conversation === null && !before.has(row.id)) counted["walk-in"] += 1;
      for (const [id, times] of sentAt)
        if (times.length > 1) wrong.push(`sent ${times.length} times: ${id}`);
      before = new Map(rows.map((row) => [row.id, row]));
    },
    /** Words that stand for 确定. */
    yes: bookTexts.save,
  };
}
