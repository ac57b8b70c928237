import { expect, test } from "vitest";
import { roles, type Role } from "../../src/domain/people.ts";
import { visitor } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

type Who = "nobody" | "villager" | Role;
const everyone: Who[] = ["nobody", "villager", ...roles];

const number = "100001";
const goodCode = "abcdefghijklmnopqrstuvwxyzab";

/** What each route answers, by who asks. Without a name for somebody: the same as for `all`. */
const expected: Record<string, { all: number } & Partial<Record<Who, number>>> = {
  "GET /": { all: 200 },
  "GET /shell": { all: 200 },
  "POST /api/messages": { all: 202, nobody: 401 },
  "GET /say": { all: 303 },
  "POST /say": { all: 303, nobody: 200 },
  "GET /api/events": { all: 200, nobody: 401 },
  "GET /hotlines": { all: 200 },
  "GET /privacy": { all: 200 },
  "POST /forget": { all: 303 },
  "GET /offline": { all: 200 },
  "GET /entries/:id": { all: 200 },
  "POST /size": { all: 303 },
  "GET /join/:code": { all: 200 },
  "POST /join/:code": { all: 303 },
  "GET /desk/in/:code": { all: 410 },
  "POST /desk/in/:code": { all: 410 },
  "POST /desk/out": { all: 200, nobody: 403, villager: 403 },
  "GET /desk": { all: 200, nobody: 403, villager: 403 },
  "GET /api/desk": { all: 200, nobody: 403, villager: 403 },
  "GET /desk/figures": { all: 403, officer: 200, chief: 200, admin: 200, auditor: 200 },
  "GET /desk/roster": { all: 200, nobody: 403, villager: 403 },
  // A private matter: violence is for the police alone.
  "GET /desk/:number": { all: 404, nobody: 403, villager: 403, officer: 200, chief: 200 },
  // Only its owner prints it, and only where it was settled.
  "GET /desk/:number/agreement": {
    ...{ all: 404, nobody: 403, villager: 403 },
    ...{ officer: 403, chief: 403 },
  },
  "GET /livez": { all: 200 },
  "GET /readyz": { all: 200 },
  "GET /metrics": { all: 401 },
  "POST /telegram/webhook": { all: 401 },
  "GET /app.css": { all: 200 },
  "GET /app.js": { all: 200 },
  "GET /desk.js": { all: 200 },
  "GET /icon.svg": { all: 200 },
  "GET /manifest.webmanifest": { all: 200 },
  "GET /sw.js": { all: 200 },
};

const open = () =>
  deskStation({
    metricsToken: "m".repeat(20),
    telegramWebhook: async () => new Response(null, { status: 401 }),
  });

/** All routes of the app, as they are registered; what stands before them all is none. */
function routesOf({ routes }: Awaited<ReturnType<typeof open>>["app"]): string[] {
  const named = routes.flatMap(({ method, path }) =>
    method === "ALL" || path.includes("*") ? [] : [`${method} ${path}`],
  );
  return [...new Set(named)].toSorted();
}

const filled = (path: string) =>
  path.replace(":number", number).replace(":code", goodCode).replace(":id", "id-card-replace");

const bodies: Record<string, [string, string]> = {
  "/api/messages": ["application/json", '{"id":"client-0001","text":"你好"}'],
  "/say": ["application/x-www-form-urlencoded", "nonce=id-00000001&text=a"],
};

async function ask(browser: ReturnType<typeof visitor>, route: string, headers = {}) {
  const [method = "", path = ""] = route.split(" ");
  if (method === "GET") return browser.ask(filled(path), { headers });
  const [type, body] = bodies[path] ?? ["application/x-www-form-urlencoded", ""];
  const init = { method, body, headers: { "content-type": type, ...headers } };
  return browser.ask(filled(path), init);
}

test("every route is decided, for everybody", async () => {
  expect(routesOf((await open()).app)).toEqual(Object.keys(expected).toSorted());
});

test.each(everyone)("%s gets what is theirs, and nothing else", async (who) => {
  const { world, app, invited, joined } = await open();
  await world.villager("li").says("找民警");
  await world.store.db("matters").update({ number, private: true });
  const found: Record<string, number> = {};
  const wanted: Record<string, number> = {};
  for (const [at, route] of Object.keys(expected).entries()) {
    // A browser of its own for each: some routes end what the next ones need.
    const browser =
      who === "nobody" || who === "villager"
        ? visitor(app)
        : await joined(await invited(`${who}${at}`, who));
    if (who === "villager") await browser.read("/");
    const answer = await ask(browser, route, { origin: "http://localhost" });
    await answer.body?.cancel();
    found[route] = answer.status;
    wanted[route] = expected[route]![who] ?? expected[route]!.all;
  }
  expect(found).toEqual(wanted);
});

test("another site can make no browser of ours post to any route", async () => {
  const { app, world, invited, joined } = await open();
  const officer = await joined(await invited("张强"));
  const before = await world.dump();
  const posts = routesOf(app).filter(
    (route) => route.startsWith("POST") && route !== "POST /telegram/webhook",
  );
  expect(posts.length).toBeGreaterThan(6);
  for (const route of posts)
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site", origin: "http://localhost" },
      { "sec-fetch-site": "same-site" },
      {},
    ] as Record<string, string>[]) {
      const answer = await ask(officer, route, headers);
      expect({ route, headers, status: answer.status }).toEqual({ route, headers, status: 403 });
    }
  await world.app.settled();
  expect(await world.dump()).toBe(before);
  expect((await officer.ask("/desk")).status).toBe(200);
});
