import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BadSettings, readConfig, settingNames } from "../src/config.ts";

const root = "/station";
const key = "ab".repeat(32);
const token = "123456:AAbbCCddEEff";

describe("settings", () => {
  it("are all optional: a station starts with none", () => {
    expect(readConfig(root, {})).toEqual({
      port: 8080,
      host: "0.0.0.0",
      dataDir: "/station/data",
      databaseUrl: null,
      knowledgeDir: "/station/knowledge",
      publicUrl: null,
      tls: null,
      trustProxy: false,
      metricsToken: null,
      dataKey: null,
      residency: "open",
      telegram: null,
      secondFactor: false,
      alertHook: null,
      logLevel: "info",
    });
  });

  it("count as absent when they are empty, as in a copied .env.example", () => {
    const empty = Object.fromEntries(settingNames.map((name) => [name, ""]));
    expect(readConfig(root, empty)).toEqual(readConfig(root, {}));
  });

  it.each([
    ["PORT", "0", { port: 0 }],
    ["PORT", "65535", { port: 65_535 }],
    ["HOST", "127.0.0.1", { host: "127.0.0.1" }],
    ["DATA_DIR", "somewhere", { dataDir: "/station/somewhere" }],
    ["DATA_DIR", "/srv/sanwu", { dataDir: "/srv/sanwu" }],
    ["DATABASE_URL", "postgres://u:p@db/sanwu", { databaseUrl: "postgres://u:p@db/sanwu" }],
    ["KNOWLEDGE_DIR", "../content", { knowledgeDir: "/content" }],
    ["PUBLIC_URL", "https://sanwu.example.cn/", { publicUrl: "https://sanwu.example.cn" }],
    ["PUBLIC_URL", "http://10.0.0.5:8080", { publicUrl: "http://10.0.0.5:8080" }],
    ["TRUST_PROXY", "1", { trustProxy: true }],
    ["TRUST_PROXY", "0", { trustProxy: false }],
    ["METRICS_TOKEN", "sixteen characters", { metricsToken: "sixteen characters" }],
    ["DATA_KEY", key, { dataKey: key }],
    ["RESIDENCY", "cn", { residency: "cn" }],
    ["SECOND_FACTOR", "1", { secondFactor: true }],
    ["ALERT_HOOK", "/usr/bin/siren", { alertHook: "/usr/bin/siren" }],
    ["LOG_LEVEL", "silent", { logLevel: "silent" }],
  ])("%s=%s", (name, value, expected) => {
    expect(readConfig(root, { [name]: value })).toMatchObject(expected);
  });

  it("of Telegram belong to its token", () => {
    const more = {
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
      TELEGRAM_PROXY: "http://127.0.0.1:7890",
      TELEGRAM_WEBHOOK_SECRET: "a-secret-of-16-and-more",
      PUBLIC_URL: "https://sanwu.example.cn",
    };
    expect(readConfig(root, more).telegram).toBeNull();
    expect(readConfig(root, { ...more, TELEGRAM_BOT_TOKEN: token }).telegram).toEqual({
      token,
      apiRoot: "http://127.0.0.1:8081",
      proxy: "http://127.0.0.1:7890",
      webhookSecret: "a-secret-of-16-and-more",
    });
    expect(readConfig(root, { TELEGRAM_BOT_TOKEN: token }).telegram).toEqual({
      token,
      apiRoot: "https://api.telegram.org",
      proxy: null,
      webhookSecret: null,
    });
  });

  it("of TLS are paths, and come in pairs", () => {
    expect(readConfig(root, { TLS_CERT: "a.pem", TLS_KEY: "/etc/b.pem" }).tls).toEqual({
      cert: "/station/a.pem",
      key: "/etc/b.pem",
    });
    for (const half of ["TLS_CERT", "TLS_KEY"])
      expect(() => readConfig(root, { [half]: "a.pem" })).toThrow(
        /TLS_CERT and TLS_KEY .*together/,
      );
  });

  it.each([
    ["PORT", "eighty"],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["PUBLIC_URL", "sanwu.example.cn"],
    ["PUBLIC_URL", "ftp://sanwu.example.cn"],
    ["DATABASE_URL", "mysql://u:p@db/sanwu"],
    ["TRUST_PROXY", "yes"],
    ["SECOND_FACTOR", "on"],
    ["METRICS_TOKEN", "short"],
    ["DATA_KEY", "abc"],
    ["DATA_KEY", "zz".repeat(32)],
    ["RESIDENCY", "CN"],
    ["TELEGRAM_BOT_TOKEN", "no token"],
    ["TELEGRAM_API_ROOT", "api.telegram.org"],
    ["TELEGRAM_PROXY", "socks5://127.0.0.1:1"],
    ["TELEGRAM_WEBHOOK_SECRET", "short"],
    ["TELEGRAM_WEBHOOK_SECRET", "has blanks in it, and more"],
    ["LOG_LEVEL", "loud"],
  ])("complain about %s=%s by name, in a sentence, without showing the value", (name, value) => {
    const reading = () => readConfig(root, { [name]: value });
    expect(reading).toThrow(BadSettings);
    expect(reading).toThrow(new RegExp(`^${name}: .+\\. See \\.env\\.example\\.$`));
    if (/TOKEN|KEY|SECRET/.test(name)) expect(reading).not.toThrow(value);
  });

  it("complain about all at once, a line each", () => {
    expect(() => readConfig(root, { PORT: "x", RESIDENCY: "x", LOG_LEVEL: "x" })).toThrow(
      /^PORT: .*\nRESIDENCY: .*\nLOG_LEVEL: .*$/,
    );
  });

  it("complain about a webhook that Telegram could not call", () => {
    const secret = {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_WEBHOOK_SECRET: "a-secret-of-16-and-more",
    };
    expect(() => readConfig(root, secret)).toThrow(/PUBLIC_URL with https/);
    expect(() => readConfig(root, { ...secret, PUBLIC_URL: "http://x.cn" })).toThrow(/https/);
  });

  it("that nobody knows are left alone", () => {
    expect(readConfig(root, { PATH: "/bin", SANWU_X: "1" })).toEqual(readConfig(root, {}));
  });

  it("may stand in .env, and the environment is stronger", () => {
    const folder = mkdtempSync(join(tmpdir(), "sanwu-config-"));
    const before = { ...process.env };
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
      process.env = before;
    });
    writeFileSync(join(folder, ".env"), "# 说明\nPORT=9001\nRESIDENCY=cn\n");
    process.env["PORT"] = "9002";
    expect(readConfig(folder)).toMatchObject({ port: 9002, residency: "cn" });
  });
});
