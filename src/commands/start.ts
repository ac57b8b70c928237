import { hkdfSync } from "node:crypto";
import { networkInterfaces } from "node:os";
import QRCode from "qrcode";
import type { LiveKnowledge } from "../answering/knowledge.ts";
import { createApp, type App } from "../app/app.ts";
import { deskView } from "../app/desk-view.ts";
import { fileShelf } from "../app/file-shelf.ts";
import { readiness } from "../app/health.ts";
import { usualPatience } from "../app/hear.ts";
import { receiver } from "../app/receive.ts";
import { seatShelf } from "../app/seat-shelf.ts";
import { toldMemory } from "../app/told.ts";
import { newNumber } from "../app/ids.ts";
import type { Telegram } from "../channels/telegram/telegram.ts";
import { webChat } from "../channels/webchat.ts";
import type { Config } from "../config.ts";
import type { ChannelName } from "../domain/message.ts";
import type { Channel, Log, Receive, WebLog } from "../domain/ports.ts";
import { missingFacts } from "../domain/station.ts";
import { openMetrics } from "../metrics.ts";
import { backupsIn } from "../store/backup.ts";
import { cipherWith } from "../store/cipher.ts";
import { isWhole } from "../store/connection.ts";
import { deleteOld } from "../store/deleting.ts";
import { dataKey } from "../store/key-file.ts";
import { publicName } from "../store/postgres.ts";
import { keptDays } from "../store/retention.ts";
import { askForSecondFactor } from "../store/second-factor.ts";
import { readSetting, writeSetting } from "../store/settings.ts";
import { openStore, type Store } from "../store/store.ts";
import { warmUp as warmUpTriage } from "../understanding/emergency/triage.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { missingFactNames } from "../texts/zh-cn/station.ts";
import { listen } from "../web/listen.ts";
import type { Health, WebOptions } from "../web/options.ts";
import { webApp } from "../web/server.ts";
import { alertHook } from "./alert-hook.ts";
import { backupFolder, databaseOf } from "./backup.ts";
import { liveRoster, rosterFile } from "./roster-file.ts";
import { checkLater } from "./check-later.ts";
import { writingLimits } from "./writing-limits.ts";
import { systemClock, systemIds } from "./station.ts";

const hour = 3_600_000;

/** The station, serving. */
export interface Running {
  port: number;
  stop(): Promise<void>;
}

/** Builds the parts and serves until `stop`. Prints where it is and what is on or off, and why. */
export async function start(
  config: Config,
  log: Log,
  print: (text: string) => void,
  knowledge: LiveKnowledge,
): Promise<Running> {
  const key = dataKey(config.dataDir, config.dataKey);
  const store = await openWhole(config, key, print);
  const served = store
    ? await serveWhole(config, key, store, knowledge, log)
    : serveDamaged(config, log);
  const web = await listen(
    webApp({
      ...served.web,
      knowledge,
      publicUrl: config.publicUrl,
      trustProxy: config.trustProxy,
      metricsToken: config.metricsToken,
      sessionKey: Buffer.from(hkdfSync("sha256", key, "", "sanwu session v1", 32)),
      keepDays: keptDays,
      clock: systemClock,
      ids: systemIds(),
      log,
    }),
    config,
  );
  print(await greeting(config, web.port, knowledge));
  // Who writes at once is answered at once; who comes later need not wait for this.
  setTimeout(() => warmUp(knowledge), 100).unref();
  const checkNoMore = checkLater(log, print);
  return {
    port: web.port,
    async stop() {
      checkNoMore();
      await Promise.all([web.close(), served.stop()]);
      knowledge.close();
      await store?.close();
    },
  };
}

interface Served {
  web: Pick<
    WebOptions,
    "desk" | "files" | "seats" | "receive" | "chat" | "health" | "telegramWebhook" | "emergencyOnly"
  >;
  stop(): Promise<void>;
}

async function serveWhole(
  config: Config,
  key: Buffer,
  store: Store,
  knowledge: LiveKnowledge,
  log: Log,
): Promise<Served> {
  await askForSecondFactor(store.db, config.secondFactor);
  const channels = new Map<ChannelName, Channel>();
  const chat = webChat({ log: store.webLog, clock: systemClock });
  channels.set("web", chat.channel);
  const metrics = openMetrics(store, Date.now);
  const roster = liveRoster(rosterFile(config.dataDir), log, Date.now);
  const app = createApp({
    store,
    knowledge,
    channels,
    clock: systemClock,
    ids: systemIds(),
    newNumber,
    log,
    patience: usualPatience,
    mayWrite: writingLimits(),
    place: { pageUrl: config.publicUrl, residency: config.residency },
    roster,
    alarm: alertHook(config.alertHook, log),
    witness: metrics.witness,
  });
  const telegram = await openTelegram(config, app.receive, store, log);
  if (telegram) channels.set("telegram", telegram.channel);
  await app.begin();
  const retention = setInterval(
    () => void deleteOld(store, Date.now()).catch(() => undefined),
    hour,
  );
  retention.unref();
  const health: Health = {
    live: () => true,
    ready: () =>
      readiness({
        store,
        clock: systemClock,
        dataDir: config.dataDir,
        entries: () => knowledge.entries.length,
        telegram: telegram && (() => telegram.status().trouble === null),
      }),
    metrics: metrics.text,
  };
  return {
    web: {
      desk: deskView(
        store,
        roster,
        systemClock,
        systemIds(),
        () => knowledge.station.villages.map(({ name }) => name),
        knowledge,
      ),
      seats: seatShelf(store, knowledge),
      files: fileShelf(store, systemClock, systemIds()),
      receive: app.receive,
      chat,
      health,
      telegramWebhook: telegram?.webhook ?? null,
    },
    stop: () => stopWhole(app, telegram, retention),
  };
}

async function stopWhole(
  app: App,
  telegram: Telegram | null,
  retention: NodeJS.Timeout,
): Promise<void> {
  clearInterval(retention);
  await app.stop();
  await telegram?.stop();
}

/** Telegram's client is loaded only by a station that uses it. */
async function openTelegram(
  config: Config,
  receive: Receive,
  store: Store,
  log: Log,
): Promise<Telegram | null> {
  if (config.telegram === null) return null;
  const { token, apiRoot, proxy, webhookSecret } = config.telegram;
  const { startTelegram } = await import("../channels/telegram/telegram.ts");
  const offset = `telegram offset of ${token.split(":")[0]}`;
  return startTelegram({
    token,
    apiRoot,
    proxy,
    webhook: webhookSecret
      ? { secret: webhookSecret, url: `${config.publicUrl}/telegram/webhook` }
      : null,
    receive,
    clock: systemClock,
    chance: Math.random,
    log,
    offset: {
      read: async () => Number((await readSetting(store.db, offset)) ?? 0),
      write: (next) => writeSetting(store.db, offset, String(next)),
    },
  });
}

function warmUp(knowledge: LiveKnowledge): void {
  warmUpTriage();
  void knowledge.warmUp();
}

/** Without a store: danger is still read and the card still shown; nothing is kept or answered. */
function serveDamaged(config: Config, log: Log): Served {
  const broken = () => Promise.reject(new Error("The database is damaged."));
  const chatLog: WebLog = { add: broken, after: broken };
  const chat = webChat({ log: chatLog, clock: systemClock });
  const receive = receiver({
    accept: broken,
    residency: config.residency,
    channels: new Map([["web", chat.channel]]),
    ids: systemIds(),
    log,
    mayWrite: () => Promise.resolve(true),
    told: toldMemory(systemClock),
    stored: () => undefined,
  });
  const health: Health = {
    live: () => true,
    ready: () => Promise.resolve({ ok: false, checks: { store: false } }),
    metrics: () => Promise.resolve(""),
  };
  return {
    web: { receive, chat, health, telegramWebhook: null, emergencyOnly: true },
    stop: () => Promise.resolve(),
  };
}

/** The store, or null where its file is damaged: an empty one is never made in its place. */
async function openWhole(
  config: Config,
  key: Buffer,
  print: (text: string) => void,
): Promise<Store | null> {
  const file = databaseOf(config);
  try {
    const store = await openStore(file, cipherWith(key));
    if (await isWhole(store.db)) return store;
    await store.close();
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (!/SQLITE_(CORRUPT|NOTADB)/.test(code)) throw error;
  }
  print(cliTexts.damaged(file, backupsIn(backupFolder(config))[0] ?? null));
  return null;
}

async function greeting(config: Config, port: number, knowledge: LiveKnowledge): Promise<string> {
  const scheme = config.tls ? "https" : "http";
  const lan = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && one.family === "IPv4" && !one.internal)?.address;
  const onPhone = config.publicUrl ?? (lan ? `${scheme}://${lan}:${port}` : null);
  const missing = missingFacts(knowledge.station).map((fact) => missingFactNames[fact]);
  const { telegram, residency } = config;
  return [
    cliTexts.ready(`${scheme}://localhost:${port}`),
    onPhone ? cliTexts.network(onPhone) : cliTexts.noNetwork,
    ...(onPhone
      ? [cliTexts.scan, await QRCode.toString(onPhone, { type: "utf8", margin: 2 })]
      : []),
    cliTexts.data(config.databaseUrl === null ? config.dataDir : publicName(config.databaseUrl)),
    cliTexts.knowledge(knowledge.entries.length, knowledge.release, knowledge.problems.length),
    telegram
      ? cliTexts.telegramOn(telegram.webhookSecret ? "webhook" : "long polling", residency)
      : cliTexts.telegramOff,
    ...(telegram && residency === "open" ? [cliTexts.residencyHint] : []),
    cliTexts.modelOff,
    ...(missing.length > 0 ? [cliTexts.missing(missing)] : []),
  ].join("\n");
}
