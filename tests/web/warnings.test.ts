import { expect, test } from "vitest";
import { newWarning } from "../../src/domain/warning.ts";
import { stopPaymentTexts } from "../../src/texts/zh-cn/stop-payment.ts";
import { warningTexts } from "../../src/texts/zh-cn/warnings.ts";
import { warningPageTexts as words } from "../../src/texts/zh-cn/warnings-page.ts";
import { hidden } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

const phone = "13812345678";
const list = `姓名,电话,村,级别,类型\n张三,${phone},前进村,紧急,刷单\n李四,,前进村,高危,`;

async function open() {
  const station = await deskStation();
  const zhang = await station.joined(await station.invited("张强"));
  const looks = async (file: Uint8Array<ArrayBuffer> | null, text = "") => {
    const body = new FormData();
    if (file) body.append("file", new File([file], "list.csv", { type: "text/csv" }));
    body.append("list", text);
    const answer = await zhang.ask("/desk/warnings/list", {
      ...{ method: "POST", body, headers: { origin: "http://localhost" } },
    });
    return { status: answer.status, html: await answer.text() };
  };
  const takes = (html: string) =>
    zhang.form("/desk/warnings/take", { sealed: hidden(html, "sealed") });
  return { ...station, zhang, looks, takes };
}

test("a list is looked through, then taken; no page shows a whole number", async () => {
  const { world, looks, takes, zhang } = await open();
  const { html } = await looks(null, list);
  expect(html).toContain(words.list.counts(1, 0, 0, 1));
  expect(html).toContain(warningTexts.fault({ line: 3, why: "no-phone" }));
  expect(await world.rows("matters")).toEqual([]);
  const taken = await (await takes(html)).text();
  expect(taken).toContain("收了1行：新开1件");
  expect(await world.rows("matters")).toMatchObject([{ phone, village: "前进村" }]);
  const pages = ["/desk/warnings", "/desk", "/desk/warnings?tab=mine", "/desk/warnings/figures"];
  const shown = [html, taken, ...(await Promise.all(pages.map((path) => zhang.read(path))))];
  expect(shown.join("\n")).not.toContain(phone);
  expect(shown[2]).toContain("张某");
});

test("the same list again: nothing to confirm, and the old confirmation changes nothing", async () => {
  const { world, looks, takes } = await open();
  const { html } = await looks(null, list);
  await takes(html);
  const before = await world.rows("matters");
  const again = await looks(null, list);
  expect(again.html).toContain(words.list.counts(0, 0, 1, 1));
  expect(again.html).not.toContain(words.list.sure);
  await takes(html);
  expect(await world.rows("matters")).toEqual(before);
});

test("a file in GBK is read, a spreadsheet's own file is refused with a sentence", async () => {
  const { looks } = await open();
  const gbk = [
    ...[0xd5, 0xc5, 0xc8, 0xfd, 0x2c],
    ...new TextEncoder().encode(phone),
    ...[0x2c, 0xbd, 0xf4, 0xbc, 0xb1],
  ];
  expect((await looks(Uint8Array.from(gbk))).html).toContain(words.list.counts(1, 0, 0, 0));
  const zip = await looks(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff));
  expect(zip).toMatchObject({ status: 400 });
  expect(zip.html).toContain(warningTexts.refusedList("unreadable"));
});

test("lists that are too long are refused", async () => {
  const { looks, world } = await open();
  const line = `张三,${phone},前进村,紧急\n`;
  expect((await looks(null, line.repeat(2_001))).html).toContain(
    warningTexts.refusedList("too-many"),
  );
  const large = new TextEncoder().encode("x".repeat(1_100_000));
  expect((await looks(large)).html).toContain(warningTexts.refusedList("too-long"));
  expect((await looks(new TextEncoder().encode("x".repeat(4_000_000)))).status).toBe(413);
  expect(await world.rows("matters")).toEqual([]);
});

test("another's list cannot be confirmed", async () => {
  const { looks, joined, invited } = await open();
  const { html } = await looks(null, list);
  const wang = await joined(await invited("王明"));
  const answer = await wang.form("/desk/warnings/take", { sealed: hidden(html, "sealed") });
  expect(answer.status).toBe(400);
});

test("the figures are exported with their definitions, and no cell is a formula", async () => {
  const { looks, takes, zhang } = await open();
  const lines = Array.from({ length: 6 }, (_, i) => `张三,1381234567${i},"=cmd|'村",紧急`);
  await takes((await looks(null, lines.join("\n"))).html);
  const answer = await zhang.ask("/desk/warnings/figures.csv");
  expect(answer.headers.get("content-type")).toContain("text/csv");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // Excel takes a file for UTF-8 by this mark alone.
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(`预警,6,n/a,n/a,${words.counted.rows.total[1]}`);
  expect(text).toContain("见面率,0%");
  for (const cell of text.split(/[,\r\n]/u)) expect(cell).not.toMatch(/^["']?[=@]/u);
});

test("met rate, dissuaded and saved stand beside last year's, by level, village and week", async () => {
  const { world, looks, takes, zhang } = await open();
  const lines = (from: number, many: number) =>
    Array.from({ length: many }, (_, i) => `张三,1381234${from + i},前进村,紧急`).join("\n");
  const ended = async (count: number, met: number, saved: number) => {
    const rows = (await world.store.db("warnings").where({ contact: null }).select("matter")) as {
      matter: string;
    }[];
    for (const [i, { matter }] of rows.slice(0, count).entries())
      await world.store
        .db("warnings")
        .where({ matter })
        .update({ contact: i < met ? "met" : "refused", outcome: "dissuaded", saved });
  };
  await takes((await looks(null, lines(1_000, 10))).html);
  await ended(10, 5, 1_000);
  // In the same days and in the same week of the year before.
  const at = Date.parse("2025-11-24T09:00:00+08:00");
  await world.store.db("warnings").update({ at });
  await takes((await looks(null, lines(2_000, 12))).html);
  await ended(12, 9, 2_000);
  const text = await (await zhang.ask("/desk/warnings/figures.csv")).text();
  const line = '12,+20%,75%,升25个百分点,12,+20%,"24,000元",+140%';
  expect(text).toContain(`紧急,${line}`);
  expect(text).toContain(`前进村,${line}`);
  expect(text).toContain(`这周,${line}`);
  expect(text).toContain(words.counted.groupNote);
  expect(text).toContain(`低危,0,n/a,n/a,n/a,0,n/a,0元,n/a`);
});

test("the sheet stands whole on its owner's page, and nowhere on another's", async () => {
  const { world, zhang, joined, invited } = await open();
  const wang = await joined(await invited("王明"));
  const li = world.villager("li");
  await li.says("刚给骗子转了三万");
  await li.says("农行的 卡号6222020200001111222");
  const number = String((await world.rows("matters"))[0]!["number"]);
  await zhang.json({ id: "client-0001", text: `接${number}` });
  await world.app.settled();
  const whole = stopPaymentTexts.grouped("6222020200001111222");
  expect(await zhang.read(`/desk/${number}`)).toContain(whole);
  expect(await wang.read(`/desk/${number}`)).not.toContain("钱数：");
  const looks = (await world.rows("trail")).filter(({ act }) => act === "unmask sheet");
  expect(looks).toHaveLength(1);
});

test("a result that is filled in on the page is read back in the conversation", async () => {
  const { world, zhang, looks, takes } = await open();
  await takes((await looks(null, list)).html);
  const number = String((await world.rows("matters"))[0]!["number"]);
  await zhang.json({ id: "client-0001", text: `接${number}` });
  await world.app.settled();
  const filled = { contact: "met", outcome: "dissuaded", saved: "30,000", lost: "", next: "" };
  expect((await zhang.form(`/desk/${number}/result`, filled)).status).toBe(303);
  await world.app.settled();
  const result = { contact: "met", outcome: "dissuaded", saved: 30_000 } as const;
  const known = newWarning({
    ...({ matter: "m", level: "紧急", category: null, lost: null, source: "list" } as const),
  });
  const heard = world.channels.web.sent.map(({ text }) => text);
  expect(heard).toContain(warningTexts.readBack(number, result, known));
});
