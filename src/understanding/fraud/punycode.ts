/** RFC 3492's constants. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
/** A label has at most 63 characters. */
const longest = 63;

/** One label as people see it: xn--55qx5d → 公司; one that is no punycode stays as it is. */
export function seenLabel(label: string): string {
  if (!label.startsWith("xn--") || label.length > longest) return label;
  return decoded(label.slice(4)) ?? label;
}

function decoded(code: string): string | null {
  const cut = code.lastIndexOf("-");
  const points = [...code.slice(0, Math.max(cut, 0))].map((letter) => letter.codePointAt(0)!);
  let n = 128;
  let i = 0;
  let bias = 72;
  for (let at = cut < 0 ? 0 : cut + 1; at < code.length;) {
    const before = i;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(code.charCodeAt(at++));
      if (digit === null) return null;
      i += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 0x7fff_ffff) return null;
    }
    const length = points.length + 1;
    bias = adapted(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10_ffff || (n >= 0xd800 && n <= 0xdfff)) return null;
    points.splice(i++, 0, n);
  }
  return String.fromCodePoint(...points);
}

function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return null;
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((base - tMin) * tMax) / 2) {
    rest = Math.floor(rest / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
