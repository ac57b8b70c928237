import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { KnowledgeEntry } from "../../src/domain/entry.ts";

/** Front matter lines of an entry's file that a test wants otherwise; null leaves a line out. */
export type Changes = Record<string, string | null>;

const usual: Changes = {
  id: "id-card-replace",
  title: "身份证丢了，补领新证",
  topic: "id-card",
  questions:
    "[身份证丢了怎么办, 补身份证, 身份证掉了, 身份证没了, 补证, 丢了证, 补个证, 证丢了咋整]",
  short: "带户口本到派出所补领，电话 {{station.phone}}。",
  sources: "[{ title: 居民身份证法, number: null, article: 第十一条, in_force_from: 2012-01-01 }]",
  place: "national",
  effective: "{ from: null, to: null }",
  reviewed: "{ by: 编写组, on: 2026-11-24, again_by: 2027-11-24 }",
  verify: "[]",
  service: "id_card_replace",
  related: "[]",
  golden: "{ match: [身份证找不着了, 想补一张身份证, 身份证丢路上了], not: [甸子着火] }",
};
const usualBody = "## 材料\n\n户口本。\n\n## 地点\n\n{{station.address}}\n";

/** The text of an entry's file. */
export function entryText(changes: Changes = {}, body = usualBody): string {
  const lines = Object.entries({ ...usual, ...changes }).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

/** A second subject, far from the first. */
export const grassText = entryText({
  id: "grassland-fire",
  title: "草原着火了",
  topic: "grassland",
  questions:
    "[草原着火, 甸子冒烟, 看见荒火, 草场起火, 着火打啥电话, 烧荒着大了, 冒烟了, 火烧过来了]",
  short: "马上打 119，人先躲开。",
  service: "null",
  golden: "{ match: [草原冒烟, 草场着火, 看见着火], not: [身份证丢了] }",
});

export const stationText = 'name: 前进派出所\nphone: "0470-1234567"\naddress: null\n';

/** An entry without a file. */
export function entryNamed(id: string, changes: Partial<KnowledgeEntry> = {}): KnowledgeEntry {
  return {
    id,
    title: id,
    topic: "legal",
    questions: [],
    short: "",
    sections: [],
    sources: [{ title: "民法典", article: null, number: null, inForceFrom: "2021-01-01" }],
    place: "national",
    effective: { from: null, to: null },
    reviewed: { by: "", on: "2026-01-01", againBy: "2027-01-01" },
    verify: [],
    service: null,
    related: [],
    golden: { match: [], not: [] },
    ...changes,
  };
}

/** Writes files below a folder. */
export async function put(dir: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}

/** A new folder of its own for one test. */
export async function inFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "sanwu-kb-"));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
