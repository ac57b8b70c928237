import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readConfig } from "./config.ts";
import { openLog } from "./log.ts";
import { cliTexts } from "./texts/zh-cn/cli.ts";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const print = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

/** How long stopping may take before the process ends all the same; what is stored is safe. Unit: ms. */
const stopLimit = 9_000;

/** Each command loads only what it needs: a station without Telegram never loads its client. */
async function run(command: string | undefined, args: string[]): Promise<number> {
  const config = readConfig(root);
  switch (command) {
    case "start": {
      const log = openLog(config.logLevel);
      // The entries are read while the rest of the program is still being loaded.
      const { openStationKnowledge } = await import("./commands/station.ts");
      const opening = openStationKnowledge(config, log, true);
      const { start } = await import("./commands/start.ts");
      // Listened for before anybody is told that we are ready, and could ask us to stop.
      const askedToStop = new Promise((asked) => {
        process.once("SIGTERM", asked);
        process.once("SIGINT", asked);
      });
      const running = await start(config, log, print, await opening);
      await askedToStop;
      print(cliTexts.stopping);
      setTimeout(() => process.exit(1), stopLimit).unref();
      await running.stop();
      print(cliTexts.stopped);
      return 0;
    }
    case "chat": {
      const { chat, chatArgs } = await import("./commands/chat.ts");
      const asked = chatArgs(args);
      if ("help" in asked) {
        print(asked.help);
        return asked.code;
      }
      const parts = await quietParts(config);
      await chat(process.stdin, print, { ...parts, ...asked });
      return 0;
    }
    case "replay": {
      const { linesOf, replay } = await import("./commands/replay.ts");
      await replay(linesOf(process.stdin), print, await quietParts(config));
      return 0;
    }
    case "kb": {
      if (args[0] === "unanswered") {
        const { unanswered } = await import("./commands/unanswered.ts");
        await unanswered(config, print);
        return 0;
      }
      if (args[0] === "flags") {
        const { listFlagCandidates } = await import("./commands/flag-candidates.ts");
        return listFlagCandidates(config, args.slice(1), print);
      }
      if (args[0] === "blacklist") {
        const { blacklist } = await import("./commands/blacklist.ts");
        return blacklist(config, args.slice(1), print);
      }
      const { kb } = await import("./commands/kb.ts");
      const { dayAt } = await import("./commands/station.ts");
      return kb(args, print, { ...config, today: dayAt(Date.now()) });
    }
    case "train-intent": {
      const { trainIntent } = await import("./commands/train-intent.ts");
      await trainIntent(config.knowledgeDir, print);
      return 0;
    }
    case "doctor": {
      const { doctor } = await import("./commands/doctor.ts");
      return (await doctor(config, openLog("silent"), print)) ? 0 : 1;
    }
    case "invite": {
      const { inviteSomebody } = await import("./commands/invite.ts");
      return inviteSomebody(config, args, print);
    }
    case "staff": {
      const { staff } = await import("./commands/staff.ts");
      return staff(config, args, print);
    }
    case "retention": {
      const { retention } = await import("./commands/retention.ts");
      return retention(config, args, print);
    }
    case "trail": {
      const { trail } = await import("./commands/trail.ts");
      return trail(config, args, print);
    }
    case "backup": {
      const { backup } = await import("./commands/backup.ts");
      await backup(config, print);
      return 0;
    }
    case "restore": {
      const { restoreFrom } = await import("./commands/backup.ts");
      await restoreFrom(config, args, print);
      return 0;
    }
    default:
      complain(cliTexts.usage);
      return 2;
  }
}

/** Knowledge without watching and a log that says nothing: for commands whose output is their own. */
async function quietParts(config: ReturnType<typeof readConfig>) {
  const { openStationKnowledge, systemClock } = await import("./commands/station.ts");
  const log = openLog("silent");
  return { knowledge: await openStationKnowledge(config, log, false), log, clock: systemClock };
}

// An error that was foreseen is a sentence that helps; one that was not is a fault of ours, shown whole.
try {
  const [command, ...args] = process.argv.slice(2);
  process.exitCode = await run(command, args);
} catch (error) {
  const ours = error instanceof TypeError || error instanceof RangeError;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  complain(ours ? (stack ?? message) : message);
  process.exitCode = 1;
}
process.exit();
