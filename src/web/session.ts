import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import { requestOrigin } from "./request-origin.ts";

/** Who is talking: one browser, one conversation, until its cookie goes. */
export interface Sessions {
  /** The session of this request; null where its cookie is missing or not of our making. */
  read(c: Context): Promise<string | null>;
  /** The session of this request, or a new one; either way the cookie lasts a year from now. */
  open(c: Context): Promise<string>;
  /** A new session for this browser, whatever it had before: nobody can know it from earlier. */
  begin(c: Context): Promise<string>;
  /** Takes the cookie from this browser. */
  close(c: Context): void;
  /** What a form of this session's page carries as proof: nobody else can know it. */
  formToken(session: string): string;
  isFormToken(session: string, token: string): boolean;
}

export interface SessionOptions {
  /** Signs cookies; the same after a restart, or every conversation is lost to its villager. */
  key: Uint8Array;
  trustProxy: boolean;
  /** Unit of size: bytes. */
  random?: (size: number) => Uint8Array;
}

/** Unit: seconds. */
const oneYear = 365 * 24 * 3600;
const cookie = "sanwu";
/** 128 bits in base64url. */
const shape = /^[\w-]{22}$/;

export function sessions({ key, trustProxy, random = randomBytes }: SessionOptions): Sessions {
  const cookieKey = derived(key, "cookie");
  const tokenKey = derived(key, "form");
  // The prefix needs https: a page in the station's own network over plain http goes without.
  const isSecure = (c: Context) => requestOrigin(c, trustProxy).protocol === "https:";
  const flags = { path: "/", httpOnly: true, sameSite: "Lax" } as const;

  async function read(c: Context): Promise<string | null> {
    const session = isSecure(c)
      ? await getSignedCookie(c, cookieKey, cookie, "host")
      : await getSignedCookie(c, cookieKey, cookie);
    return session && shape.test(session) ? session : null;
  }

  function formToken(session: string): string {
    return createHmac("sha256", tokenKey).update(session).digest("base64url").slice(0, 22);
  }

  const fresh = () => Buffer.from(random(16)).toString("base64url");

  async function give(c: Context, session: string): Promise<string> {
    const secure = isSecure(c);
    await setSignedCookie(c, cookie, session, cookieKey, {
      ...flags,
      maxAge: oneYear,
      ...(secure ? { secure, prefix: "host" as const } : {}),
    });
    return session;
  }

  return {
    read,
    open: async (c) => give(c, (await read(c)) ?? fresh()),
    begin: (c) => give(c, fresh()),
    close(c) {
      const name = isSecure(c) ? `__Host-${cookie}` : cookie;
      deleteCookie(c, name, { ...flags, secure: isSecure(c) });
    },
    formToken,
    isFormToken(session, token) {
      const [a, b] = [Buffer.from(formToken(session)), Buffer.from(token)];
      return a.length === b.length && timingSafeEqual(a, b);
    },
  };
}

function derived(key: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", key).update(`sanwu web ${purpose}`).digest());
}
