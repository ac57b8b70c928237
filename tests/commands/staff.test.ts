import { expect, it } from "vitest";
import { inviteSomebody } from "../../src/commands/invite.ts";
import { staff } from "../../src/commands/staff.ts";
import { withStore } from "../../src/commands/with-store.ts";
import { readConfig } from "../../src/config.ts";
import { conversationsWith } from "../../src/store/conversations.ts";
import { mustStepUp } from "../../src/store/desk-sessions.ts";
import { inviteOf, join } from "../../src/store/people.ts";
import { addSecondFactor } from "../../src/store/second-factor.ts";
import { verify } from "../../src/store/trail.ts";
import { cliTexts } from "../../src/texts/zh-cn/cli.ts";
import { folderForTest } from "../support/opened-store.ts";

/** A station's computer, and 张强, who came by the web with the invitation that was made there. */
async function withZhang() {
  const config = readConfig(process.cwd(), { DATA_DIR: folderForTest() });
  const saying = async (work: (print: (text: string) => void) => Promise<number>) => {
    const lines: string[] = [];
    const code = await work((text) => lines.push(text));
    return { code, out: lines.join("\n") };
  };
  const made = await saying((print) =>
    inviteSomebody(config, ["--role", "officer", "--name", "张强"], print),
  );
  const code = /i_([a-z]{28})/.exec(made.out)?.[1] ?? "";
  const person = await withStore(config, ({ db, cipher }) =>
    db.transaction(async (trx) => {
      const at = Date.now();
      const chats = [{ channel: "web" as const, chat: "pc", at, fresh: () => "c1" }];
      const [conversation] = await conversationsWith(trx, cipher, chats);
      const invite = await inviteOf(trx, cipher, code, at);
      return join(trx, cipher, invite!, conversation!, at);
    }),
  );
  const trail = () =>
    withStore(config, async ({ db }) => {
      expect(await verify(db)).toMatchObject({ whole: true });
      return (await db("trail").orderBy("seq")).map(({ act }: { act: string }) => act);
    });
  return {
    ...{ config, person, trail },
    says: (...args: string[]) => saying((print) => staff(config, args, print)),
  };
}

it("shows whoever invited how somebody came in, until they confirm that it was really them", async () => {
  const { says, trail } = await withZhang();
  const before = (await says("list")).out;
  expect(before).toContain("张强");
  expect(before).toContain(cliTexts.ways.web);
  expect(before).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} 加入/);
  expect(before).toContain(cliTexts.unconfirmed);
  expect(await says("confirm", "张强")).toEqual({ code: 0, out: cliTexts.confirmed("张强") });
  expect((await says("list")).out).not.toContain(cliTexts.unconfirmed);
  expect(await trail()).toEqual(["invite", "confirm"]);
});

it("clears a second factor for whoever lost their phone", async () => {
  const { config, person, says, trail } = await withZhang();
  expect((await says("reset-second", "张强")).out).toBe(cliTexts.noSecond("张强"));
  const must = () => withStore(config, ({ db }) => mustStepUp(db, { person }, Date.now()));
  await withStore(config, ({ db, cipher }) =>
    db.transaction((trx) =>
      addSecondFactor(trx, cipher, { person, secret: "A", step: 1, codes: ["1"], at: 1 }),
    ),
  );
  expect(await must()).toBe(true);
  expect((await says("list")).out).toContain(cliTexts.hasSecond);
  expect((await says("reset-second", "张强")).out).toBe(cliTexts.secondReset("张强"));
  expect(await must()).toBe(false);
  expect(await trail()).toEqual(["invite", "second-reset"]);
});

it("signs somebody out of all browsers, and takes their rights away", async () => {
  const { says, trail } = await withZhang();
  expect((await says("sign-out", "张强")).out).toBe(cliTexts.signedOut("张强", 1));
  expect((await says("sign-out", "张强")).out).toBe(cliTexts.signedOut("张强", 0));
  expect((await says("revoke", "张强")).out).toBe(cliTexts.revoked("张强"));
  expect((await says("list")).out).toBe(cliTexts.nobodyYet);
  expect(await trail()).toEqual(["invite", "sign-out", "sign-out", "revoke"]);
});

it.each([[[]], [["revoke"]], [["dismiss", "张强"]], [["toString", "张强"]]])(
  "says how it is used: %j",
  async (args) => {
    const { says } = await withZhang();
    expect(await says(...args)).toEqual({ code: 2, out: cliTexts.staffUsage });
  },
);

it("knows nobody of another name", async () => {
  const { says } = await withZhang();
  expect(await says("revoke", "李四")).toEqual({ code: 1, out: cliTexts.noSuchPerson("李四") });
});
