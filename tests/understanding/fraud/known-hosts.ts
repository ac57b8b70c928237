import { readFileSync } from "node:fs";
import { readKnownHostsFile } from "../../../src/answering/known-hosts-file.ts";
import type { KnownHost } from "../../../src/domain/lists.ts";
import { knowledgeWording } from "../../../src/texts/zh-cn/kb.ts";

/** The official hosts that the station ships with. */
export function shippedHosts(): KnownHost[] {
  const file = "known-hosts.yaml";
  const text = readFileSync(`knowledge/${file}`, "utf8");
  const read = readKnownHostsFile(file, text, knowledgeWording.problems);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.known;
}
