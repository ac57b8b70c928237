import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noRoster } from "../../src/domain/roster.ts";
import { dateOf, day as dayLength } from "../../src/domain/station-time.ts";
import { bookSeat } from "../../src/store/appointments.ts";
import { deskPageTexts } from "../../src/texts/zh-cn/desk-page.ts";
import { ownSeatTexts } from "../../src/texts/zh-cn/seat-ics.ts";
import { seatPageTexts as words } from "../../src/texts/zh-cn/seats-page.ts";
import { seatKnowledge, seatStation } from "../support/seat-knowledge.ts";
import { freshBrowser, watchedPage } from "./chromium.ts";
import { openDeskStation } from "./desk-station.ts";
import { measures, violations } from "./faults.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const knowledge = seatKnowledge({
  ...seatStation,
  hours: [
    { days: everyDay, from: "08:30", to: "12:00" },
    { days: everyDay, from: "14:00", to: "23:59" },
  ],
  villageDays: [{ village: "前进村", days: everyDay, on: [], from: "09:00", to: "11:00" }],
});

let station: Awaited<ReturnType<typeof openDeskStation>>;
beforeAll(async () => {
  mkdirSync("shots", { recursive: true });
  station = await openDeskStation(noRoster, knowledge);
  const { db, cipher } = station.store;
  const today = dateOf(Date.now());
  const names = ["李秀英", null, "包音", "王建国", null];
  for (const [i, name] of names.entries())
    await db.transaction((trx) =>
      bookSeat(
        trx,
        cipher,
        {
          ...{ id: `seat-${i}`, service: i === 2 ? "legal_consult" : "id_card_renew" },
          day: i < 4 ? today : dateOf(Date.now() + dayLength),
          ...{ at: `${String(9 + i).padStart(2, "0")}:30`, place: i === 1 ? "前进村" : "所里" },
          ...{ name, phone: null },
        },
        { counters: 1, minutes: 30 },
        { conversation: null, at: Date.now() },
      ),
    );
});
afterAll(() => station.close());

async function deskOf(context: Awaited<ReturnType<typeof freshBrowser>>["context"], name: string) {
  const { page, faults } = await watchedPage(context);
  await page.goto(station.url + (await station.invited(name)));
  await page.getByRole("button", { name: deskPageTexts.join.button }).click();
  await page.waitForURL(/#last$/);
  return { page, faults };
}

describe.each([
  ["phone", { width: 360, height: 740 }],
  ["pc", { width: 1280, height: 800 }],
] as const)("seats on a %s", (name, viewport) => {
  test.each(["light", "dark"] as const)(
    "nothing that axe-core finds fault with, nothing too small or too wide, %s",
    async (colorScheme) => {
      const { context, close } = await freshBrowser({ viewport, colorScheme });
      const { page, faults } = await deskOf(context, `张强${name}${colorScheme}`);
      const found: unknown[] = [];
      const look = async (what: string) => {
        found.push(...(await violations(page)).map((fault) => `${what} ${fault}`));
        const { small, wide } = await measures(page);
        found.push(...small.map((control) => `${what} small ${control}`));
        if (wide > 0) found.push(`${what} runs out by ${wide}`);
        const path = `shots/seats-${name}-${colorScheme}-${what}.png`;
        await page.screenshot({ path, fullPage: true });
      };
      for (const [what, path] of [
        ["day", "/desk/appointments"],
        ["week", "/desk/appointments?view=week"],
        ["figures", "/desk/appointments/figures"],
      ] as const) {
        await page.goto(station.url + path);
        await look(what);
      }
      await page.goto(`${station.url}/desk/appointments`);
      await page.getByRole("button", { name: words.close.close, exact: true }).click();
      await look("close");
      expect({ found, faults }).toEqual({ found: [], faults: [] });
      await close();
    },
  );
});

test.each([
  ["phone", { width: 360, height: 740 }],
  ["pc", { width: 1280, height: 800 }],
] as const)("a villager's own seats on a %s", async (name, viewport) => {
  const { context, close } = await freshBrowser({ viewport });
  const { page, faults } = await watchedPage(context);
  await page.goto(station.url);
  await page.fill("#say", "您好");
  await page.click(".send");
  await page.waitForSelector(".bubble.mine, .bubble");
  await station.app.settled();
  const { db, cipher } = station.store;
  const { id } = (await db("conversations").orderBy("id", "desc").first("id")) as { id: string };
  const seat = { id: `own-${name}`, service: "id_card_renew", name: null, phone: null } as const;
  const slot = { day: dateOf(Date.now() + 2 * dayLength), at: "09:30", place: "所里" };
  await db.transaction((trx) =>
    bookSeat(
      trx,
      cipher,
      { ...seat, ...slot },
      { counters: 9, minutes: 30 },
      { conversation: id, at: Date.now() },
    ),
  );
  await page.click('footer a[href="/seats"]');
  await page.getByRole("link", { name: ownSeatTexts.calendar }).waitFor();
  await page.screenshot({ path: `shots/seats-${name}-own.png`, fullPage: true });
  const { wide } = await measures(page);
  expect({ found: await violations(page), faults, wide }).toEqual({
    ...{ found: [], faults: [], wide: 0 },
  });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: ownSeatTexts.calendar }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("yuyue.ics");
  await close();
});

test("by keyboard alone: somebody is said to have come", async () => {
  const { context, close } = await freshBrowser();
  const { page } = await deskOf(context, "李军");
  await page.goto(`${station.url}/desk/appointments`);
  await page.getByRole("button", { name: `${words.steps.arrived} 1号 09:30 所里` }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/said=done/);
  expect(await page.getByRole("status").innerText()).toBe(words.done);
  await close();
});
