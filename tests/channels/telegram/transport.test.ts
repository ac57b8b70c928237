import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { TelegramFault } from "../../../src/channels/telegram/fault.ts";
import {
  createTransport,
  type TransportOptions,
} from "../../../src/channels/telegram/transport.ts";
import { bots, connected, inTime, outgoing, soon } from "./connected.ts";

async function transportTo(apiRoot: string, more: Partial<TransportOptions> = {}) {
  const transport = await createTransport({
    token: "7001:a-token-of-the-strict-server",
    apiRoot,
    proxy: null,
    limit: 2_000,
    ended: () => {},
    ...more,
  });
  onTestFinished(() => transport.close());
  return transport;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it("has sixteen sends and a long poll under way at once", async () => {
  let open = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const root = await listening(
    createServer((request, response) => {
      request.resume();
      most = Math.max(most, ++open);
      waiting.push(() => response.end('{"ok":true,"result":1}'));
      if (open === 17) for (const go of waiting) go();
    }),
  );
  const { call } = await transportTo(root);
  const results = await Promise.all(Array.from({ length: 17 }, () => call("sendMessage", {})));
  expect(results).toEqual(Array(17).fill(1));
  expect(most).toBe(17);
});

it("goes through a proxy, to a root with a path", async () => {
  const tunnels: string[] = [];
  const seen: string[] = [];
  const proxy = createServer();
  proxy.on("connect", (request, client, head) => {
    tunnels.push(request.url!);
    const [host, port] = request.url!.split(":");
    const server = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      server.write(head);
      server.pipe(client).pipe(server);
    });
    server.on("error", () => client.destroy());
    client.on("error", () => server.destroy());
  });
  const root = await listening(
    createServer((request, response) => {
      seen.push(request.url!);
      response.end('{"ok":true,"result":{"id":1}}');
    }),
  );
  const { call } = await transportTo(`${root}/behind`, { proxy: await listening(proxy) });
  expect(await call("getMe", {})).toEqual({ id: 1 });
  expect(tunnels).toEqual([new URL(root).host]);
  expect(seen).toEqual(["/behind/bot7001:a-token-of-the-strict-server/getMe"]);
});

it("ends a call at its limit, also when the answer comes drop by drop", async () => {
  const root = await listening(
    createServer((request, response) => {
      request.resume();
      response.write('{"ok":');
      const drip = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(drip));
    }),
  );
  const { call } = await transportTo(root, { limit: 60 });
  await expect(call("getMe", {})).rejects.toMatchObject({ code: null });
});

describe("the token", () => {
  const token = "7001:a-token-of-the-strict-server";
  const roots = {
    nobody: "http://127.0.0.1:9",
    "no such name": "http://no-such-host.invalid",
    "not http": "http://127.0.0.1:1",
  };

  it.each(Object.entries(roots))("is in no error when the root is %s", async (_, root) => {
    const error: unknown = await (
      await transportTo(root)
    )
      .call("getMe", {})
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TelegramFault);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("a-token-of");
    expect(String((error as Error).stack)).not.toContain("a-token-of");
  });

  it("is in no error even when the answer names it", async () => {
    const root = await listening(
      createServer((request, response) => {
        const description = `Not Found: ${request.url}`;
        response.end(JSON.stringify({ ok: false, error_code: 404, description }));
      }),
    );
    const error: unknown = await (
      await transportTo(root)
    )
      .call("getMe", {})
      .catch((reason: unknown) => reason);
    expect(inspect(error, { depth: 9 })).toContain("Not Found");
    expect(inspect(error, { depth: 9 })).not.toContain(token);
  });

  it("is in no log line through every trouble there is", async () => {
    const api = await bots();
    api.user(5);
    const station = await connected(api, { waits: { call: 60, poll: 0 } });
    const faults = [
      { kind: "status", code: 500 },
      { kind: "status", code: 401, description: `Unauthorized ${token}` },
      { kind: "status", code: 400, description: `Bad Request: ${token}` },
      { kind: "drop" },
      { kind: "drop-after" },
      { kind: "garbage" },
      { kind: "hang" },
      { kind: "reply", body: token },
    ] as const;
    for (const fault of faults) {
      api.faults.next("*", fault, 6);
      const sent = await station.channel.send(outgoing(), inTime());
      expect(inspect(sent, { depth: 9 })).not.toContain("a-token-of");
    }
    await api.down();
    await soon(() => expect(station.status().trouble).toBe("unreachable"));
    await api.up();
    await soon(() => expect(station.status().trouble).toBeNull());
    expect(station.log.lines.length).toBeGreaterThan(2);
    expect(inspect(station.log.lines, { depth: 9 })).not.toContain("a-token-of");
  });
});
