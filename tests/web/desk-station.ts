import { deskView } from "../../src/app/desk-view.ts";
import { fileShelf } from "../../src/app/file-shelf.ts";
import { idsFrom } from "../../src/app/ids.ts";
import { seatShelf } from "../../src/app/seat-shelf.ts";
import type { Role } from "../../src/domain/people.ts";
import { noRoster, type Roster } from "../../src/domain/roster.ts";
import { invite } from "../../src/store/people.ts";
import type { WebOptions } from "../../src/web/options.ts";
import { smallKnowledge } from "../support/small-knowledge.ts";
import { openWorld, type World, type WorldOptions } from "../support/world.ts";
import { visitor } from "./browserless.ts";
import { fakeStation } from "./fakes.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";

/** A real road and a real store behind the desk's pages. */
export async function deskStation(
  over: Partial<WebOptions> | ((world: World) => Partial<WebOptions>) = {},
  roster: Roster = noRoster,
  options: WorldOptions = {},
) {
  const world = await openWorld({ roster, ...options });
  let made = 0;
  const chance = (bytes: number) =>
    Uint8Array.from({ length: bytes }, () => (made = (made * 141 + 97) % 65_536) >> 8);
  const clock = { now: world.now };
  const { app } = fakeStation({
    receive: (updates) => world.app.receive(updates),
    desk: deskView(
      world.store,
      () => roster,
      clock,
      idsFrom(world.now, chance),
      () => [],
      options.knowledge ?? smallKnowledge(),
    ),
    seats: seatShelf(world.store, options.knowledge ?? smallKnowledge()),
    files: fileShelf(world.store, clock, idsFrom(world.now, chance)),
    clock,
    replyWait: 1,
    ...(typeof over === "function" ? over(world) : over),
  });

  let codes = 0;
  /** A code like those of invitations, another one each time. */
  const newCode = () =>
    `${"qwertyuiopasdfghjklzxcvb"}${letters[Math.floor(codes / 26)]}${letters[codes++ % 26]}`;

  async function invited(name: string, role: Role = "officer", code = newCode()) {
    const { db, cipher } = world.store;
    await invite(db, cipher, { id: `p-${name}`, role, name, villages: [], code, at: world.now() });
    return code;
  }

  /** A browser that pressed the button of this invitation. */
  async function joined(code: string) {
    const officer = visitor(app);
    await officer.read(`/join/${code}`);
    await officer.form(`/join/${code}`, {});
    await world.app.settled();
    return officer;
  }
  return { world, app, invited, joined };
}
