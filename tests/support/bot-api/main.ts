import { parseArgs } from "node:util";
import { startBotApi } from "./server.ts";

/** The strict Bot API as a process: `tsx tests/support/bot-api/main.ts --port 8081`. One line when it listens. */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    token: { type: "string", default: "7001:a-token-of-the-strict-server" },
    seed: { type: "string", default: "1" },
    keep: { type: "string", default: "100000" },
    limits: { type: "boolean", default: false },
  },
});
const api = await startBotApi({
  port: Number(values.port),
  token: values.token,
  seed: Number(values.seed),
  keep: Number(values.keep),
  limits: values.limits ? { perChat: 1, overall: 30 } : null,
});
console.log(JSON.stringify({ url: api.url, token: api.token }));
process.on("SIGTERM", () => void api.stop().then(() => process.exit(0)));
