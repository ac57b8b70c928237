/** In groups or not, with or without the country's code. */
const mobile = /(?<!\d)(?:(?:\+|00)?86[\s—–-]*)?1[3-9](?:[\s.·—–-]*\d){9}(?!\d)/u;
const landline = /(?<!\d)(?:\(?0\d{2,3}\)?[\s—–-]*)?[2-8]\d{2,3}[\s—–-]?\d{4}(?!\d)/u;

/** What stands before a cell that names itself. */
const label =
  /^(?:姓名|名字|被预警人|联系电话|联系方式|电话号码?|电话|手机号码?|手机|所属村|村|嘎查|住址|地址|预警等级|风险等级|等级|级别|诈骗类型|类型|类别|手段)[:]/u;
const levelWord = /(紧急|特急|高危|中危|低危)(?!险)/u;

/**
 * The cells of a line as people type it: whatever stands between them, the phone in groups, cells that
 * name themselves, a number of the line in front. Null: there is no phone in it.
 * @param villages the station's own, which are found also where nothing parts them from the rest
 */
export function looseCells(line: string, villages: readonly string[]): string[] | null {
  const plain = line.normalize("NFKC");
  const phone = mobile.exec(plain) ?? landline.exec(plain);
  if (!phone) return null;
  const around = [plain.slice(0, phone.index), plain.slice(phone.index + phone[0].length)];
  const [before = [], after = []] = around.map((part) => wordsIn(part, villages));
  return [...before, phone[0].replace(/[^\d]/gu, ""), ...after].filter((word) => word !== "");
}

function wordsIn(part: string, villages: readonly string[]): string[] {
  return part
    .replace(/^\s*\(?\d{1,4}[.)、]\s*/u, "")
    .split(/[\s,、;|/\t"]+/u)
    .map((word) => word.replace(label, ""))
    .filter((word, i) => word !== "" && !(i === 0 && /^\d{1,4}$/u.test(word)))
    .filter((word) => !/^(?:姓名|电话|手机|村|级别|类型)[:]?$/u.test(word))
    .flatMap((word) => apart(word, villages));
}

/** 张三前进村高危刷单 → 张三 · 前进村 · 高危 · 刷单. */
function apart(word: string, villages: readonly string[]): string[] {
  const village = villages.find((name) => word.includes(name));
  const pieces = village === undefined ? [word] : word.split(village);
  return pieces
    .flatMap((piece, i) => [...(i > 0 ? [village!] : []), ...piece.split(levelWord)])
    .filter((piece) => piece !== "");
}
