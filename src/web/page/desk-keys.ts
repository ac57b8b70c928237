/**
 * What a key does on the open desk: j and k move between matters, t takes the one at hand, Enter
 * opens it as any link. @returns `help` where the keys are to be shown or put away
 */
export function deskKey(event: KeyboardEvent): "help" | null {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return null;
  if (target instanceof HTMLElement && target.matches("input, textarea, select")) return null;
  switch (key) {
    case "?":
      return "help";
    case "j":
      move(1);
      return null;
    case "k":
      move(-1);
      return null;
    case "t":
      if (event.repeat) return null;
      atHand()?.querySelector<HTMLButtonElement>("[data-take]")?.click();
      return null;
    default:
      return null;
  }
}

function items(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>("#desk a.item"));
}

/** The matter in which the focus is. */
function atHand(): Element | null {
  return document.activeElement?.closest("#desk li") ?? null;
}

function move(by: 1 | -1): void {
  const all = items();
  const at = all.findIndex((item) => item.closest("li") === atHand());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  all[Math.max(0, Math.min(next, all.length - 1))]?.focus();
}
