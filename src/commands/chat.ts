import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createApp } from "../app/app.ts";
import { usualPatience } from "../app/hear.ts";
import { newCode, newNumber } from "../app/ids.ts";
import { terminalChannel } from "../channels/terminal.ts";
import { roles, type Role } from "../domain/people.ts";
import type { Knowledge, Log } from "../domain/ports.ts";
import { cipherWith } from "../store/cipher.ts";
import { invite } from "../store/people.ts";
import { openStore } from "../store/store.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { roleNames } from "../texts/zh-cn/desk.ts";
import { systemClock, systemIds } from "./station.ts";

/** The one who types, and a villager whom they can play beside. */
const here = "here";
const villager = "villager";
/** Lines that begin so are the villager's, where somebody of the station types. */
const asVillager = /^(?:村民|villager)\s*[:：]\s*/u;

/** What was asked for on the command line; a sentence: it was not understood, or help was wanted. */
export function chatArgs(args: string[]): { as: Role | null } | { help: string; code: number } {
  const help = cliTexts.chatUsage([...roles]);
  try {
    const { values } = parseArgs({
      args,
      options: { as: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help) return { help, code: 0 };
    const as = roles.find((role) => role === values.as) ?? null;
    return values.as !== undefined && as === null ? { help, code: 2 } : { as };
  } catch {
    return { help, code: 2 };
  }
}

/**
 * The same bot in the terminal, with a store that is thrown away. An empty line ends.
 * @param as the role of whoever types; null = a villager
 */
export async function chat(
  input: NodeJS.ReadableStream,
  print: (text: string) => void,
  { knowledge, log, as = null }: { knowledge: Knowledge; log: Log; as?: Role | null },
): Promise<void> {
  const store = await openStore(":memory:", cipherWith(randomBytes(32)));
  const ids = systemIds();
  const show = (text: string, to: string): void =>
    print(`\n${as !== null && to === villager ? cliTexts.toVillager : ""}${text}\n`);
  const app = createApp({
    store,
    knowledge,
    channels: new Map([["terminal", terminalChannel(show)]]),
    clock: systemClock,
    ids,
    newNumber,
    log,
    patience: usualPatience,
    mayWrite: () => Promise.resolve(true),
    place: { pageUrl: null, residency: "open" },
  });
  const says = async (chatName: string, text: string): Promise<void> => {
    const content = { kind: "text", text, forwarded: false, edited: false } as const;
    await app.receive([
      { channel: "terminal", chat: chatName, key: ids.next(), at: Date.now(), content },
    ]);
    await app.settled();
  };
  await app.begin();
  if (as !== null) {
    const code = newCode();
    const name = roleNames[as];
    const [id, at] = [ids.next(), Date.now()];
    await invite(store.db, store.cipher, { id, role: as, name, villages: [], code, at });
    await says(here, `/start i_${code}`);
  }
  print(as === null ? cliTexts.chatHint : cliTexts.chatAsHint(roleNames[as]));
  for await (const line of createInterface({ input })) {
    if (line.trim() === "") break;
    const isTheirs = as !== null && asVillager.test(line);
    await says(isTheirs ? villager : here, isTheirs ? line.replace(asVillager, "") : line);
  }
  await app.stop();
  await store.close();
}
