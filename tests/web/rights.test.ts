import { expect, test } from "vitest";
import { askForSecondFactor } from "../../src/store/second-factor.ts";
import { roles, type Role } from "../../src/domain/people.ts";
import { visitor } from "./browserless.ts";
import { deskStation } from "./desk-station.ts";

/** `half`: an officer who has used a link, and has not given the second factor yet. */
type Who = "nobody" | "villager" | "half" | Role;
const everyone: Who[] = ["nobody", "villager", "half", ...roles];

/** Somebody else's: a private matter, that nobody has taken. */
const number = "100001";
/** In the hands of whoever asks, if they can have any; else of a colleague. */
const ownNumber = "200002";
const goodCode = "abcdefghijklmnopqrstuvwxyzab";

/**
 * What each route answers, by who asks. Without a name for somebody: the same as for `all`. A route
 * about one matter stands here twice: about others', and, with " own", about one's own.
 */
const expected: Record<string, { all: number } & Partial<Record<Who, number>>> = {
  "GET /": { all: 200, half: 303 },
  "GET /shell": { all: 200 },
  "POST /api/messages": { all: 202, nobody: 401 },
  "GET /say": { all: 303 },
  "POST /say": { all: 303, nobody: 200 },
  "GET /api/events": { all: 200, nobody: 401 },
  // This station keeps no files; whose is whose is tested with those that do.
  "POST /files": { all: 400, nobody: 401 },
  "POST /say-file": { all: 400 },
  "GET /files/:id": { all: 404 },
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
  "GET /desk": { all: 200, nobody: 403, villager: 403, half: 303 },
  "GET /api/desk": { all: 200, nobody: 403, villager: 403, half: 403 },
  "GET /desk/figures": { all: 403, officer: 200, chief: 200, admin: 200, auditor: 200, half: 303 },
  // Warnings are for the police; what came out otherwise is for whoever looks after the signs.
  "GET /desk/warnings": { all: 403, officer: 200, chief: 200, half: 303 },
  "POST /desk/warnings/list": { all: 403, officer: 400, chief: 400, half: 303 },
  "POST /desk/warnings/take": { all: 403, officer: 400, chief: 400, half: 303 },
  "GET /desk/warnings/figures": {
    ...{ all: 403, officer: 200, chief: 200, admin: 200, auditor: 200, half: 303 },
  },
  "GET /desk/warnings/figures.csv": {
    ...{ all: 403, officer: 200, chief: 200, admin: 200, auditor: 200, half: 303 },
  },
  "GET /desk/flags": { all: 403, chief: 200, admin: 200, half: 303 },
  // A villager's seat is for the browser in which it was taken.
  "GET /seats": { all: 200 },
  "GET /seats/:file": { all: 404 },
  // Who comes to the counter is for the police; how many come for whoever counts.
  "GET /desk/appointments": { all: 403, officer: 200, chief: 200, half: 303 },
  "GET /desk/appointments.csv": { all: 403, officer: 200, chief: 200, half: 303 },
  // An empty form names no seat, no service and no day.
  "POST /desk/appointments/step": { all: 403, officer: 409, chief: 409, half: 303 },
  "POST /desk/appointments/walk-in": { all: 403, officer: 400, chief: 400, half: 303 },
  "POST /desk/appointments/close": { all: 403, officer: 400, chief: 400, half: 303 },
  "POST /desk/appointments/open": { all: 403, officer: 400, chief: 400, half: 303 },
  "GET /desk/appointments/figures": {
    ...{ all: 403, officer: 200, chief: 200, admin: 200, auditor: 200, half: 303 },
  },
  "GET /desk/appointments/figures.csv": {
    ...{ all: 403, officer: 200, chief: 200, admin: 200, auditor: 200, half: 303 },
  },
  // An empty form asks how it went; whose matter it is is said in the conversation.
  "POST /desk/:number/result": {
    ...{ all: 404, nobody: 403, villager: 403, half: 303 },
    ...{ officer: 303, chief: 303 },
  },
  "POST /desk/:number/result own": {
    ...{ all: 404, nobody: 403, villager: 403, half: 303 },
    ...{ officer: 303, chief: 303, cadre: 303, mediator: 303 },
  },
  "GET /desk/roster": { all: 200, nobody: 403, villager: 403, half: 303 },
  "GET /desk/second": { all: 200, nobody: 403, villager: 403 },
  // Nothing is asked of those who have no second factor; an empty form turns none on.
  "POST /desk/second": { all: 303, nobody: 403, villager: 403 },
  "POST /desk/second/on": { all: 200, nobody: 403, villager: 403 },
  // A private matter: violence is for the police alone.
  "GET /desk/:number": {
    ...{ all: 404, nobody: 403, villager: 403, half: 303 },
    ...{ officer: 200, chief: 200 },
  },
  "GET /desk/:number own": {
    ...{ all: 404, nobody: 403, villager: 403, half: 303 },
    ...{ officer: 200, chief: 200, cadre: 200, mediator: 200 },
  },
  // Whoever has it, of the police: their form, and without a reason the form again.
  "GET /desk/:number/phone": { all: 404, nobody: 403, villager: 403, half: 303 },
  "GET /desk/:number/phone own": {
    ...{ all: 404, nobody: 403, villager: 403, half: 303 },
    ...{ officer: 200, chief: 200 },
  },
  "POST /desk/:number/phone": { all: 404, nobody: 403, villager: 403, half: 303 },
  "POST /desk/:number/phone own": {
    ...{ all: 404, nobody: 403, villager: 403, half: 303 },
    ...{ officer: 400, chief: 400 },
  },
  // Only its owner prints it, and only where it was settled.
  "GET /desk/:number/agreement": {
    ...{ all: 404, nobody: 403, villager: 403, half: 303 },
    ...{ officer: 403, chief: 403 },
  },
  "GET /desk/:number/agreement own": {
    ...{ all: 404, nobody: 403, villager: 403, half: 303 },
    ...{ officer: 403, chief: 403, cadre: 403, mediator: 403 },
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

const filled = (path: string, whose = number) =>
  path
    .replace(":number", whose)
    .replace(":code", goodCode)
    .replace(":id", "id-card-replace")
    .replace(":file", "seat-1.ics");

const bodies: Record<string, [string, string]> = {
  "/api/messages": ["application/json", '{"id":"client-0001","text":"你好"}'],
  "/say": ["application/x-www-form-urlencoded", "nonce=id-00000001&text=a"],
};

async function ask(browser: ReturnType<typeof visitor>, route: string, headers = {}) {
  const [method = "", path = "", own] = route.split(" ");
  const at = filled(path, own === undefined ? number : ownNumber);
  if (method === "GET") return browser.ask(at, { headers });
  const [type, body] = bodies[path] ?? ["application/x-www-form-urlencoded", ""];
  const init = { method, body, headers: { "content-type": type, ...headers } };
  return browser.ask(at, init);
}

test("every route is decided, for everybody", async () => {
  const routes = routesOf((await open()).app);
  const own = routes.filter((route) => route.includes(":number")).map((route) => `${route} own`);
  expect(Object.keys(expected).toSorted()).toEqual([...routes, ...own].toSorted());
});

test.each(everyone)(
  "%s gets what is theirs, and nothing else",
  { timeout: 60_000 },
  async (who) => {
    const { world, app, invited, joined } = await open();
    const { db } = world.store;
    await world.villager("li").says("找民警");
    await db("matters").update({ number, private: true });
    await world.villager("wang").says("找民警");
    await db("matters").whereNot({ number }).update({ number: ownNumber });
    // For each of them a browser and a matter of their own.
    const persona = async (name: string): Promise<ReturnType<typeof visitor>> => {
      if (who === "nobody" || who === "villager") return visitor(app);
      if (who === "half") await askForSecondFactor(db, true);
      const browser = await joined(await invited(name, who === "half" ? "officer" : who));
      await db("matters")
        .where({ number: ownNumber })
        .update({ owner: `p-${name}`, status: "taken" });
      return browser;
    };
    const found: Record<string, number> = {};
    const wanted: Record<string, number> = {};
    for (const [at, route] of Object.keys(expected).entries()) {
      // A browser of its own for each: some routes end what the next ones need.
      const browser = await persona(`${who}${at}`);
      if (who === "villager") await browser.read("/");
      const answer = await ask(browser, route, { origin: "http://localhost" });
      await answer.body?.cancel();
      found[route] = answer.status;
      wanted[route] = expected[route]![who] ?? expected[route]!.all;
    }
    expect(found).toEqual(wanted);
  },
);

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
