import type { Config } from "../config.ts";
import type { Staff } from "../domain/people.ts";
import type { Database, Transaction } from "../store/connection.ts";
import { endSessions } from "../store/desk-sessions.ts";
import {
  confirmJoined,
  conversationsOf,
  everybody,
  everybodyJoined,
  revoke,
} from "../store/people.ts";
import { dropSecondFactor, hasSecondFactor } from "../store/second-factor.ts";
import type { Store } from "../store/store.ts";
import { record } from "../store/trail.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { roleNames } from "../texts/zh-cn/desk.ts";
import { withStore } from "./with-store.ts";

type Step = (db: Database, person: Staff, at: number) => Promise<string>;

/** What is done with one person; each says what came of it. A serving station knows within five seconds. */
const steps: Record<string, Step> = {
  async revoke(db, { id, name }, at) {
    await revoke(db, id, at);
    await db.transaction((trx) => note(trx, "revoke", id, at));
    return cliTexts.revoked(name);
  },
  confirm: (db, { id, name }, at) =>
    db.transaction(async (trx) => {
      await confirmJoined(trx, id, at);
      await note(trx, "confirm", id, at);
      return cliTexts.confirmed(name);
    }),
  "sign-out": (db, { id, name }, at) =>
    db.transaction(async (trx) => {
      const ended = await endSessions(trx, { person: id });
      await note(trx, "sign-out", id, at);
      return cliTexts.signedOut(name, ended);
    }),
  "reset-second": (db, { id, name }, at) =>
    db.transaction(async (trx) => {
      if (!(await dropSecondFactor(trx, id))) return cliTexts.noSecond(name);
      await note(trx, "second-reset", id, at);
      return cliTexts.secondReset(name);
    }),
};

/** Who works here and how they came in, and the steps of whoever runs the station's computer. */
export async function staff(
  config: Config,
  [command = "", name]: string[],
  print: (text: string) => void,
): Promise<number> {
  if (command === "list")
    return withStore(config, async (store) => {
      const lines = await members(store);
      for (const line of lines.length === 0 ? [cliTexts.nobodyYet] : lines) print(line);
      return 0;
    });
  const step = Object.hasOwn(steps, command) ? steps[command] : undefined;
  if (step === undefined || name === undefined) {
    print(cliTexts.staffUsage);
    return 2;
  }
  return withStore(config, async ({ db, cipher }) => {
    const person = (await everybody(db, cipher)).find((one) => one.name === name);
    print(person ? await step(db, person, Date.now()) : cliTexts.noSuchPerson(name));
    return person ? 0 : 1;
  });
}

async function members({ db, cipher }: Store): Promise<string[]> {
  const lines = [];
  for (const one of await everybodyJoined(db, cipher)) {
    const ways = await conversationsOf(db, [one.id]);
    const joined = [
      cliTexts.joinedAt(one.joinedAt),
      ...new Set(ways.map(({ channel }) => cliTexts.ways[channel])),
      ...((await hasSecondFactor(db, one.id)) ? [cliTexts.hasSecond] : []),
      ...(one.isConfirmed ? [] : [cliTexts.unconfirmed]),
    ];
    lines.push(cliTexts.member(one.name, roleNames[one.role], one.villages, joined));
  }
  return lines;
}

const note = (trx: Transaction, act: string, person: string, at: number): Promise<void> =>
  record(trx, [{ at, actor: "console", act, subject: `person ${person}` }]);
