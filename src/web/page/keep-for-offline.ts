interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const worker = "/sw.js";

/** Asks the browser to keep the pages that must be there without a network. Over plain http it cannot. */
export function keepForOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("sanwu", { createScriptURL: () => worker });
  const url = policy ? policy.createScriptURL(worker) : worker;
  navigator.serviceWorker.register(url).catch(() => {
    // Private mode or no room: the page works without.
  });
}
