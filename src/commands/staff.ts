import type { Config } from "../config.ts";
import { everybody, revoke } from "../store/people.ts";
import { record } from "../store/trail.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { roleNames } from "../texts/zh-cn/desk.ts";
import { withStore } from "./with-store.ts";

/** Who works here, and the end of somebody's work. A serving station knows of it within five seconds. */
export async function staff(
  config: Config,
  [command, name]: string[],
  print: (text: string) => void,
): Promise<number> {
  if (command === "list")
    return withStore(config, async ({ db, cipher }) => {
      const people = await everybody(db, cipher);
      if (people.length === 0) print(cliTexts.nobodyYet);
      for (const one of people) print(cliTexts.member(one.name, roleNames[one.role], one.villages));
      return 0;
    });
  if (command === "revoke" && name !== undefined)
    return withStore(config, async ({ db, cipher }) => {
      const person = (await everybody(db, cipher)).find((one) => one.name === name);
      if (!person) {
        print(cliTexts.noSuchPerson(name));
        return 1;
      }
      const at = Date.now();
      await revoke(db, person.id, at);
      await db.transaction((trx) =>
        record(trx, [{ at, actor: "console", act: "revoke", subject: `person ${person.id}` }]),
      );
      print(cliTexts.revoked(name));
      return 0;
    });
  print(cliTexts.staffUsage);
  return 2;
}
