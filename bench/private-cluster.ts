import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL server of a bench's own, which it may cut off. */
interface PrivateCluster {
  url: string;
  /** Stops as if its power was cut, and starts again. */
  cut(): Promise<void>;
  clear(): Promise<void>;
}

/**
 * Makes a server in a folder of its own, with its usual care for the disk. PostgreSQL refuses to be
 * root: there it runs as the user "postgres".
 * @throws where no PostgreSQL is installed
 */
export async function privateCluster(): Promise<PrivateCluster> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-pg-"));
  const data = join(folder, "data");
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const as = (program: string, args: string[]) => {
    const file = join(programs(), program);
    // A server that outlives pg_ctl must hold none of our pipes open.
    return isRoot ? run("runuser", ["-u", "postgres", "--", file, ...args]) : run(file, args);
  };
  if (isRoot) await run("chown", ["postgres", folder]);
  await as("initdb", ["-D", data, "-U", "sanwu", "-A", "trust", "-E", "UTF8", "--locale=C"]);
  const control = (...args: string[]) => as("pg_ctl", ["-D", data, "-w", ...args]);
  const start = () =>
    control("start", "-l", join(folder, "log"), "-o", `-p ${port} -k ${folder} -h 127.0.0.1`);
  await start();
  return {
    url: `postgres://sanwu@127.0.0.1:${port}/postgres?sslmode=disable`,
    async cut() {
      await control("stop", "-m", "immediate");
      await start();
    },
    async clear() {
      await control("stop", "-m", "immediate").catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where Debian keeps its newest version; elsewhere they are on the path. */
function programs(): string {
  const all = "/usr/lib/postgresql";
  const [newest] = existsSync(all) ? readdirSync(all).toSorted((a, b) => +b - +a) : [];
  return newest === undefined ? "" : join(all, newest, "bin");
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}
