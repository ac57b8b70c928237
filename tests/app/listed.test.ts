import { describe, expect, it } from "vitest";
import { listsOn } from "../../src/app/listed.ts";
import type { Listed, Listing } from "../../src/domain/lists.ts";
import { keepListings, stationLists } from "../../src/store/blacklist.ts";
import { openedStore } from "../support/opened-store.ts";

const at = Date.parse("2026-11-24T10:00:00+08:00");
const listing: Listing = {
  kind: "host",
  value: "abc.top",
  reason: "本所",
  source: "通报",
  until: null,
};
const nothing = { phones: [], accountNumbers: [] };
const shippedOf = (listed: Listed[]) => ({ lists: { known: [], listed } });

describe("the lists on one message", () => {
  it("say what the station and the shipped files hold, the station's own word first", async () => {
    const { db, cipher } = await openedStore();
    await db.transaction((trx) => keepListings(trx, cipher, [listing], { by: "张强", at }));
    const shipped = (value: string): Listed => ({
      kind: "host",
      value,
      reason: "随带",
      source: "汇编",
      appealed: false,
    });
    const said = await listsOn(
      "http://m.abc.top 还有 x-x.top 还有 y-y.top",
      nothing,
      shippedOf([shipped("abc.top"), shipped("x-x.top"), shipped("z.top")]),
      stationLists(db, cipher, at),
    );
    expect(said.listed.map(({ value, reason }) => [value, reason])).toEqual([
      ["abc.top", "本所"],
      ["x-x.top", "随带"],
    ]);
  });

  it("are not asked where a message names nothing", async () => {
    const never = { listed: () => Promise.reject(new Error("asked")) };
    expect(await listsOn("我爹病了", nothing, {}, never)).toEqual({ known: [], listed: [] });
    await expect(listsOn("abc.top", nothing, {}, never)).rejects.toThrow("asked");
  });

  it("know numbers that were taken out of the words before they were kept", async () => {
    const { db, cipher } = await openedStore();
    const phone: Listing = { ...listing, kind: "phone", value: "13812345678" };
    await db.transaction((trx) => keepListings(trx, cipher, [phone], { by: "张强", at }));
    const masked = { phones: ["13812345678"], accountNumbers: [] };
    const said = await listsOn("〔手机号…5678〕打来的", masked, {}, stationLists(db, cipher, at));
    expect(said.listed).toMatchObject([{ kind: "phone", reason: "本所" }]);
  });
});
