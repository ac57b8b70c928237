/** Words that say yes to what was just shown. */
const yes =
  "对|是的?|行|中|好|[嗯恩]+|可以|确定|没问题|没毛病|没错|妥|成|得嘞|ok|okay|要得|就(?:这(?:么着?|样|个|号)?|它)(?:定|办|约|来)?|定(?:上|下)?|约(?:上|下)";
/** What may stand around them and takes nothing back. */
const filler =
  "那(?:就)?|快(?:点儿?)?|赶紧|给(?:我|俺|咱)|帮我|这回|都|的|了|嘞|呢|呐|哪|吧|呗|啊|呀|哈|啦|着|谢谢(?:你|您|啊)?|麻烦(?:你|您)?|[,，。.!！~～、\\s]";
const agreement = new RegExp(`^(?:${filler})*(?:${yes})(?:${yes}|${filler})*$`, "u");

const around = `(?:${filler}|我|俺|咱|这个号|那个号|这号|那号|这个|那个|号|它|就|还是|先)*`;
const takes = new RegExp(
  `^${around}(?:想?要|留(?:着|下|给我)|定下来?|给我(?:定|留)|能去|去)${around}$`,
  "u",
);
const leavesIt = new RegExp(
  `^${around}(?:不(?:想)?要|不用|不了|(?:让|留?给)(?:给)?(?:别人|人家|下一位|下一个)|没空|没工夫|赶不上|来不及|不赶趟)${around}$`,
  "u",
);

/** What a whole message says to a seat that is offered; `yes`: a yes that may be meant for something else. */
export function offerAnswerIn(said: string): "take" | "leave" | "yes" | null {
  if (leavesIt.test(said)) return "leave";
  if (takes.test(said)) return "take";
  return isAgreement(said) ? "yes" : null;
}

/** Whether a whole message says yes, and nothing beside: 对对 · 好的谢谢 · 那定吧 · 就这么着. */
export function isAgreement(said: string): boolean {
  return agreement.test(said);
}
