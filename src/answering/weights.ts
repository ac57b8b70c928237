/**
 * What speaks for an entry, and how much. Written by `npm run bench -- fit`: the curve of
 * confidence was fitted on the entries' own questions, their golden questions and lines that no
 * entry answers, each asked of an index that had not seen it. The weights of fields and terms are
 * set by hand on the same questions.
 */
export const weights = {
  fields: {
    questions: 1,
    title: 0.4,
    short: 0.2,
    body: 0.5,
    phrasings: 0.6,
  },
  terms: {
    aside: 0.5,
    respelt: 0.6,
    lexicon: 0.3,
  },
  confidence: {
    base: -7.891,
    strength: 0.031,
    lead: 5.057,
    likest: -0.349,
    covered: 2.393,
    few: -0.95,
    terms: 2.835,
    chance: 1.53,
    strange: -1.898,
    behind: -0.14,
  },
};
