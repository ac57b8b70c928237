/** Sizes of the text that a person may choose. Unit: px. */
export const textSizes = [18, 20, 24, 30] as const;
const usual: TextSize = 20;
export type TextSize = (typeof textSizes)[number];

/** Not secret and not a session: the page's script writes it too. */
export const sizeCookie = "sanwu-size";

export function sizeFrom(cookie: string | undefined): TextSize {
  return textSizes.find((size) => String(size) === cookie) ?? usual;
}

export function nextSize(size: TextSize, step: "smaller" | "larger"): TextSize {
  const at = textSizes.indexOf(size) + (step === "larger" ? 1 : -1);
  return textSizes[Math.min(textSizes.length - 1, Math.max(0, at))]!;
}
