import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingNames } from "../src/config.ts";

const readme = readFileSync("README.md", "utf8");
const example = readFileSync(".env.example", "utf8");
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
/** Names between back quotes. */
const quoted = [...readme.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!);

describe("the README", () => {
  it("names only commands that there are", () => {
    const named = [...readme.matchAll(/(?:^|`|&& )npm (?:run (?:-s )?)?([a-z:]+)/gm)].map(
      ([, name]) => name!,
    );
    const own = named.filter((name) => !["ci", "run"].includes(name));
    expect(own.length).toBeGreaterThan(10);
    for (const name of own) expect(manifest.scripts).toHaveProperty([name]);
  });

  it("tells of every command that a person may give", () => {
    const inside = new Set(["types", "lint", "format", "dead"]);
    for (const name of Object.keys(manifest.scripts))
      if (!inside.has(name)) expect(readme).toMatch(new RegExp(`npm (run (-s )?)?${name}\\b`));
  });

  it("names only files and folders that there are", () => {
    const paths = quoted.filter((name) =>
      /^(src|tests|knowledge|bench|\.ci)\/[\w./-]*$/.test(name),
    );
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) expect(existsSync(path), path).toBe(true);
  });

  it("and .env.example tell of every setting, and of no other", () => {
    for (const name of settingNames) {
      expect(quoted, `README: ${name}`).toContain(name);
      expect(example, `.env.example: ${name}`).toMatch(new RegExp(`^#?${name}=`, "m"));
    }
    const offered = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(offered.toSorted()).toEqual(settingNames.toSorted());
  });

  it("gives a reason for every direct dependency", () => {
    const section = readme.slice(readme.indexOf("## Dependencies"), readme.indexOf("## Measured"));
    for (const name of [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.devDependencies),
    ])
      if (!name.startsWith("@types/")) expect(section, name).toContain(name);
  });
});

describe("the lock file", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { hasInstallScript?: boolean; optional?: boolean; license?: string }>;
  };

  it("lets no package run an install script that is not allowed by name", () => {
    const scripts = Object.entries(lock.packages)
      .filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
      .map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(scripts.length).toBeGreaterThan(0);
    for (const name of scripts) expect(manifest.allowScripts, name).toHaveProperty([name], true);
  });

  it("holds only packages of known licences", () => {
    const known =
      /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|MPL-2\.0|Unlicense|CC0-1\.0|Python-2\.0|WTFPL)$/;
    for (const [path, { license }] of Object.entries(lock.packages)) {
      if (path === "" || license === undefined) continue;
      const names = license.replace(/[()]/g, "").split(/ (?:AND|OR) /);
      expect(
        names.every((name) => known.test(name)),
        `${path}: ${license}`,
      ).toBe(true);
    }
  });
});
