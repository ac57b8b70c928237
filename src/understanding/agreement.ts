/** Words that say yes to what was just shown. */
const yes =
  "对|是的?|行|中|好|嗯+|可以|确定|没问题|没毛病|没错|妥|成|得嘞|ok|okay|要得|就(?:这(?:么着?|样|个|号)?|它)(?:定|办|约|来)?|定(?:上|下)?|约(?:上|下)";
/** What may stand around them and takes nothing back. */
const filler =
  "那(?:就)?|快(?:点儿?)?|赶紧|给(?:我|俺|咱)|帮我|这回|都|的|了|嘞|呢|呐|哪|吧|呗|啊|呀|哈|啦|着|谢谢(?:你|您|啊)?|麻烦(?:你|您)?|[,，。.!！~～、\\s]";
const agreement = new RegExp(`^(?:${filler})*(?:${yes})(?:${yes}|${filler})*$`, "u");

/** Whether a whole message says yes, and nothing beside: 对对 · 好的谢谢 · 那定吧 · 就这么着. */
export function isAgreement(said: string): boolean {
  return agreement.test(said);
}
