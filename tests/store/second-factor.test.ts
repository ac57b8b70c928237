import { expect, it } from "vitest";
import { conversationsWith } from "../../src/store/conversations.ts";
import { invite, inviteOf, join } from "../../src/store/people.ts";
import {
  addSecondFactor,
  dropSecondFactor,
  hasSecondFactor,
  lockLasts,
  tryCode,
} from "../../src/store/second-factor.ts";
import { openedStore } from "../support/opened-store.ts";

const at = Date.parse("2026-11-24T10:00:00+08:00");
const codes = ["111111111111", "222222222222"];

/** A person with a secret, whose codes are those that their test says are right. */
async function person() {
  const { db, cipher } = await openedStore();
  const code = "qwertyuiopasdfghjklzxcvbaa";
  const one = { id: "p1", role: "officer", name: "张强", villages: [] } as const;
  await invite(db, cipher, { ...one, villages: [], code, at });
  await db.transaction(async (trx) => {
    const chats = [{ channel: "web" as const, chat: "pc", at, fresh: () => "c1" }];
    const [conversation] = await conversationsWith(trx, cipher, chats);
    await join(trx, cipher, (await inviteOf(trx, cipher, code, at))!, conversation!, at);
    const it = { person: "p1", secret: "s", step: 10, codes, at };
    expect(await addSecondFactor(trx, cipher, it)).toBe(true);
    expect(await addSecondFactor(trx, cipher, it)).toBe(false);
  });
  const tries = (what: string, step: number | null, now = at) =>
    db.transaction((trx) =>
      tryCode(trx, cipher, { person: "p1", code: what, at: now }, (secret) =>
        secret === "s" ? step : null,
      ),
    );
  return { db, tries };
}

it("takes a code of one time once, of however many that bring it together", async () => {
  const { tries } = await person();
  const came = await Promise.all(Array.from({ length: 4 }, () => tries("000000", 11)));
  expect(came.toSorted()).toEqual(["right", "wrong", "wrong", "wrong"]);
  for (const step of [9, 10, 11]) {
    // Each of them is a wrong one: room is made for the next.
    expect(await tries("000000", step, at + lockLasts * (step - 8))).toBe("wrong");
  }
  expect(await tries("000000", 12, at + lockLasts * 5)).toBe("right");
});

it("takes a recovery code once, of however many that bring it together", async () => {
  const { tries } = await person();
  const came = await Promise.all(Array.from({ length: 4 }, () => tries(codes[0]!, null)));
  expect(came.toSorted()).toEqual(["recovery", "wrong", "wrong", "wrong"]);
  expect(await tries(codes[1]!, null)).toBe("recovery");
});

it("counts every wrong one, also those that come together", async () => {
  const { tries } = await person();
  const came = await Promise.all(Array.from({ length: 12 }, () => tries("999999", null)));
  expect(came.filter((one) => one === "wrong")).toHaveLength(4);
  expect(came.filter((one) => one === "locked")).toHaveLength(8);
  expect(await tries("000000", 11)).toBe("locked");
  expect(await tries(codes[0]!, null, at + lockLasts - 1)).toBe("locked");
  expect(await tries("000000", 11, at + lockLasts)).toBe("right");
});

it("opens nothing where the secret cannot be read, and is gone when it is dropped", async () => {
  const { db, tries } = await person();
  await db("second_factors").update({ secret: "damaged" });
  expect(await tries("000000", 11)).toBe("wrong");
  await db.transaction(async (trx) => expect(await dropSecondFactor(trx, "p1")).toBe(true));
  expect(await hasSecondFactor(db, "p1")).toBe(false);
  expect(await tries(codes[0]!, null)).toBe("wrong");
});
