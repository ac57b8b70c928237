import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Telegraf } from "telegraf";

/**
 * The bare minimum to compare with: telegraf as its manual shows it, saying back what it hears; no
 * store, no thought. `tsx bench/echo-bot.ts TOKEN API_ROOT SECRET`; prints the port it listens on.
 */
const [token = "", apiRoot = "", secretToken = ""] = process.argv.slice(2);
const bot = new Telegraf(token, { telegram: { apiRoot } });
bot.on("text", (ctx) => ctx.reply(ctx.message.text));
const server = createServer(bot.webhookCallback("/telegram/webhook", { secretToken }));
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.on("SIGTERM", () => process.exit(0));
