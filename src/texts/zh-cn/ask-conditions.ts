/** Sentences on what a person's case means. Ages: source: 居民身份证法 第二条、第五条、第七条. */
export const conditionTexts = {
  card: (
    [from, to]: [number, number],
    card: { validYears: number | null; applies: "guardian" | "self"; fee: number | null },
  ) => {
    if (card.applies === "guardian")
      return "没满16岁的，由监护人领着去办，证管5年（《居民身份证法》第五条）。";
    const who = from === to ? `${from}岁` : `${from}到${to}岁`;
    const fee = card.fee === null ? "" : card.fee === 0 ? "，不收钱" : `，收${card.fee}元`;
    return card.validYears === null
      ? `${who}办下来的证是长期的${fee}（《居民身份证法》第五条）。证上已经写着“长期”，没坏没丢、内容没变，就不用换。`
      : `${who}办下来的证管${card.validYears}年${fee}，要本人去（《居民身份证法》第五条）。`;
  },
  openAge: ([from, to]: [number, number]) =>
    `证管几年看办的时候满多少周岁（${from}到${to}岁之间有变）：16到25管10年，26到45管20年，46起长期（《居民身份证法》第五条）。`,
  which: "您是哪种情况？点一下，或者回数字。",
  cardWays: {
    first: "第一次办",
    expired: "到期了要换",
    lost: "丢了要补",
    damaged: "坏了要换",
  },
} as const;
