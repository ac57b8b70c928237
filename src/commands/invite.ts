import { parseArgs } from "node:util";
import { z } from "zod";
import { newCode } from "../app/ids.ts";
import type { Config } from "../config.ts";
import { roles } from "../domain/people.ts";
import { invite } from "../store/people.ts";
import { record } from "../store/trail.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { roleNames } from "../texts/zh-cn/desk.ts";
import { systemIds } from "./station.ts";
import { withStore } from "./with-store.ts";

const asked = z.object({
  role: z.enum(roles),
  name: z.string().trim().min(1).max(20),
  village: z.array(z.string().trim().min(1)).default([]),
});

/** Makes an invitation and prints how it is used. */
export async function inviteSomebody(
  config: Config,
  args: string[],
  print: (text: string) => void,
): Promise<number> {
  const read = asked.safeParse(valuesOf(args));
  if (!read.success) {
    print(cliTexts.needsInvite([...roles]));
    return 2;
  }
  const { role, name, village: villages } = read.data;
  const code = newCode();
  const [id, at] = [systemIds().next(), Date.now()];
  await withStore(config, async ({ db, cipher }) => {
    await invite(db, cipher, { id, role, name, villages, code, at });
    await db.transaction((trx) =>
      record(trx, [{ at, actor: "console", act: "invite", subject: `person ${id}` }]),
    );
  });
  const page = config.publicUrl ?? `http://localhost:${config.port}`;
  print(cliTexts.invited(name, roleNames[role], code, page));
  return 0;
}

function valuesOf(args: string[]): object {
  try {
    return parseArgs({
      args,
      options: {
        role: { type: "string" },
        name: { type: "string" },
        village: { type: "string", multiple: true },
      },
    }).values;
  } catch {
    return {};
  }
}
