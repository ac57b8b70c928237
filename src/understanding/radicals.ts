/**
 * Characters of the block "CJK Radicals Supplement" that NFKC leaves alone, with the character that
 * a person meant. PDF files and some keyboards yield them (居⺠ for 居民). Written as pairs.
 */
const pairs =
  "⺁厂⺃乙⺄乙⺅人⺆冂⺇几⺉刀⺌小⺎兀⺏尢⺐尢⺑尢⺒巳⺓幺⺔彐⺕彐⺖心⺗心⺘手⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡水⺢水⺣火" +
  "⺤爪⺥爪⺦丬⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭示⺮竹⺯丝⺰丝⺱网⺲网⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾草⺿草⻀草" +
  "⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻈言⻉贝⻊足⻋车⻌走⻍走⻎走⻏邑⻐金⻑长⻒长⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食" +
  "⻞食⻟食⻠食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟";

const byRadical = new Map<string, string>();
for (let i = 0; i + 1 < pairs.length; i += 2) byRadical.set(pairs.charAt(i), pairs.charAt(i + 1));

/** The same text with radical code points replaced by whole characters. */
export function repairRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2EF3]/g, (radical) => byRadical.get(radical) ?? radical);
}
