import type { Found } from "../domain/ports.ts";

/** What a piece of a story finds and the whole story does not is trusted this much. */
const onItsOwn = 0.8;
/** From here up the whole story itself points to an entry. */
const plainly = 0.2;
/** What both point to: they share words, so that they are not two witnesses. Set on golden lines. */
const ofAgreement = 0.9;

/**
 * The results for a long message with one question somewhere inside: what the whole and a piece of
 * it both point to is surer than either; best first.
 */
export function pooled(whole: Found[], pieces: Found[][]): Found[] {
  if (pieces.length === 0) return whole;
  const ofPieces = new Map<string, Found>();
  for (const found of pieces.flat())
    if (found.confidence > (ofPieces.get(found.entry.id)?.confidence ?? 0))
      ofPieces.set(found.entry.id, found);
  const known = new Set(whole.map(({ entry }) => entry.id));
  const both = whole.map((found) => {
    const { confidence } = found;
    const piece = ofPieces.get(found.entry.id)?.confidence ?? 0;
    // Hardly found in the whole is hardly agreed.
    const heard = piece * (0.5 + 0.5 * Math.min(1, confidence / plainly));
    const agreed = 1 - (1 - confidence) * (1 - heard);
    return at(found, Math.max(confidence, agreed * ofAgreement));
  });
  const alone = [...ofPieces.values()]
    .filter(({ entry }) => !known.has(entry.id))
    .map((found) => at(found, found.confidence * onItsOwn));
  return [...both, ...alone].toSorted((a, b) => b.confidence - a.confidence);
}

function at({ entry, withdrawn }: Found, confidence: number): Found {
  return { entry, confidence, withdrawn };
}
