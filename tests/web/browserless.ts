import type { Hono } from "hono";

const host = "http://localhost";

/** A browser without a window: keeps cookies, sends what browsers send. */
export function visitor(app: Hono, origin = host) {
  const jar = new Map<string, string>();

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (jar.size > 0) {
      headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const response = await app.request(`${origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...rest] = line.split("; ");
      const at = pair.indexOf("=");
      if (rest.includes("Max-Age=0")) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, type: string) =>
    ask(path, { method: "POST", body, headers: { origin, "content-type": type } });

  return {
    jar,
    ask,
    read: async (path: string) => (await ask(path)).text(),
    json: (body: unknown) => post("/api/messages", JSON.stringify(body), "application/json"),
    raw: (body: string | Uint8Array<ArrayBuffer>) =>
      post("/api/messages", body, "application/json"),
    form: (path: string, fields: Record<string, string>) =>
      post(path, String(new URLSearchParams(fields)), "application/x-www-form-urlencoded"),
    /** The session that the cookie names. */
    session: () => [...jar.values()][0]?.split(".")[0] ?? "",
  };
}

/** Value of a hidden field or of the token in the form's address. */
export function hidden(html: string, name: string): string {
  const found =
    name === "token"
      ? /action="\/say\?token=([\w-]+)"/.exec(html)
      : new RegExp(`name="${name}" value="([^"]*)"`).exec(html);
  if (!found) throw new Error(`The page has no ${name}.`);
  return found[1]!;
}
