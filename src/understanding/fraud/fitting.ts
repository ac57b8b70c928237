import type { FoundFlag, FraudFinding } from "../../domain/fraud.ts";
import { normalise } from "../normalise.ts";
import { anchorIn, gaveIn, lossIn } from "./anchors.ts";

/** What stands for a number that was taken out of a message, also where a piece of it was cut off. */
const residue = /(?:〔?(?:手机号|账号|身份证号))?[.…]{1,3}[\dx]{0,4}〕?|[\dx]{1,4}〕|〔/gu;
/** That somebody doubts, or did not do it, is no sign of what they were sent. */
const doubt =
  /(?:是|不)?(?:不是|是不是|是)?(?:骗子|骗人的?|骗局|骗|诈骗|真的?|假的?)(?:吗|不|么|啊|呀|吧)?|是真是假|真假|靠谱|可信|能信|能[点接加装打扫]/gu;
const pointing =
  /帮我|看看|查查|查一下|这个|那个|刚才|有人|[这那是不吗么呢啊吧的了我他她它个号]|链接|网址|电话|手机|账号|账户|卡号/gu;
const refusalOnly =
  /^(?:我|俺|也|就|都|刚才|那个|他|她)*(?:没(?:有)?|不|未)(?:搭)?(?:理|信|回|接|点|给|转|加|扫|装|下|管)(?:他|她|它|人家|了|会)*$/u;

/**
 * The flags whose words a person can see in the message and take for a sign: not the rest of a number that
 * was covered, not their own doubt or refusal, not a link, of which more is said by itself. What only the learnt model
 * saw stays where the words speak of that kind of fraud.
 * @param said the words as `saidIn` made them ready
 * @param links as they stand in the message
 */
export function fittingFlags(
  { flags, category, voice }: Pick<FraudFinding, "flags" | "category" | "voice">,
  said: string,
  links: readonly string[],
): FoundFlag[] {
  const spans = links.map((link) => normalise(link));
  const fitting = flags.flatMap((flag): FoundFlag[] => {
    if (flag.guessed) {
      const words = anchorIn(category, withoutResidues(said));
      return words === null || voice === "question" ? [] : [{ ...flag, words }];
    }
    if (spans.some((link) => link.includes(flag.words) || flag.words.includes(link))) return [];
    const isEnd = /^[\dx+]{1,4}$/.test(flag.words) && said.includes(`${flag.words}〕`);
    if (isNotDone(flag.words, said)) return [];
    return !isEnd && isTelling(flag.words) ? [flag] : [];
  });
  // The same words show one thing: the strongest.
  return fitting.filter(
    ({ words }, at) =>
      !fitting.slice(0, at).some((one) => one.words.includes(words) || words.includes(one.words)),
  );
}

/** The kind that was found, where the words speak of what it is about. */
export function fittingCategory(
  { category }: Pick<FraudFinding, "category">,
  said: string,
): FraudFinding["category"] {
  return anchorIn(category, withoutResidues(said)) === null ? null : category;
}

/** Whether anything is left beside doubt, refusal and what stands for a covered number. */
export function isTelling(words: string): boolean {
  const bare = withoutResidues(words).trim();
  if (refusalOnly.test(bare.replace(/[,。!?\s]+/gu, ""))) return false;
  const core = bare
    .replace(doubt, "")
    .replace(pointing, "")
    .replace(/[\s\p{P}]+/gu, "");
  return [...core].length >= 2 || (core !== "" && /[\d%+]/.test(words) && core === words);
}

/** 我没打钱，…: what was not done is no sign of what was wanted. */
function isNotDone(words: string, said: string): boolean {
  const at = said.indexOf(words);
  return at > 0 && /(?:没|没有|未|不会)$/u.test(said.slice(0, at)) && !/[要让叫]/u.test(words);
}

export function withoutResidues(said: string): string {
  return said.replace(residue, "");
}

/** What somebody tells that they did: gave something away, lost money. Null: nothing of the kind. */
export function deedIn(said: string): { words: string; deed: "gave" | "lost" } | null {
  const bare = withoutResidues(said);
  const gave = gaveIn(bare);
  if (gave !== null) return { words: gave, deed: "gave" };
  const lost = lossIn(bare);
  return lost === null ? null : { words: lost, deed: "lost" };
}
