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
    base: -7.546,
    strength: 0.062,
    lead: 7.368,
    likest: -0.567,
    covered: 2.753,
    few: -4.078,
    terms: 4.825,
    chance: 1.769,
    strange: -1.786,
    behind: 0.134,
  },
};
