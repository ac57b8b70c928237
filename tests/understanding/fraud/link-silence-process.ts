import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";
import undici from "undici";

/**
 * A process in which every door to the network is a trap that counts, and that then reads 3,000 hostile
 * links. Prints what was tried, as JSON.
 */
const tried: string[] = [];
function trap(module: object, name: string, names: readonly string[]): void {
  for (const each of names)
    Object.defineProperty(module, each, {
      configurable: true,
      writable: true,
      value: () => {
        tried.push(`${name}.${each}`);
        throw new Error(`${name}.${each} is not to be used here`);
      },
    });
}
const asking = Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
trap(dns, "dns", asking);
trap(dns.promises, "dns.promises", asking);
trap(net, "net", ["connect", "createConnection"]);
trap(net.Socket.prototype, "Socket", ["connect"]);
trap(tls, "tls", ["connect"]);
trap(http, "http", ["request", "get"]);
trap(https, "https", ["request", "get"]);
trap(http2, "http2", ["connect"]);
trap(dgram, "dgram", ["createSocket"]);
trap(undici, "undici", ["request", "fetch", "stream", "pipeline", "connect"]);
trap(globalThis, "globalThis", ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]);
syncBuiltinESMExports();

if (process.argv[2] === "break") {
  // The trap must be seen to shut: what the checks must not do is done here on purpose.
  for (const work of [
    () => fetch("http://abc.top/"),
    () => http.get("http://abc.top/"),
    () => dns.lookup("abc.top", () => {}),
    () => net.connect(80, "abc.top"),
    () => undici.request("http://abc.top/"),
  ])
    try {
      void work();
    } catch {
      continue;
    }
}

const { linkFindings } = await import("../../../src/flows/link-findings.ts");
const { namedIn } = await import("../../../src/understanding/fraud/named.ts");
const { shippedHosts } = await import("./known-hosts.ts");
const known = shippedHosts();
const schemes = [
  "http://",
  "https://",
  "ftp://",
  "hxxp://",
  "//",
  "",
  "tg://",
  "javascript:",
  "file://",
  "data:",
];
const fronts = ["", "user:pw@", "icbc.com.cn@", "www.", "95588.", "icbc.com.cn.", "\u200b"];
const cores = [
  "localhost",
  "127.0.0.1",
  "169.254.169.254",
  "0x7f.1",
  "[::1]",
  "xn--80ak6aa92e.com",
  "icbc-safe.top",
];
const cores2 = [
  "metadata.google.internal",
  "abc。top",
  "abc(点)top",
  "t.cn/A6xYz",
  "а.com",
  "2130706433",
  "gov.cn.abc.top",
];
const tails = ["", ":22/", "/latest/meta-data", "/a.apk?x=1#y"];
let checked = 0;
let found = 0;
for (const scheme of schemes)
  for (const front of fronts)
    for (const core of [...cores, ...cores2])
      for (const tail of tails) {
        const text = `请点击${scheme}${front}${core}${tail}`;
        found += linkFindings(text, { known, listed: [] }).length;
        namedIn(text);
        checked += 1;
      }
// What opens late opens within this time.
await new Promise((resolve) => setImmediate(resolve));
process.stdout.write(JSON.stringify({ checked, found, tried }));
