import type { Config } from "../config.ts";
import { verify } from "../store/trail.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { withStore } from "./with-store.ts";

/** Whether anybody edited, removed or moved what stands on the trail. Exit code 1 where somebody did. */
export async function trail(
  config: Config,
  [command]: string[],
  print: (text: string) => void,
): Promise<number> {
  if (command !== "verify") {
    print(cliTexts.trailUsage);
    return 2;
  }
  return withStore(config, async ({ db }) => {
    const state = await verify(db);
    print(
      state.whole ? cliTexts.trailWhole(state.rows, state.head) : cliTexts.trailBroken(state.at),
    );
    return state.whole ? 0 : 1;
  });
}
