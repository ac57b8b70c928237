import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { z } from "zod";

const flag = z.enum(["0", "1"]).default("0");
const optional = z.string().trim().min(1).optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default("0.0.0.0"),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  KNOWLEDGE_DIR: z.string().min(1).default("knowledge"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TLS_CERT: optional,
  TLS_KEY: optional,
  TRUST_PROXY: flag,
  METRICS_TOKEN: z.string().min(16).optional(),
  DATA_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  RESIDENCY: z.enum(["open", "cn"]).default("open"),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{5,}$/)
    .optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).default("https://api.telegram.org"),
  TELEGRAM_PROXY: z.url({ protocol: /^https?$/ }).optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/)
    .optional(),
  ALERT_HOOK: optional,
  SECOND_FACTOR: flag,
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** The station's settings, checked. Paths are absolute. */
export interface Config {
  /** 0 = any free port. */
  port: number;
  host: string;
  dataDir: string;
  /** postgres://…, shared by several workers; null = SQLite in the data folder. */
  databaseUrl: string | null;
  knowledgeDir: string;
  /** How villagers reach the page from outside, without a slash at the end. */
  publicUrl: string | null;
  tls: { cert: string; key: string } | null;
  /** Behind a reverse proxy of the station's own: its X-Forwarded-… headers are believed. */
  trustProxy: boolean;
  metricsToken: string | null;
  /** 32 bytes in hex; null = the key file in the data folder. */
  dataKey: string | null;
  residency: "open" | "cn";
  telegram: {
    token: string;
    apiRoot: string;
    proxy: string | null;
    /** Set = webhook at PUBLIC_URL instead of long polling. */
    webhookSecret: string | null;
  } | null;
  /** Whoever signs in to the desk needs a code of their own phone beside the link. */
  secondFactor: boolean;
  /** A command, or a URL on this network, that is called where nobody answers an alarm. */
  alertHook: string | null;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

/** Names of all settings, for the test that holds .env.example and README against them. */
export const settingNames = Object.keys(environment.shape);

/** Thrown with one sentence a line, for the person who wrote the settings. */
export class BadSettings extends Error {}

/**
 * Reads .env in `root` (if there is one) under the environment's own values. The only reader of
 * process.env.
 * @throws BadSettings naming each setting that does not fit
 */
export function readConfig(root: string, env: NodeJS.ProcessEnv = process.env): Config {
  const file = resolve(root, ".env");
  if (existsSync(file) && env === process.env) process.loadEnvFile(file);
  const given = Object.fromEntries(
    settingNames.flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const read = environment.safeParse(given);
  if (!read.success) {
    throw new BadSettings(
      read.error.issues
        .map((issue) => `${issue.path.join(".")}: ${issue.message}. See .env.example.`)
        .join("\n"),
    );
  }
  const it = read.data;
  if ((it.TLS_CERT === undefined) !== (it.TLS_KEY === undefined))
    throw new BadSettings("TLS_CERT and TLS_KEY must be set together. See .env.example.");
  if (it.TELEGRAM_WEBHOOK_SECRET && !it.PUBLIC_URL?.startsWith("https://"))
    throw new BadSettings(
      "TELEGRAM_WEBHOOK_SECRET needs PUBLIC_URL with https://: Telegram calls it there.",
    );
  const at = (path: string) => (isAbsolute(path) ? path : resolve(root, path));
  return {
    port: it.PORT,
    host: it.HOST,
    dataDir: at(it.DATA_DIR),
    databaseUrl: it.DATABASE_URL ?? null,
    knowledgeDir: at(it.KNOWLEDGE_DIR),
    publicUrl: it.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    tls: it.TLS_CERT && it.TLS_KEY ? { cert: at(it.TLS_CERT), key: at(it.TLS_KEY) } : null,
    trustProxy: it.TRUST_PROXY === "1",
    metricsToken: it.METRICS_TOKEN ?? null,
    dataKey: it.DATA_KEY ?? null,
    residency: it.RESIDENCY,
    telegram: it.TELEGRAM_BOT_TOKEN
      ? {
          token: it.TELEGRAM_BOT_TOKEN,
          apiRoot: it.TELEGRAM_API_ROOT.replace(/\/+$/, ""),
          proxy: it.TELEGRAM_PROXY ?? null,
          webhookSecret: it.TELEGRAM_WEBHOOK_SECRET ?? null,
        }
      : null,
    secondFactor: it.SECOND_FACTOR === "1",
    alertHook: it.ALERT_HOOK ?? null,
    logLevel: it.LOG_LEVEL,
  };
}
