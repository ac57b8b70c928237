/** What part of a file is asked for: some phones play a voice only piece by piece. Unit: bytes. */
export function rangeIn(
  asked: string | undefined,
  length: number,
): [from: number, to: number] | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,9})-(\d{0,9})$/.exec(asked ?? "") ?? [];
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === "" || last === "" ? length - 1 : Math.min(Number(last), length - 1);
  return from <= to ? [from, to] : null;
}
