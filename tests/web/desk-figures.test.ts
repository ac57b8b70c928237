import { expect, test } from "vitest";
import { figuresTexts as words } from "../../src/texts/zh-cn/desk-figures.ts";
import { noRoster } from "../../src/domain/roster.ts";
import { deskStation } from "./desk-station.ts";

const year = 365 * 24 * 3_600_000;

/** What stands in the cells of a row of figures: this year, the year before, how it is counted. */
function row(html: string, name: string): string[] {
  const found = new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`, "s").exec(html)?.[1] ?? "";
  return [...found.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text]) =>
    text!.replace("&lt;", "<"),
  );
}

test("figures: small ones are covered, none to compare is said, each has its definition", async () => {
  const { world, invited, joined } = await deskStation();
  const chief = await joined(await invited("赵所", "chief"));
  const [total, definition] = words.rows.total;
  for (let i = 0; i < 4; i++) await world.villager(`li${i}`).says("找民警");
  const few = await chief.read("/desk/figures");
  expect(row(few, total)).toEqual([words.few, words.none, definition]);
  expect(row(few, words.rows.closed[0])).toEqual(["0", words.none, words.rows.closed[1]]);
  await world.villager("li4").says("找民警");
  expect(row(await chief.read("/desk/figures"), total)).toEqual(["5", words.none, definition]);
  const [first, ...others] = await world.rows("matters");
  for (const { id } of others)
    await world.store.db("matters").where({ id }).decrement("opened_at", year);
  expect(row(await chief.read("/desk/figures"), total)).toEqual([words.few, words.few, definition]);
  expect(first).toBeDefined();
});

test("duties of the next seven days, as the roster says; without one this is said", async () => {
  const roster = {
    ...noRoster,
    periods: [{ who: "张强", days: [1, 2, 3, 4, 5, 6, 7], from: "08:30", to: "17:30" }],
    leave: [{ who: "张强", from: "2026-11-26", to: "2026-11-26" }],
  };
  const { invited, joined } = await deskStation({}, roster);
  const page = await (await joined(await invited("张强"))).read("/desk/roster");
  const days = [...page.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, day]) => day);
  expect(days).toHaveLength(7);
  expect(days[0]).toBe("11月24日 周二");
  expect(days).not.toContain("11月26日 周四");
  expect(page).toContain("08:30—17:30");
  const without = await deskStation();
  const rep = await without.joined(await without.invited("代表", "safety-rep"));
  expect(await rep.read("/desk/roster")).toContain(words.roster.none);
});
