import { nextSize, sizeCookie, sizeFrom } from "../text-size.ts";

const html = document.documentElement;

/** Makes the text larger and smaller at once, and remembers it for every page. */
export function watchSizes(): void {
  // A copy kept for the time without a network was made before the size was chosen.
  show(remembered());
  const form = document.getElementById("sizes");
  form?.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    if (!button) return;
    event.preventDefault();
    const size = nextSize(remembered(), button.value === "smaller" ? "smaller" : "larger");
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `${sizeCookie}=${size}; path=/; max-age=31536000; samesite=lax${secure}`;
    keepInSight(() => show(size));
  });
}

function remembered() {
  const found = new RegExp(`(?:^|; )${sizeCookie}=(\\d+)`).exec(document.cookie);
  return sizeFrom(found?.[1]);
}

function show(size: number): void {
  html.className = `size-${size}`;
}

/** What was in the middle of the screen stays where it was. */
function keepInSight(change: () => void): void {
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const before = middle?.getBoundingClientRect().top ?? 0;
  change();
  if (middle) scrollBy(0, middle.getBoundingClientRect().top - before);
}
