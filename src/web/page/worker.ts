/// <reference lib="webworker" />

/** Set by the server in front of this script: a new version makes a new copy. */
interface Kept {
  version: string;
  files: string[];
}

const worker = self as unknown as ServiceWorkerGlobalScope & { sanwu: Kept };
const { version, files } = worker.sanwu;
const name = `sanwu ${version}`;
const pages = ["/shell", "/offline", "/hotlines"];
/** How long the station may take before the copy is shown; what is typed into it is sent as well. Unit: ms. */
const patience = 8000;

worker.addEventListener("install", (event) => {
  const fill = async (): Promise<void> => {
    const cache = await caches.open(name);
    await cache.addAll([...pages, ...files, "/icon.svg", "/manifest.webmanifest"]);
    await worker.skipWaiting();
  };
  event.waitUntil(fill());
});

worker.addEventListener("activate", (event) => {
  const tidy = async (): Promise<void> => {
    for (const old of await caches.keys()) if (old !== name) await caches.delete(old);
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, url.pathname));
  else if (files.includes(url.pathname + url.search) || url.pathname === "/icon.svg")
    event.respondWith(kept(request).then((copy) => copy ?? fetch(request)));
});

/**
 * What changes only with the version, from the phone; else the page itself; without a network,
 * the nearest copy.
 */
async function page(request: Request, path: string): Promise<Response> {
  const ready = path === "/offline" || path === "/hotlines" ? await kept(path) : undefined;
  if (ready) return ready;
  try {
    return await (path === "/" ? inTime(fetch(request)) : fetch(request));
  } catch {
    const entry = /^\/entries\/([\w-]+)$/.exec(path);
    if (entry) return Response.redirect(`/offline#${entry[1]}`, 302);
    const copy = await kept(path === "/" ? "/shell" : path);
    return copy ?? (await kept("/offline")) ?? Response.error();
  }
}

function inTime(answer: Promise<Response>): Promise<Response> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("The station is slow.")), patience);
  });
  return Promise.race([answer, late]);
}

async function kept(request: Request | string): Promise<Response | undefined> {
  return (await caches.open(name)).match(request, { ignoreVary: true });
}
