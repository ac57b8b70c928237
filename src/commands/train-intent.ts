import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Topic } from "../domain/sets.ts";
import { labels, type Label } from "../understanding/intent/labels.ts";
import { learn, type Example } from "../understanding/intent/learn.ts";
import { keep } from "../understanding/intent/model.ts";
import { sharpnessFor } from "../understanding/intent/sharpness.ts";
import { openLog } from "../log.ts";
import { openStationKnowledge } from "./station.ts";

/** How much a knowledge entry's own question counts beside an example written for this. */
const entryWeight = 0.2;

/** What people want who ask for an entry of a topic. */
const intentOfTopic: Record<Topic, Label> = {
  "id-card": "ask_id_card",
  hukou: "ask_hukou",
  residence: "ask_hukou",
  border: "ask_legal",
  legal: "ask_legal",
  mediation: "ask_legal",
  labour: "ask_legal",
  grassland: "ask_legal",
  family: "ask_legal",
  fraud: "ask_fraud",
  party: "party_village",
  village: "party_village",
  hotline: "unknown/station",
  station: "unknown/station",
};

/** Entries that are asked for with another intent than the rest of their topic; null = with many. */
const intentOfEntry: Record<string, Label | null> = {
  "hotline-96110": "ask_fraud",
  "hotline-12381": "ask_fraud",
  "hotline-12348": "ask_legal",
  "station-duty": "human",
  "station-real-bot": null,
  "station-what-bot-does": null,
  "village-camera": "report_hazard",
  "village-road-hazard": "report_hazard",
};

/** Learns the intents from knowledge/examples and the entries' questions; writes knowledge/models/intent.json. */
export async function trainIntent(
  knowledgeDir: string,
  print: (line: string) => void,
): Promise<void> {
  const written = await examplesIn(join(knowledgeDir, "examples", "intents"));
  const asked = await fromEntries(knowledgeDir);
  const { sharpness, right } = sharpnessFor(written, asked);
  const learnt = learn([...written, ...asked]);
  const path = join(knowledgeDir, "models", "intent.json");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(keep(learnt, sharpness))}\n`);
  const share = (100 * right).toFixed(1);
  print(
    `${path}: ${written.length} examples, ${asked.length} questions of entries, ${learnt.vocabulary.length} features; ${share} % of held-out examples right, sharpness ${sharpness}`,
  );
}

/** One example a line; # begins a comment. One file a label. */
export async function examplesIn(dir: string): Promise<Example[]> {
  const all: Example[] = [];
  for (const label of labels) {
    const text = await readFile(join(dir, `${label}.txt`), "utf8");
    for (const line of text.split("\n"))
      if (line.trim() !== "" && !line.startsWith("#")) all.push({ text: line.trim(), label });
  }
  return all;
}

/** The questions of the knowledge entries, each with what somebody wants who asks it. */
export async function fromEntries(knowledgeDir: string): Promise<Example[]> {
  const { entries } = await openStationKnowledge({ knowledgeDir }, openLog("silent"), false);
  return entries.flatMap(questionsOf);
}

function questionsOf({ id, topic, questions }: KnowledgeEntry): Example[] {
  const label = id in intentOfEntry ? intentOfEntry[id] : intentOfTopic[topic];
  if (!label) return [];
  return questions
    .filter((text) => (label !== "ask_legal" && label !== "party_village") || asks.test(text))
    .map((text) => ({ text, label, weight: entryWeight }));
}

/** An entry on quarrels is also found by those who only tell theirs: that is another intent. */
const asks = /[吗么呢?？]|[不没]$|咋|怎|多少|几|谁|哪|什么|啥|能不能/u;
