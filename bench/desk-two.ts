import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { cipherWith } from "../src/store/cipher.ts";
import { openStore } from "../src/store/store.ts";
import { launchStation, type StationProcess } from "../tests/faults/station-process.ts";
import type { Around, UnderFaults } from "./desk-faults.ts";
import { privateCluster } from "./private-cluster.ts";

const key = "5a".repeat(32);
const secret = "the-secret-of-the-webhook";

/** Two workers at one PostgreSQL of their own; now a worker is killed, now the server stops as if its power was cut. */
export async function twoWorkers({ folder, api, settings, chance }: Around): Promise<UnderFaults> {
  const cluster = await privateCluster();
  const workers: StationProcess[] = [];
  const front = await inFront(() => workers);
  // Telegram writes to an address with TLS; whatever ends it there writes on to the workers.
  api.reroutes("https://station.invalid", front.url);
  const launched = (n: number) =>
    launchStation(join(folder, `worker-${n}`), {
      ...settings,
      ...{ DATABASE_URL: cluster.url, DATA_KEY: key },
      ...{ PUBLIC_URL: "https://station.invalid", TELEGRAM_WEBHOOK_SECRET: secret },
    });
  for (const n of [0, 1]) workers.push(await launched(n));
  const ended = new Map<string, number>();
  const count = (what: string) => ended.set(what, (ended.get(what) ?? 0) + 1);
  const all = (signal: "SIGKILL" | "SIGTERM") =>
    Promise.all(workers.map((worker) => worker.end(signal)));
  return {
    ended,
    async end() {
      if (chance() < 0.5) {
        await cluster.cut();
        return void count("pg_ctl stop -m immediate");
      }
      const n = chance() < 0.5 ? 0 : 1;
      await workers[n]!.end("SIGKILL");
      count("kill -9 of a worker");
      workers[n] = await launched(n);
    },
    async opened(work) {
      const store = await openStore(cluster.url, cipherWith(Buffer.from(key, "hex")));
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    },
    stop: async () => void (await all("SIGTERM")),
    async clear() {
      await all("SIGKILL");
      await front.close();
      await cluster.clear();
    },
  };
}

/** Hands each request to the next worker in turn; one that does not answer is as if nobody did. */
async function inFront(workers: () => StationProcess[]) {
  let turn = 0;
  const server = createServer((from, to) => {
    const all = workers();
    const worker = all[turn++ % Math.max(1, all.length)];
    if (!worker) return void to.writeHead(502).end();
    const { method, headers, url: path } = from;
    const on = request(
      { host: "127.0.0.1", port: worker.port, method, headers, path },
      (answer) => {
        to.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(to);
        answer.on("error", () => to.destroy());
      },
    );
    on.on("error", () => (to.headersSent ? to.destroy() : to.writeHead(502).end()));
    from.pipe(on);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
