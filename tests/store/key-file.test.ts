import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { databaseFile, dataKey, keyFile } from "../../src/store/key-file.ts";
import { folderForTest } from "../support/opened-store.ts";

describe("the data key", () => {
  it("is made at the first start, for its owner's eyes only, and is the same ever after", () => {
    const folder = join(folderForTest(), "data");
    const key = dataKey(folder, null);
    expect(key).toHaveLength(32);
    expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(dataKey(folder, null)).toEqual(key);
    expect(dataKey(folderForTest(), null)).not.toEqual(key);
  });

  it("is never made anew beside a database that only the lost one opens", () => {
    const folder = folderForTest();
    dataKey(folder, null);
    writeFileSync(databaseFile(folder), "x");
    rmSync(keyFile(folder));
    expect(() => dataKey(folder, null)).toThrow(/Put the key file back.*DATA_KEY/s);
    expect(existsSync(keyFile(folder))).toBe(false);
  });

  it.each([0o640, 0o604, 0o644, 0o660])("is refused when others can read it (%o)", (mode) => {
    const folder = folderForTest();
    dataKey(folder, null);
    chmodSync(keyFile(folder), mode);
    expect(() => dataKey(folder, null)).toThrow(/chmod 600/);
  });

  it.each(["", "abc", "zz".repeat(32), "ab".repeat(31), "ab".repeat(33)])(
    "is refused when its file is damaged: “%s”",
    (text) => {
      const folder = folderForTest();
      writeFileSync(keyFile(folder), text, { mode: 0o600 });
      expect(() => dataKey(folder, null)).toThrow(/damaged/);
      expect(readFileSync(keyFile(folder), "utf8")).toBe(text);
    },
  );

  it("may be given instead, and then no file is made", () => {
    const folder = folderForTest();
    expect(dataKey(folder, "ab".repeat(32))).toEqual(Buffer.alloc(32, 0xab));
    expect(existsSync(keyFile(folder))).toBe(false);
  });
});
