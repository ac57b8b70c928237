import { dirname, posix } from "node:path";

/** Which rooms a room may import from. `*` = all. */
const mayImport: Record<string, string[]> = {
  domain: [],
  texts: ["domain"],
  // What is learnt from examples is data: knowledge/models.
  understanding: ["domain", "knowledge"],
  flows: ["domain", "texts", "understanding"],
  answering: ["domain", "understanding"],
  store: ["domain"],
  channels: ["domain", "texts", "app"],
  app: ["domain", "texts", "flows", "understanding", "store", "answering"],
  web: ["domain", "texts", "store", "app"],
  commands: ["*"],
  "config.ts": [],
  "log.ts": ["domain"],
  "metrics.ts": ["domain", "app", "store"],
  "main.ts": ["*"],
};

/** Packages that the pure rooms may name: they compute, and touch nothing outside. */
const purePackages: Record<string, string[]> = {
  domain: [],
  texts: [],
  flows: [],
  understanding: ["opencc-js"],
};

/** Packages that live in one place only. */
const homeOf: Record<string, RegExp> = {
  telegraf: /^src\/channels\/telegram\//,
  knex: /^src\/store\//,
  sqlite3: /^src\/store\//,
  pg: /^src\/store\//,
  pino: /^src\/log\.ts$/,
  "prom-client": /^src\/metrics\.ts$/,
  hono: /^src\/web\//,
  preact: /^src\/web\//,
};

const importing =
  /(?:^|[\n;])\s*(?:import|export)\s(?:[^"';]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** What is wrong with the imports and habits of these sources, one sentence each. */
export function violations(sources: Map<string, string>): string[] {
  const found: string[] = [];
  for (const [file, text] of sources) {
    const room = roomOf(file);
    const allowed = mayImport[room];
    if (!allowed) {
      found.push(`${file}: src/ has no room "${room}"`);
      continue;
    }
    for (const [, still, lazy] of text.matchAll(importing)) {
      const name = (still ?? lazy)!;
      if (name.startsWith(".")) {
        const target = roomOf(posix.join(dirname(file), name));
        if (target !== room && !allowed.includes("*") && !allowed.includes(target))
          found.push(`${file}: ${room} may not import ${target} (${name})`);
        continue;
      }
      const packageName = name.startsWith("@")
        ? name.split("/").slice(0, 2).join("/")
        : name.split("/")[0]!;
      const pure = purePackages[room];
      if (pure && !pure.includes(packageName))
        found.push(`${file}: ${room} may not name ${packageName}`);
      const home = homeOf[packageName];
      if (home && !home.test(file)) found.push(`${file}: ${packageName} does not live here`);
    }
    if (file !== "src/config.ts" && /\bprocess\.env\b/.test(text))
      found.push(`${file}: only src/config.ts reads process.env`);
    if (pureRooms.has(room) && /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(text))
      found.push(`${file}: time and chance are parameters`);
    if (!writesChinese.test(file) && chineseText.test(withoutComments(text)))
      found.push(`${file}: sentences that people read live in src/texts`);
  }
  return found;
}

const pureRooms = new Set(["domain", "texts", "understanding", "flows"]);
/** Where Chinese may stand in code: the sentences, and the words that are understood. */
const writesChinese = /^src\/(texts|understanding|domain|answering|web\/page)/;
/** A sentence, not a lone term. */
const chineseText = /["'`][^"'`\n]*[\u4e00-\u9fff]{2}[^"'`\n]*[，。？！][^"'`\n]*["'`]/;

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
}

function roomOf(file: string): string {
  return file.replace(/^src\//, "").split("/")[0]!;
}
