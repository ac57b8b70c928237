import type { Config } from "../config.ts";
import { classes, countOld, deleteOld } from "../store/deleting.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { withStore } from "./with-store.ts";

/** Deletes what has been kept long enough, or with `--dry-run` only counts it, class by class. */
export async function retention(
  config: Config,
  args: string[],
  print: (text: string) => void,
): Promise<number> {
  const isDry = args[0] === "--dry-run";
  if (args.length > (isDry ? 1 : 0)) {
    print(cliTexts.retentionUsage);
    return 2;
  }
  const counts = await withStore(config, (store) =>
    isDry ? countOld(store.db, Date.now()) : deleteOld(store, Date.now()),
  );
  print(isDry ? cliTexts.wouldDelete : cliTexts.deleted);
  for (const name of classes)
    print(cliTexts.ofClass(cliTexts.retentionClasses[name], counts[name]));
  return 0;
}
