import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moneyMoved } from "../../../src/understanding/payment/moved.ts";
import {
  saysBusy,
  saysReported,
  withoutReport,
} from "../../../src/understanding/payment/reported.ts";
import { isClearDanger, sheetWishIn } from "../../../src/understanding/payment/sheet-wish.ts";
import { transferIn } from "../../../src/understanding/payment/transfer.ts";
import { hasGone, wentToFraud } from "../../../src/understanding/payment/went.ts";
import { read } from "../../../src/understanding/read.ts";

describe("money that has gone", () => {
  it.each([
    "半个钟头前书记让我转三万五，我转完了才知道是假的",
    "红布包着的三万，我递给门口一个戴耳机的小伙",
    "第三单一千五才放进去 没了",
    "垫的两万七，今天中午过去的",
    "刚给假儿子打完钱",
    "卡里一万九出去了",
    "购物卡密码刚刮给他，八张，一张一千",
    "交了三千八的押金，门店锁了",
  ])("%s", (words) => {
    expect(hasGone(words)).toBe(true);
  });

  it.each([
    "他让我转三万",
    "正要给他汇过去",
    "差点就给会计小乌转了",
    "上个月刷单骗了三千",
    "昨天借给他五万现在联系不上",
    "钱转错了 转到我自己另一张卡上了",
    "刚交完电费 没来电",
    "我被骗了",
  ])("not: %s", (words) => {
    expect(hasGone(words)).toBe(false);
  });

  it.each([
    "钱让骗子骗走了",
    "我妈让人骗走两万",
    "刚转完，心里不踏实",
    "我给人打了三千 他把我拉黑了",
    "交了定金四千 对方失联了",
  ])("to somebody who is doubted: %s", (words) => {
    expect(wentToFraud(words)).toBe(true);
    expect(read(words).emergency).toMatchObject({ class: "fraud_in_progress", strength: "alert" });
  });

  it.each([
    "给媳妇转了两千买菜钱",
    "听说村里有人被骗了三万",
    "刘老板欠我三万工钱，电话打不通",
    "卡被止付了 银行让找派出所开证明",
    "被骗的钱还能追回来吗",
    "刷单被骗算不算立案",
    "救护车找不着门 我给指了路 人接走了",
    "【反诈】本月辖区有人在群里投了八万被骗，大家转给家里老人看看，不要下载陌生软件，不要给陌生人转账，有事打96110，千万不要相信高额返利，谨防上当",
  ])("to nobody who is doubted: %s", (words) => {
    expect(wentToFraud(words)).toBe(false);
  });

  it("is not what was given away besides", () => {
    expect(moneyMoved("我没转，就是给了他身份证号")).toBe(false);
  });
});

describe("what is said while the sheet is filled", () => {
  it.each([
    ["已经报警了", true],
    ["110打过了", true],
    ["已打110", true],
    ["我儿子替我报了警", true],
    ["民警来我家了", true],
    ["跟110说过了", true],
    ["还没报警", false],
    ["要不要报警", false],
    ["怎么打110", false],
    ["他说他报警了", false],
    ["打不通110", false],
    ["110占线", false],
    ["打了三千", false],
  ])("%s: the police know of it: %s", (words, isTold) => {
    expect(saysReported(words, true)).toBe(isTold);
  });

  it("the rest of the message stays", () => {
    expect(withoutReport("已经报警了，三点二十转的，工行")).toContain("三点二十转的");
    expect(withoutReport("已经报警了，工行")).not.toContain("报警");
  });

  it.each([
    ["打不通110", true],
    ["110占线", true],
    ["一直占线", true],
    ["他电话打不通", false],
  ])("%s: nobody answers: %s", (words, isBusy) => {
    expect(saysBusy(words, true)).toBe(isBusy);
  });

  it.each([
    ["单子", "show"],
    ["给我看看单子", "show"],
    ["算了不填了", "stop"],
    ["接着预约", "resume"],
    ["不知道，下一个", "skip"],
    ["转不转", "pay-again"],
    ["他说再转一笔就退", "pay-again"],
    ["有人说交两百能帮我追回来", "second-fraud"],
    ["挂了", "obeys"],
    ["我害怕", "fear"],
    ["那我咋办呀", "what-now"],
    ["我把卡冻结了", "obeys"],
    ["农行", null],
    ["从工行转到张某的农行卡", null],
    ["转给他的", null],
    ["两个钟头前", null],
    ["没有截图", null],
  ] as const)("%s: %s", (words, wish) => {
    expect(sheetWishIn(words)).toBe(wish);
  });

  it.each([
    ["我不想活了", true],
    ["我家着火了", true],
    ["孩子走丢了", true],
    ["我没丢孩子，钱丢了", false],
    ["一个女的", false],
    ["两个钟头前", false],
    ["他人不见了", false],
  ])("%s: a danger in plain words: %s", (words, isDanger) => {
    expect(isClearDanger(words)).toBe(isDanger);
  });

  it("is read in no time, whatever it is", () => {
    const piece = fc.constantFrom(
      ..."刚 刚刚 才 早 就 早就 已 已经 我 俺 的 了 过 完 打 报 警 110 警察 不是 是 错了 单子 看 一笔 三千 5 五 万 ， 。".split(
        " ",
      ),
      ..."转 给 他 到 工行 农行 对方 卡号 〔账号…1234〕 要 让 没 追回 交 费 骗 钱 一个 女的 叫 王 刘强 怕 算了 不填 又 再".split(
        " ",
      ),
    );
    const now = Date.parse("2026-11-24T16:10:00+08:00");
    const words = fc.array(piece, { minLength: 1, maxLength: 900 }).map((all) => all.join(""));
    fc.assert(
      fc.property(words, (text) => {
        const began = performance.now();
        hasGone(text);
        wentToFraud(text);
        saysReported(text, true);
        withoutReport(text);
        sheetWishIn(text);
        transferIn(text, now, { ask: "other", numbers: { accounts: [], phones: [] } });
        expect(performance.now() - began).toBeLessThan(250);
      }),
      { numRuns: 300 },
    );
  });
});
