import { normalise } from "./normalise.ts";
import { serviceIn } from "./service.ts";

const begins =
  /(?:^|[,，。\s])(?:那)?(?:我|俺)?(?:想|要|先)?(?:给我|帮我|麻烦)?(?:(?:给|替|帮)[^,，。\s]{1,5}?)?(?:再)?(?:预?约(?![了好定的会]|没)|挂(?:个|一个)?号)|(?:想|要|给我|帮我|替我)(?:先)?预?约(?:个|一个|上)|(?:约|挂)个(?=号|补|换|办|时间|日子|点)/u;
/** 约 · 那给我约一个: of what was spoken of before. */
const bare =
  /^(?:那|就|行|好|[,，\s])*(?:我|俺)?(?:想|要)?(?:给我|给俺|帮我|帮俺|替我)?(?:预?约|挂)(?:一?个号?|号|上|下|一下)?(?:吧|呗|啊|[。!！\s])*$/u;
/** 户口迁移能约不: whoever asks whether it can be booked is shown the times. */
const canBook =
  /(?:能|可以|可|让|给)(?:不能|不可以|提前|在你?这儿?里?)*(?:预?约|挂)(?:个|一个|一下|上|到)*(?:号|时间)?(?:办理?)?(?:不|吗|么|吧|嘛|呢|行不|[?？]|$)/u;
const asks = /[吗么?？]|咋|怎|[能要]不[能要]|在哪|上哪/u;
/** From here up the words name a service. */
const sure = 0.5;

/** 约换身份证 · 挂号 换证: whoever begins with the seat wants one, whatever the service looks like beside it. */
export function saysSeat(text: string): boolean {
  const said = normalise(text);
  const wants = (begins.test(said) && !asks.test(said)) || canBook.test(said);
  if (bare.test(said)) return true;
  return wants && serviceIn(text).confidence >= sure;
}

const back =
  /^(?:我|俺)?(?:想|要|得|先)?(?:把|给我|帮我)?(?:取消|退(?:掉|了)?|撤了?)(?=.)|(?:那个|预约|的号)(?:给我)?(?:取消|退|撤)/u;

/** 取消迁户口那个: something that they hold is to be given back. */
export function givesSeatBack(text: string): boolean {
  return back.test(normalise(text)) && serviceIn(text).service !== null;
}
