import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import { cipherWith } from "../store/cipher.ts";
import { dataKey } from "../store/key-file.ts";
import { unansweredQuestions } from "../store/questions.ts";
import { openStore } from "../store/store.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { databaseOf } from "./backup.ts";
import { dayAt } from "./station.ts";

/** How many are listed, the latest first. */
const most = 200;

/** Lists what villagers asked and the knowledge base could not answer, masked. */
export async function unanswered(config: Config, print: (text: string) => void): Promise<void> {
  const file = databaseOf(config);
  if (config.databaseUrl === null && !existsSync(file)) return print(cliTexts.noUnanswered);
  const store = await openStore(file, cipherWith(dataKey(config.dataDir, config.dataKey)));
  try {
    const questions = await unansweredQuestions(store.db, store.cipher, most);
    if (questions.length === 0) print(cliTexts.noUnanswered);
    for (const { at, text } of questions) print(cliTexts.unanswered(dayAt(at), text));
  } finally {
    await store.close();
  }
}
