import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { chatTexts, frameTexts, problemTexts } from "../../src/texts/zh-cn/page.ts";
import { freshBrowser, watchedPage } from "./chromium.ts";
import { openStation } from "./station.ts";

let browser: Awaited<ReturnType<typeof freshBrowser>>;
let station: Awaited<ReturnType<typeof openStation>>;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await freshBrowser({ serviceWorkers: "block" });
  context = browser.context;
});
afterAll(() => browser.close());
beforeEach(async () => {
  station = await openStation();
  await context.clearCookies();
  ({ page, faults } = await watchedPage(context));
  await page.goto(station.url);
  await page.waitForFunction(() => document.querySelector("#chat .doors button") !== null);
});
afterEach(async () => {
  await context.unrouteAll();
  await context.setOffline(false);
  await page.close();
  await station.close();
  expect(faults).toEqual([]);
});

const type = async (text: string, on = page) => {
  await on.fill("#say", text);
  await on.click(".send");
};
const hears = (text: string, on = page) => on.waitForSelector(`.bubble:has-text("${text}")`);
const lines = (on = page) => on.locator(".log .words").allInnerTexts();

test("a question, its answer, and a pressed button", async () => {
  await type("身份证丢了咋整");
  await hears("收四十元");
  expect(await page.inputValue("#say")).toBe("");
  await page.waitForSelector(`.mine .mark:has-text("${chatTexts.marks.sent}")`);
  await page.click('.choices button:has-text("要带啥")');
  await hears("听到了：b1");
  expect(station.heard.map(({ content }) => content.kind)).toEqual(["text", "press"]);
  expect(await page.locator(".mine").last().innerText()).toContain("要带啥");
});

test("a pressed button keeps its place above the reply though the log says nothing of it", async () => {
  station.memory.log.after = (
    (read) =>
    async (...args) =>
      (await read(...args)).filter(({ type }) => type === "bubble")
  )(station.memory.log.after);
  await type("身份证丢了咋整");
  await hears("收四十元");
  await page.click('.choices button:has-text("要带啥")');
  await hears("听到了：b1");
  expect((await lines()).slice(-2)).toEqual(["要带啥", "听到了：b1"]);
});

test("Enter sends, Shift+Enter breaks the line", async () => {
  await page.focus("#say");
  await page.keyboard.type("one");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Enter");
  await hears("听到了：one");
  expect(station.heard[0]!.content).toMatchObject({ text: "one\ntwo" });
});

test("the urgent button brings the card at once and keeps what was being typed", async () => {
  await page.fill("#say", "我正在打字");
  await page.click(".composer .urgent");
  const card = await page.waitForSelector('.safety[role="alert"]');
  expect(await card.innerText()).toContain(chatTexts.safety);
  expect(await page.getAttribute(".safety .call", "href")).toBe("tel:110");
  expect(await page.inputValue("#say")).toBe("我正在打字");
});

test("a double tap sends once", async () => {
  await page.fill("#say", "你好");
  await page.dblclick(".send");
  await hears("听到了：你好");
  expect(station.heard).toHaveLength(1);
});

test("a reload and a second tab show the same conversation, and both go on hearing", async () => {
  await type("一");
  await hears("听到了：一");
  await page.reload();
  await hears("听到了：一");
  const { page: second, faults: others } = await watchedPage(context);
  await second.goto(station.url);
  await hears("听到了：一", second);
  await type("二", second);
  await hears("听到了：二", second);
  await page.bringToFront();
  await hears("听到了：二");
  const all = ["一", "听到了：一", "二", "听到了：二"];
  expect(await lines()).toEqual(all);
  expect(await lines(second)).toEqual(all);
  await second.close();
  expect(others).toEqual([]);
});

test("the script shows what the server showed, letter by letter", async () => {
  await type("身份证丢了咋整");
  await hears("收四十元");
  await page.click(".composer .urgent");
  await page.waitForSelector(".safety");
  const read = (on: Page) => on.locator(".log").innerText();
  const said = await read(page);
  await page.reload();
  await page.waitForSelector("#chat .safety");
  const after = await read(page);
  await context.route("**/app.js*", (route) => route.abort());
  await page.reload();
  expect(await read(page)).toBe(after);
  expect(said).toBe(after);
});

test("a bubble that replaces another changes in its place", async () => {
  const session = (await context.cookies())[0]!.value.slice(0, 22);
  const say = station.send(session);
  await say({ id: "one", text: "正在找" });
  await hears("正在找");
  await say({ id: "two", text: "第二条" });
  await say({ id: "three", text: "找到了", replaces: { id: "one", message: "one" } });
  await hears("找到了");
  expect(await lines()).toEqual(["找到了", "第二条"]);
});

test("what is typed without a network waits on the phone, over a reload, and is sent once, in order", async () => {
  await type("头一句");
  await hears("听到了：头一句");
  await context.setOffline(true);
  await type("没网一");
  await type("没网二");
  await page.waitForSelector(`.waiting .mark:has-text("${chatTexts.marks.waiting}")`);
  expect(await page.innerText(".notice")).toContain(chatTexts.offline);
  await page.screenshot({ path: "shots/phone-no-network.png" });
  await page.waitForSelector('.notice a[href="/offline"]');
  expect(station.heard).toHaveLength(1);
  await context.setOffline(false);
  await hears("听到了：没网二");
  await page.waitForSelector(".waiting", { state: "detached" });
  expect(await page.innerText(".notice")).toBe("");
  expect(station.heard.map(({ content }) => content.kind === "text" && content.text)).toEqual([
    "头一句",
    "没网一",
    "没网二",
  ]);
  await page.reload();
  expect(await page.locator(".mine").count()).toBe(3);
  expect(await page.locator(".bubble").count()).toBe(3);
});

test("what the station says while the line is down comes when it is back, once", async () => {
  await type("一");
  await hears("听到了：一");
  const session = (await context.cookies())[0]!.value.slice(0, 22);
  await context.setOffline(true);
  for (const text of ["走开时一", "走开时二"]) await station.send(session)({ text });
  await context.setOffline(false);
  await hears("走开时二");
  expect(await lines()).toEqual(["一", "听到了：一", "走开时一", "走开时二"]);
});

test("a message that the store cannot take now is kept, with 110, and sent later", async () => {
  station.state.refuse = "store-down";
  await type("你好");
  await page.waitForSelector(`.problem:has-text("${problemTexts.storeDown}")`);
  expect(await page.locator(".waiting").count()).toBe(1);
  station.state.refuse = null;
  await hears("听到了：你好");
  expect(station.heard).toHaveLength(1);
});

test("with the database gone an urgent message still gets its card, behind one that waits", async () => {
  station.state.refuse = "store-down";
  station.memory.state.canRead = station.memory.state.canWrite = false;
  await type("你好");
  await page.waitForSelector(".waiting");
  await page.click(".composer .urgent");
  await page.waitForSelector(".safety");
  expect(await page.innerText(".safety")).toContain("马上打 110");
});

test("a text that is too long is said to be, and stays in the field", async () => {
  await type("长".repeat(5462));
  await page.waitForSelector(`.problem:has-text("${chatTexts.tooLong}")`);
  expect((await page.inputValue("#say")).length).toBe(5462);
  expect(station.heard).toEqual([]);
});

test("the text grows to 30 px on every page and stays so", async () => {
  const size = () => page.evaluate(() => getComputedStyle(document.querySelector("p")!).fontSize);
  expect(await size()).toBe("20px");
  await page.click("text=字大");
  await page.click("text=字大");
  await page.click("text=字大");
  expect(await size()).toBe("30px");
  await page.goto(`${station.url}/hotlines`);
  expect(await size()).toBe("30px");
  await page.click("text=字小");
  expect(await size()).toBe("24px");
});

test("leaving: the screen is emptied, the way back does not lead here", async () => {
  await context.route(`${frameTexts.leaveTo}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>天气</title><p>晴</p>" }),
  );
  await type("他打我");
  await hears("听到了：他打我");
  await page.click("#leave");
  await page.waitForURL(frameTexts.leaveTo);
  await page.goBack().catch(() => null);
  expect(page.url()).not.toContain("localhost");

  const { page: second } = await watchedPage(context);
  await second.goto(station.url);
  await second.waitForSelector(".bubble");
  await second.keyboard.press("Escape");
  await second.keyboard.press("a");
  await second.keyboard.press("Escape");
  expect(second.url()).toContain("localhost");
  await second.keyboard.press("Escape");
  await second.waitForURL(frameTexts.leaveTo);
  await second.close();
});

test("the keyboard alone is enough", async () => {
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
  const seen: string[] = [];
  for (let at = 0; at < 30; at++) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
  }
  for (const name of ["字大", "快速离开", "110 报警", "问事", "找民警", "发送"])
    expect(seen).toContain(name);
});

test("no voice on the device: no button; a Chinese voice: every bubble can be read aloud", async () => {
  await type("身份证丢了咋整");
  await hears("收四十元");
  expect(await page.locator(".read").count()).toBe(0);
  const { page: second } = await watchedPage(context);
  await second.addInitScript(() => {
    const spoken: string[] = [];
    const voice = { lang: "zh-CN", name: "声音" };
    const speech = {
      getVoices: () => [voice],
      speak: (words: { text: string; lang: string }) => spoken.push(`${words.lang} ${words.text}`),
      cancel() {},
      addEventListener() {},
      removeEventListener() {},
    };
    class Utterance {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
    Object.defineProperty(window, "spoken", { value: spoken });
  });
  await second.goto(station.url);
  await second.click(`.read:has-text("${chatTexts.readAloud}")`);
  const spoken = await second.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  expect(spoken[0]).toContain("zh-CN 带户口簿");
  expect(spoken[0]).toContain("1，要带啥");
  await second.click(`.read:has-text("${chatTexts.stopReading}")`);
  await second.waitForSelector(`.read:has-text("${chatTexts.readAloud}")`);
  await second.close();
});
