import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";

export interface ListenOptions {
  /** 0 = any free port. */
  port: number;
  host: string;
  /** Files in PEM format; null = plain http. */
  tls: { cert: string; key: string } | null;
}

export interface Listening {
  port: number;
  /** Ends open pages' streams, lets requests in hand finish, then resolves. */
  close(): Promise<void>;
}

/** How long a request may take to arrive. Unit: ms. */
const requestTimeout = 30_000;
/** How long requests in hand may take after `close`. Unit: ms. */
const closeTimeout = 8000;

/** @throws where the port is taken or the TLS files cannot be read */
export async function listen(app: Hono, { port, host, tls }: ListenOptions): Promise<Listening> {
  const streams = new Set<ServerResponse>();
  const fetch = async (request: Request, env: unknown): Promise<Response> => {
    const response = await app.fetch(request, env);
    if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
      const { outgoing } = env as HttpBindings;
      streams.add(outgoing);
      outgoing.once("close", () => streams.delete(outgoing));
    }
    return response;
  };
  const server = createAdaptorServer(
    tls
      ? {
          fetch,
          createServer: createSecureServer,
          serverOptions: {
            cert: readFileSync(tls.cert),
            key: readFileSync(tls.key),
            requestTimeout,
          },
        }
      : { fetch, createServer, serverOptions: { requestTimeout } },
  ) as Server;
  const closeUnused = unusedSockets(server, tls !== null);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });

  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const last = setTimeout(() => server.closeAllConnections(), closeTimeout);
        server.close(() => {
          clearTimeout(last);
          resolve();
        });
        for (const stream of streams) stream.destroy();
        closeUnused();
      }),
  };
}

/**
 * Ends sockets without a request in hand, now and as soon as theirs is done. Node's own
 * closeIdleConnections leaves those on which nothing was ever asked, and browsers open such.
 */
function unusedSockets(server: Server, isSecure: boolean): () => void {
  const sockets = new Set<Socket>();
  const busy = new Set<Socket>();
  let isClosing = false;
  server.on(isSecure ? "secureConnection" : "connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    busy.add(socket);
    response.once("close", () => {
      busy.delete(socket);
      if (isClosing) socket.end();
    });
  });
  return () => {
    isClosing = true;
    for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
  };
}
