import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { createApp } from "../app/app.ts";
import { usualPatience } from "../app/hear.ts";
import { newNumber } from "../app/ids.ts";
import { terminalChannel } from "../channels/terminal.ts";
import type { Knowledge, Log } from "../domain/ports.ts";
import { cipherWith } from "../store/cipher.ts";
import { openStore } from "../store/store.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { systemClock, systemIds } from "./station.ts";

/** The same bot in the terminal, with a store that is thrown away. An empty line ends. */
export async function chat(
  input: NodeJS.ReadableStream,
  print: (text: string) => void,
  { knowledge, log }: { knowledge: Knowledge; log: Log },
): Promise<void> {
  const store = await openStore(":memory:", cipherWith(randomBytes(32)));
  const ids = systemIds();
  const app = createApp({
    store,
    knowledge,
    channels: new Map([["terminal", terminalChannel((text) => print(`\n${text}\n`))]]),
    clock: systemClock,
    ids,
    newNumber,
    log,
    patience: usualPatience,
    mayWrite: () => Promise.resolve(true),
    place: { pageUrl: null, residency: "open" },
  });
  await app.begin();
  print(cliTexts.chatHint);
  for await (const line of createInterface({ input })) {
    if (line.trim() === "") break;
    const content = { kind: "text", text: line, forwarded: false, edited: false } as const;
    await app.receive([
      { channel: "terminal", chat: "here", key: ids.next(), at: Date.now(), content },
    ]);
    await app.settled();
  }
  await app.stop();
  await store.close();
}
