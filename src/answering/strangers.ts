import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where, below the knowledge folder, lines stand that no entry answers. */
const folders = ["examples/intents/unknown", "examples/intents/smalltalk"];

/** Lines that no entry answers, written to learn from; none where there is no such folder. */
export async function readStrangers(dir: string): Promise<string[]> {
  const lines: string[] = [];
  for (const folder of folders) {
    const names = await readdir(join(dir, folder)).catch(() => []);
    for (const name of names.filter((file) => file.endsWith(".txt")).sort()) {
      const text = await readFile(join(dir, folder, name), "utf8").catch(() => "");
      lines.push(...text.split(/\r?\n/u).filter((line) => line !== "" && !line.startsWith("#")));
    }
  }
  return lines;
}
