/** Word classes by name: {name} in a pattern stands for any of its words, which `|` parts. */
export type WordClasses = ReadonlyMap<string, string>;

/**
 * Word classes in the order in which they are given: a class may name an earlier one.
 * @throws if a class names one that is not there
 */
export function wordClasses(given: Iterable<readonly [string, string]>): WordClasses {
  const sources = new Map<string, string>();
  for (const [name, words] of given) sources.set(name, expanded(words, sources));
  return sources;
}

/**
 * The source of a pattern as a regular expression. {name} = a word class, ~ = up to 6 and ~~ = up to 14
 * characters of the same sentence, _ = nothing or one character, # = figures. All gaps are bounded, so
 * that matching is linear.
 * @throws if it names a class that is not there
 */
export function sourceOf(pattern: string, classes: WordClasses): string {
  return expanded(pattern, classes)
    .replaceAll("~~", "[^。!?\\n]{0,14}?")
    .replaceAll("~", "[^。!?\\n]{0,6}?")
    .replaceAll("_", "[^。!?\\n]?")
    .replaceAll("#", "\\d+");
}

function expanded(pattern: string, classes: WordClasses): string {
  return pattern.replace(/\{([\p{Script=Han}]+)\}/gu, (whole, name: string) => {
    const words = classes.get(name);
    if (words === undefined) throw new Error(`No word class is called ${whole}`);
    return `(?:${words})`;
  });
}
