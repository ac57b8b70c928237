import { Hono } from "hono";
import { expect, test } from "vitest";
import { addressOf } from "../../src/web/address.ts";

/** The address that a request is counted for. */
async function seen(remote: string, forwarded?: string, trustProxy = false) {
  const app = new Hono().get("/", (c) => c.json(addressOf(c, trustProxy)));
  const socket = { remoteAddress: remote, remotePort: 1, remoteFamily: "IPv4" };
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const answer = await app.request("/", { headers }, { incoming: { socket } });
  return (await answer.json()) as string | null;
}

test.each([
  ["a phone in the station's network", "192.168.1.23", "192.168.1.23"],
  ["the same, as IPv6 writes it", "::ffff:192.168.1.23", "192.168.1.23"],
  ["a household's own half of IPv6", "2001:db8:1:2:aaaa::1", "2001:db8:1:2"],
  ["its other phone", "2001:DB8:1:2::9", "2001:db8:1:2"],
  ["a short one", "2001:db8::1", "2001:db8:0:0"],
  ["this computer", "127.0.0.1", null],
  ["this computer, as IPv6 writes it", "::ffff:127.0.0.1", null],
  ["this computer in IPv6", "::1", null],
])("%s", async (_name, remote, counted) => {
  expect(await seen(remote)).toBe(counted);
});

test("what a browser claims counts nowhere; behind the station's proxy the proxy's word does", async () => {
  expect(await seen("192.168.1.23", "10.0.0.1")).toBe("192.168.1.23");
  expect(await seen("127.0.0.1", "1.2.3.4, 203.0.113.9", true)).toBe("203.0.113.9");
  expect(await seen("127.0.0.1", "nonsense", true)).toBeNull();
});
