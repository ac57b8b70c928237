import { disputeTexts } from "../../src/texts/zh-cn/dispute.ts";
import type { Villager } from "./villager.ts";

/** A quarrel of each kind in 前进村 that needs few more questions. */
export const quarrels = {
  neighbour: "前进村东头，隔壁老王上个月把院墙往我家这边挪了一尺，想请你们给调解",
  labour: "前进村老板欠我工钱不给，想请你们调解",
  grassland: "前进村邻居家占了我家草场，想请你们给调解",
};

/** A villager tells of a quarrel and has it written down. */
export async function tellsOf(it: Villager, quarrel: keyof typeof quarrels): Promise<void> {
  await it.says(quarrels[quarrel]);
  for (let i = 0; i < 8 && !it.choices().includes(disputeTexts.save); i++) await it.says("不知道");
  await it.presses(disputeTexts.save);
  it.gets();
}
