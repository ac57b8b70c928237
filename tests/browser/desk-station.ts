import { randomBytes } from "node:crypto";
import { createApp } from "../../src/app/app.ts";
import { deskView } from "../../src/app/desk-view.ts";
import { fileShelf } from "../../src/app/file-shelf.ts";
import { noPatience } from "../../src/app/hear.ts";
import { idsFrom, newCode } from "../../src/app/ids.ts";
import { seatShelf } from "../../src/app/seat-shelf.ts";
import { webChat } from "../../src/channels/webchat.ts";
import type { Role } from "../../src/domain/people.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
import type { Roster } from "../../src/domain/roster.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { addLogin } from "../../src/store/logins.ts";
import { invite } from "../../src/store/people.ts";
import { openStore } from "../../src/store/store.ts";
import { smallKnowledge } from "../support/small-knowledge.ts";
import { quietLog } from "../web/fakes.ts";
import { openStation } from "./station.ts";

const clock = { now: () => Date.now() };

/** A station with a real road and a real store, on a port of its own, in real time. */
export async function openDeskStation(roster: Roster, knowledge: Knowledge = smallKnowledge()) {
  const store = await openStore(":memory:", cipherWith(randomBytes(32)));
  const { db, cipher } = store;
  const ids = idsFrom(clock.now, randomBytes);
  const chat = webChat({ log: store.webLog, clock });
  let number = 100_000;
  const app = createApp({
    ...{ store, knowledge, clock, ids, log: quietLog, patience: noPatience },
    channels: new Map([["web", chat.channel]]),
    newNumber: () => String(++number),
    mayWrite: () => Promise.resolve(true),
    place: { pageUrl: null, residency: "open" },
    roster: () => roster,
  });
  await app.begin();
  const station = await openStation({
    ...{ knowledge, chat, clock, ids, receive: app.receive },
    desk: deskView(
      store,
      () => roster,
      clock,
      ids,
      () => [],
      knowledge,
    ),
    files: fileShelf(store, clock, ids),
    seats: seatShelf(store, knowledge),
    heartbeat: 500,
  });

  /** One more update, as if it came by another phone. */
  async function says(chatName: string, text: string): Promise<void> {
    const content = { kind: "text", text, forwarded: false, edited: false } as const;
    const key = `${chatName}:${ids.next()}`;
    await app.receive([{ channel: "web", chat: chatName, key, at: clock.now(), content }]);
    await app.settled();
  }
  async function invited(name: string, role: Role = "officer"): Promise<string> {
    const code = newCode();
    const person = { id: ids.next(), role, name, villages: [], code, at: clock.now() };
    await invite(db, cipher, person);
    return `/join/${code}`;
  }
  async function linkFor(name: string): Promise<string> {
    const code = newCode();
    const { everybody } = await import("../../src/store/people.ts");
    const person = (await everybody(db, cipher)).find((one) => one.name === name)!.id;
    await db.transaction((trx) => addLogin(trx, cipher, { code, person, at: clock.now() }));
    return `/desk/in/${code}`;
  }
  return {
    ...{ url: station.url, store, app, says, invited, linkFor },
    async close() {
      await station.close();
      await app.stop();
      await store.close();
    },
  };
}
