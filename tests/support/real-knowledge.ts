import { openKnowledge, type LiveKnowledge } from "../../src/answering/knowledge.ts";
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
