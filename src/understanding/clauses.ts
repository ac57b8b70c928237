/** A stretch of a message between two breaths, and whether it asks something. */
export interface Clause {
  text: string;
  asks: boolean;
}

/** A message of fewer code points is one clause, whatever marks stand in it. */
const short = 24;
const breath = /[?!。;,: \n]+/u;
const asking =
  /吗|么|呢|啥|咋|怎么|什么|多少|多久|几(?:天|岁|块|个|年|时)|谁|哪|[行能中用要成]不[行能中用要成]|可不可以|是不是|[^ ]不$|没$/u;

/** The clauses of normalised words. The last one counts as asking: people come to the point in the end. */
export function clausesOf(said: string): Clause[] {
  if ([...said].length < short) return [{ text: said, asks: true }];
  const texts = said.split(breath).filter((text) => text !== "");
  return texts.map((text, at) => ({ text, asks: at === texts.length - 1 || asking.test(text) }));
}
