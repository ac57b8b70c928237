import { describe, expect, it } from "vitest";
import { fileShelf } from "../../src/app/file-shelf.ts";
import { idsFrom } from "../../src/app/ids.ts";
import { keptIn, keptRef } from "../../src/domain/message.ts";
import { deskView } from "../../src/app/desk-view.ts";
import { noRoster } from "../../src/domain/roster.ts";
import { deleteOld } from "../../src/store/deleting.ts";
import { keptDays } from "../../src/store/retention.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { afterTexts } from "../../src/texts/zh-cn/hazard-after.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { hazardTexts } from "../../src/texts/zh-cn/hazard.ts";
import { mediaTexts } from "../../src/texts/zh-cn/media.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { jpeg, jpegOfPhone, ogg } from "../support/media-samples.ts";
import { openWorld, type WorldOptions } from "../support/world.ts";
import type { Villager } from "../support/villager.ts";

const day = 24 * 3_600_000;

/** A station, and its pages' way to send and to look at files. */
async function station(options: WorldOptions = {}) {
  // Every turn takes a number along; the matter is opened within the first four.
  const world = await openWorld({ numbers: Array<string>(4).fill("100001"), ...options });
  const clock = { now: world.now };
  let made = 0;
  const ids = idsFrom(world.now, (bytes) => new Uint8Array(bytes).fill(++made));
  const shelf = fileShelf(world.store, clock, ids);
  const desk = deskView(world.store, () => noRoster, clock, ids);
  let sent = 0;
  return {
    world,
    /** From a page: kept first, then said. */
    async uploads(who: Villager, bytes: Uint8Array = jpegOfPhone(), caption = "") {
      const kept = await shelf.keep(who.chat, `m${++sent}-abcdefgh`, bytes);
      if (!kept.ok) throw new Error(kept.why);
      await who.sends(kept.kind, caption, { ref: keptRef(kept.id) });
      return kept.id;
    },
    /** From a phone on Telegram. */
    async sends(
      who: Villager,
      kind: "photo" | "voice" = "photo",
      bytes = jpegOfPhone(),
      caption = "",
    ) {
      const fetch = `telegram-file-${++sent}`;
      world.channels.telegram.holds.set(fetch, bytes);
      await who.sends(kind, caption, { ref: `5/${sent}`, fetch });
    },
    sees: async (who: Villager, id: string) => (await shelf.open(who.chat, id))?.mime ?? null,
    bytes: async (who: Villager, id: string) => (await shelf.open(who.chat, id))?.bytes,
    page: async (who: Villager, number = "100001") => {
      const shown = await desk.matter(who.chat, number);
      if (shown === null || shown === "none") throw new Error("no page");
      return shown;
    },
  };
}

type Where = "web" | "telegram";

/** A villager and an officer who talk. */
async function talking(villager: Where, officer: Where, options: WorldOptions = {}) {
  const all = await station(options);
  const zhang = await all.world.staff("zhang", { channel: officer });
  const li = all.world.villager("li", { channel: villager });
  await li.says("找民警");
  await zhang.says("接100001");
  zhang.gets();
  li.gets();
  return { ...all, li, zhang };
}

const fileOf = (who: Villager): string => keptIn(who.gets().at(-1)?.media?.ref) ?? "none";
const matter = { number: "100001" } as never;

describe("a picture goes to the other side of a talk", () => {
  it("from the villager's page to the desk, without the place where it was taken", async () => {
    const { li, zhang, uploads, sees, bytes, page } = await talking("web", "web");
    const id = await uploads(li);
    const [got] = zhang.gets();
    expect(got).toMatchObject({
      text: deskTexts.sentMedia(matter, "照片"),
      media: { ref: keptRef(id) },
    });
    expect(await sees(zhang, id)).toBe("image/jpeg");
    expect(Buffer.from((await bytes(zhang, id))!).toString("latin1")).not.toContain("GPS");
    expect((await page(zhang)).talk).toContainEqual(
      expect.objectContaining({ who: "villager", file: { id, kind: "photo" } }),
    );
  });

  it("from the desk to the villager's page, and so does a voice", async () => {
    const { li, zhang, uploads, sees } = await talking("web", "web");
    const photo = await uploads(zhang);
    expect(fileOf(li)).toBe(photo);
    const voice = await uploads(zhang, ogg());
    expect(li.gets()).toMatchObject([{ text: talkTexts.sends("zhang", "语音") }]);
    expect([await sees(li, photo), await sees(li, voice)]).toEqual(["image/jpeg", "audio/ogg"]);
  });

  it.each([
    ["a picture", jpeg, "photo", "image/jpeg"],
    ["a voice", ogg(), "voice", "audio/ogg"],
  ] as const)("%s, from the page to Telegram, with its bytes", async (_, bytes, kind, mime) => {
    const { li, zhang, uploads } = await talking("web", "telegram");
    await uploads(li, bytes);
    const [got] = zhang.gets();
    expect(got?.media).toMatchObject({ kind, file: { mime } });
    await uploads(zhang.chat === li.chat ? zhang : li, bytes, "就是这个");
    expect(zhang.gets()[0]).toMatchObject({ text: deskTexts.heard(matter, "就是这个") });
  });

  it.each([
    ["photo", jpegOfPhone(), "image/jpeg"],
    ["voice", ogg(), "audio/ogg"],
  ] as const)("%s, from Telegram to the desk", async (kind, bytes, mime) => {
    const { li, zhang, sends, sees, page } = await talking("telegram", "web");
    await sends(li, kind, bytes);
    const id = fileOf(zhang);
    expect(await sees(zhang, id)).toBe(mime);
    expect((await page(zhang)).talk).toContainEqual(
      expect.objectContaining({ who: "villager", file: { id, kind } }),
    );
    expect(li.hears()).toEqual([]);
  });

  it("from an officer on Telegram to the villager's page", async () => {
    const { li, zhang, sends, sees } = await talking("web", "telegram");
    await sends(zhang, "photo", jpeg, "明天带这个来");
    const [got] = li.gets();
    expect(got?.text).toBe(talkTexts.says("zhang", "明天带这个来"));
    expect(await sees(li, keptIn(got?.media?.ref)!)).toBe("image/jpeg");
  });

  it("between two phones on Telegram as before: nothing is fetched or kept", async () => {
    const { world, li, zhang, sends } = await talking("telegram", "telegram");
    await sends(li);
    expect(zhang.gets()).toMatchObject([{ media: { ref: "5/1", kind: "photo" } }]);
    expect(await world.rows("files")).toEqual([]);
  });
});

describe("where it cannot be had", () => {
  it("both sides are told in plain words, once", async () => {
    const { world, li, zhang } = await talking("telegram", "web");
    await li.sends("photo", "", { ref: "5/1", fetch: "gone" });
    expect(zhang.hears()).toEqual([deskTexts.heardMedia(matter, "照片")]);
    expect(li.hears()).toEqual([mediaTexts.notCome("照片")]);
    expect(await world.rows("files")).toEqual([]);
    expect(zhang.sees().at(-1)).toBe(deskTexts.heardMedia(matter, "照片"));
  });

  it("tries again, and what was written after it waits no longer than that", async () => {
    const { world, li, zhang } = await talking("telegram", "web");
    world.channels.telegram.holds.set("slow", "later");
    await li.sends("photo", "", { ref: "5/1", fetch: "slow" });
    await li.adds("就是这辆车");
    expect(zhang.hears()).toEqual([]);
    world.channels.telegram.holds.set("slow", jpeg);
    await world.wait(3_000);
    expect(zhang.hears()).toEqual([
      deskTexts.sentMedia(matter, "照片"),
      deskTexts.heard(matter, "就是这辆车"),
    ]);
    world.channels.telegram.holds.set("dead", "later");
    await li.sends("photo", "", { ref: "5/2", fetch: "dead" });
    await li.adds("您收到没有");
    for (let round = 0; round < 4; round++) await world.wait(3_000);
    expect(zhang.hears()).toEqual([
      deskTexts.heardMedia(matter, "照片"),
      deskTexts.heard(matter, "您收到没有"),
    ]);
  });

  it("what is no picture is not kept, whatever Telegram calls it", async () => {
    const { world, li, zhang, sends } = await talking("telegram", "web");
    await sends(li, "photo", new Uint8Array(Buffer.from("<svg onload=alert(1)>")));
    expect(zhang.hears()).toEqual([deskTexts.heardMedia(matter, "照片")]);
    expect(await world.rows("files")).toEqual([]);
  });

  it("under cn nothing of it goes over Telegram", async () => {
    const one = await talking("telegram", "web", { residency: "cn" });
    await one.sends(one.li);
    expect(one.zhang.hears()).toEqual([deskTexts.heardMedia(matter, "照片")]);
    const other = await talking("web", "telegram", { residency: "cn" });
    await other.uploads(other.li);
    expect(other.zhang.gets().map(({ media }) => media)).toEqual([undefined]);
    expect(other.li.hears()).toEqual([talkTexts.mediaNotSent("照片")]);
  });
});

describe("whose it is", () => {
  it("another villager's page sees nothing, and neither does a mediator of nothing", async () => {
    const { world, li, uploads, sees } = await talking("web", "web");
    const id = await uploads(li);
    const wang = world.villager("wang");
    await wang.says("找民警");
    const rep = await world.staff("rep", { role: "safety-rep", channel: "web" });
    expect([await sees(wang, id), await sees(rep, id)]).toEqual([null, null]);
    expect(await sees(li, id)).toBe("image/jpeg");
    expect(await sees(li, "AAAAAAAAAAAAAAAAAAAAAA")).toBeNull();
  });

  it("the store holds it sealed", async () => {
    const { world, li, uploads } = await talking("web", "web");
    await uploads(li, jpeg);
    const [row] = await world.store.db("files").select<{ body: Buffer }[]>("body");
    expect(row!.body.includes(Buffer.from(jpeg.subarray(0, 20)))).toBe(false);
  });

  it("who erases their words erases it, once the matter is closed", async () => {
    const { world, li, zhang, uploads, sees } = await talking("web", "web");
    const id = await uploads(li);
    await zhang.says("办结100001");
    await li.says("删除我的信息");
    await li.presses(buttons.eraseYes);
    expect(await sees(li, id)).toBeNull();
    expect(await world.rows("files")).toEqual([]);
  });

  it("goes with the talk after its days", async () => {
    const { world, li, uploads } = await talking("web", "web");
    await uploads(li);
    await deleteOld(world.store, world.now() + (keptDays + 1) * day);
    expect(await world.rows("files")).toEqual([]);
  });

  it("one page that sends and sends is stopped", async () => {
    const { li, uploads } = await talking("web", "web");
    for (let n = 0; n < 30; n++) await uploads(li, jpeg);
    await expect(uploads(li, jpeg)).rejects.toThrow("too-many");
  });
});

describe("a hazard has pictures", () => {
  async function reported(where: Where, nameless = false) {
    const all = await station();
    const li = all.world.villager("li", { channel: where });
    await li.says("前进村村东头桥栏杆断了一截");
    await (where === "web" ? all.uploads(li) : all.sends(li));
    expect(li.hears().at(-1)).toContain(hazardTexts.photoKept(1));
    await li.presses("这几天");
    expect(li.hears().at(-1)).toContain("1张");
    await li.presses(nameless ? hazardTexts.nameless : hazardTexts.save);
    li.gets();
    return { ...all, li };
  }

  it.each(["web", "telegram"] as const)(
    "by %s: kept as it was found, shown afterwards, and the reporter is shown",
    async (where) => {
      const { world, li, uploads, sees, page } = await reported(where);
      const zhang = await world.staff("zhang", { channel: "web" });
      await zhang.says("接100001");
      const before = (await page(zhang)).pictures;
      expect(before).toMatchObject([{ stage: "before", isHere: true }]);
      expect(zhang.gets().some(({ media }) => keptIn(media?.ref) === before[0]!.id)).toBe(true);
      expect(await sees(zhang, before[0]!.id)).toBe("image/jpeg");
      li.gets();
      await zhang.presses(afterTexts.button);
      const after = await uploads(zhang);
      expect(zhang.hears()).toContain(afterTexts.kept("100001"));
      expect((await page(zhang)).pictures).toMatchObject([
        { stage: "before" },
        { stage: "after", id: after },
      ]);
      const [got] = li.gets();
      expect(got).toMatchObject({
        text: afterTexts.shown("100001"),
        media: { ref: keptRef(after) },
      });
      if (where === "web") expect(await sees(li, after)).toBe("image/jpeg");
      else expect(got?.media?.file?.mime).toBe("image/jpeg");
      await deleteOld(world.store, world.now() + (keptDays + 1) * day);
      expect(await world.rows("files")).toHaveLength(2);
    },
  );

  it("a cadre of its village adds the picture too, and the officer hears of it; another one may not", async () => {
    const { world, sends, page } = await reported("web");
    const zhang = await world.staff("zhang", { channel: "web" });
    await zhang.says("接100001");
    zhang.gets();
    const cadre = await world.staff("bao", { role: "cadre", villages: ["前进村"] });
    const other = await world.staff("hai", { role: "cadre", villages: ["别的村"] });
    await sends(other, "photo", jpeg, "处理后100001");
    expect(other.hears()).toEqual([deskTexts.mayNot]);
    await sends(cadre, "photo", jpeg, "处理后 100001");
    expect(cadre.hears()).toEqual([afterTexts.kept("100001")]);
    expect(zhang.hears()).toEqual([afterTexts.colleague("bao", "100001")]);
    expect((await page(zhang)).pictures).toMatchObject([
      { stage: "before" },
      { stage: "after", isHere: true },
    ]);
    expect((await page(zhang)).acts.map(({ act }) => act)).toContain("show-after");
  });

  it.each(["web", "telegram"] as const)(
    "by %s without a name: nothing leads back",
    async (where) => {
      const { world, li, page, uploads } = await reported(where, true);
      const [row] = await world.rows("files");
      expect(row).toMatchObject({ conversation: null, stage: "before" });
      if (where === "web") expect(row).toMatchObject({ source: null });
      const zhang = await world.staff("zhang", { channel: "web" });
      await zhang.says("接100001");
      expect((await page(zhang)).pictures).toMatchObject([{ stage: "before", isHere: true }]);
      li.gets();
      await uploads(zhang, jpeg, "处理后");
      expect(zhang.hears()).toContain(afterTexts.keptNameless("100001"));
      expect(li.hears()).toEqual([]);
    },
  );
});
