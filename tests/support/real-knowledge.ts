import { openKnowledge, type LiveKnowledge } from "../../src/answering/knowledge.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
import type { Station } from "../../src/domain/station.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";

const quiet = { info() {}, warn() {}, error() {} };

/** The knowledge base that the station ships with, as it stands on one day. */
export function realKnowledge(): Promise<LiveKnowledge> {
  return openKnowledge({
    dir: "knowledge",
    today: () => "2026-11-24",
    words: knowledgeWording,
    log: quiet,
    watch: false,
  });
}

/** The same knowledge at a station that has other hours, places or villages. */
export function atStation(knowledge: LiveKnowledge, over: Partial<Station>): Knowledge {
  const { station, release, calendar, services, lists, find, entry, warmUp } = knowledge;
  return {
    station: { ...station, ...over },
    release,
    calendar,
    services,
    lists,
    find,
    entry,
    warmUp,
  };
}
