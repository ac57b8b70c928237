import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mask } from "../../../src/understanding/mask.ts";
import { readWarningList, withPhones } from "../../../src/understanding/warning/list.ts";
import { tableIn, textOf } from "../../../src/understanding/warning/table.ts";

const villages = ["前进村", "恩和村"];
const people = (text: string) => readWarningList(text, villages).good.map(({ person }) => person);
const zhang = {
  name: "张三",
  phone: "13812345678",
  village: "前进村",
  level: "紧急",
  category: "刷单返利类",
};

describe("a list of warnings", () => {
  it.each([
    ["with a head", "姓名,电话,村,级别,类型\n张三,13812345678,前进村,紧急,刷单返利类"],
    [
      "in another order",
      "类型\t预警等级\t手机号码\t所属村\t被预警人姓名\n刷单\t紧急\t13812345678\t前进\t张三",
    ],
    ["without a head", "张三,13812345678,前进村,紧急,刷单"],
    ["in words", "张三 13812345678 前进村 紧急 刷单"],
    ["typed by hand", "张三，13812345678，前进村，特急，刷单返利"],
    [
      "with quotes, a mark and Windows' line ends",
      '\uFEFF"姓名","电话","村","级别","类型"\r\n"张三","13812345678","前进村","紧急","刷单"\r\n\r\n',
    ],
    [
      "with numbers that are formulas",
      '姓名,电话,村,级别,类型\n张三,"=""13812345678""",前进村,紧急,刷单',
    ],
    ["with gaps and a country's code", "张三,+86 138 1234 5678,前进村,紧急,刷单"],
  ])("is read %s", (_how, text) => {
    expect(people(text)).toEqual([zhang]);
  });

  it.each([
    ["张三,,前进村,紧急", "no-phone"],
    ["张三,1381234567,前进村,紧急", "bad-phone"],
    ["张三,1.38E+10,前进村,紧急", "phone-lost"],
    ["张三,13812345678,前进村,", "no-level"],
    ["张三,13812345678,前进村,很高", "bad-level"],
  ])("names what is wrong with %s", (line, why) => {
    const text = `姓名,电话,村,级别\n李四,13912345678,恩和村,高危\n${line}`;
    expect(readWarningList(text, villages)).toMatchObject({
      good: [{ line: 2 }],
      bad: [{ line: 3, why }],
    });
  });

  it.each([
    ["blanks", "张三 13812345678 前进村 紧急 刷单"],
    ["blanks, and a phone in groups", "张三 138 1234 5678 前进村 紧急 刷单"],
    ["wide blanks", "张三　138-1234-5678　前进村　紧急　刷单"],
    ["、", "张三、13812345678、前进村、紧急、刷单"],
    ["，", "张三，１３８１２３４５６７８，前进村，紧急，刷单"],
    [";", "张三;138-1234-5678;前进村;紧急;刷单"],
    ["|", "张三|138.1234.5678|前进村|紧急|刷单"],
    ["tabs", "张三\t138 1234 5678\t前进村\t紧急\t刷单"],
    ["nothing", "张三13812345678前进村紧急刷单"],
    ["/", "前进村/张三/13812345678/刷单/紧急"],
    ["this and that", "1. 张三，13812345678 前进村、紧急 刷单"],
    ["numbered lines", "1 张三 13812345678 前进村 紧急 刷单"],
    ["names of the cells", "姓名：张三 电话：13812345678 村：前进村 级别：紧急 类型：刷单"],
  ])("is read line by line, whatever parts the cells: %s", (_how, line) => {
    const other = "李四、139-1234-0001、恩和村、高危、贷款";
    const third = "王五,13700001111,恩和村,低危,";
    for (const text of [line, `${other}\n${line}`, `${third}\n${other}\n${line}`]) {
      expect(readWarningList(text, villages).bad).toEqual([]);
      expect(people(text).at(-1)).toEqual(zhang);
    }
  });

  it("with a head in other marks than the lines", () => {
    expect(people("姓名 电话 村 级别 类型\n张三、13812345678、前进村、紧急、刷单")).toEqual([
      zhang,
    ]);
    expect(people("姓名,电话,村,级别,类型\n张三 138 1234 5678 前进村 紧急 刷单")).toEqual([zhang]);
  });

  it("takes no number of another column for the phone", () => {
    const text = "姓名,电话,嫌疑人电话,级别\n张三,,13912340001,紧急";
    expect(readWarningList(text, villages)).toMatchObject({ good: [], bad: [{ why: "no-phone" }] });
  });

  it.each([
    ["张三 1381234567 前进村 高危", { why: "bad-phone", said: "10" }],
    ["张三、138123456789、前进村、高危", { why: "bad-phone", said: "12" }],
    ["张三 前进村 高危", { why: "no-phone" }],
    ["张三 13812345678 前进村", { why: "no-level" }],
    ["张三、13812345678、前进村、刷单", { why: "no-level" }],
  ])("says what is wrong with %s", (line, fault) => {
    expect(readWarningList(line, villages).bad).toEqual([{ line: 1, ...fault }]);
  });

  it("counts lines as a spreadsheet does, whatever is between quotes", () => {
    const text = '姓名,电话,级别\n"张\n三",13812345678,高危\n李四,1,高危';
    expect(readWarningList(text, []).bad).toEqual([{ line: 4, why: "bad-phone", said: "1" }]);
  });

  it("takes no formula over, and no number in a name", () => {
    const [person] = people(
      '姓名,电话,村,级别\n"=HYPERLINK(""http://x"")",13812345678,@SUM(1),高危',
    );
    expect(person).toMatchObject({ name: "HYPERLINKhttpx", village: "SUM1" });
    expect(people("姓名,电话,级别\n张三622202020000111,13812345678,高危")[0]?.name).toBe("张三");
  });

  it("is refused where it is too long", () => {
    const line = "张三,13812345678,前进村,紧急\n";
    expect(readWarningList(line.repeat(2_001), []).refused).toBe("too-many");
    expect(readWarningList(line.repeat(2_000), []).good).toHaveLength(2_000);
    expect(readWarningList("x".repeat(1_048_577), []).refused).toBe("too-long");
    expect(readWarningList(" \n\n", []).refused).toBe("empty");
  });

  it("never throws, and no line is lost: each is good or bad", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("13812345678", "紧急", "前进村", '"', "=1+1", ""),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (rows) => {
        const text = rows.map((cells) => cells.join(",")).join("\n");
        const { good, bad, refused } = readWarningList(text, villages);
        if (refused !== null) return;
        const lines = tableIn(text).length;
        expect([lines, lines - 1]).toContain(good.length + bad.length);
        for (const { person } of good) {
          expect(person.phone).toMatch(/^\d{7,12}$/u);
          expect(`${person.name ?? ""}${person.village ?? ""}`).not.toMatch(/[=+@\t]/u);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("a list that was masked on its way", () => {
  it("gets its numbers back", () => {
    const text =
      "张三,13812345678,前进村,紧急\n李四,13912340001,恩和村,高危\n张三,13812345678,前进村,高危";
    const { text: masked, masked: found } = mask(text);
    expect(withPhones(masked, found.phones)).toBe(text);
  });

  it("or says that two numbers end alike, where nobody knows whose is whose", () => {
    const text =
      "张三,13812345678,前进村,紧急\n李四,13912345678,恩和村,高危\n王五,13812345678,恩和村,高危";
    const { text: masked, masked: found } = mask(text);
    const read = readWarningList(withPhones(masked, found.phones), villages);
    expect(read.bad.map(({ why }) => why)).toEqual(Array(3).fill("two-phones-alike"));
  });
});

it("bytes are read in UTF-8 and in GBK, and are no list otherwise", () => {
  const gbk = Uint8Array.of(0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xbd, 0xf4, 0xbc, 0xb1);
  expect(textOf(gbk)).toBe("张三,紧急");
  expect(textOf(new TextEncoder().encode("张三,紧急"))).toBe("张三,紧急");
  expect(textOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff))).toBeNull();
});
