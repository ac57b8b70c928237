import { randomBytes } from "node:crypto";
import { openKnowledge, type LiveKnowledge } from "../answering/knowledge.ts";
import { idsFrom } from "../app/ids.ts";
import type { Config } from "../config.ts";
import type { Clock, Ids, Log } from "../domain/ports.ts";
import { knowledgeWording } from "../texts/zh-cn/kb.ts";

export const systemClock: Clock = { now: () => Date.now() };

// Made once: making one costs far more than using it, and every question asks for the day.
const inShanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

/** The day in the station's own zone, whatever the computer's is. Format: YYYY-MM-DD. */
export function dayAt(now: number): string {
  return inShanghai.format(now);
}

export function systemIds(): Ids {
  return idsFrom(() => Date.now(), randomBytes);
}

export function openStationKnowledge(
  { knowledgeDir }: Pick<Config, "knowledgeDir">,
  log: Log,
  watch: boolean,
): Promise<LiveKnowledge> {
  return openKnowledge({
    dir: knowledgeDir,
    today: () => dayAt(Date.now()),
    words: knowledgeWording,
    log,
    ...(watch ? {} : { watch: false as const }),
  });
}
