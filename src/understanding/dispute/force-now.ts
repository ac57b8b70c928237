import { normalise } from "../normalise.ts";

/** Something is being done at this moment, or help is called for. */
const goesOn =
  /(?:正|还)在|(?:打|追|砸|堵|按|掐|揪|拽|拿|举|抄|围|骑|踹)着|(?:打|砸|追|骂|闹|掐|撕巴?|干)(?:起来|上)了|现在|这会儿?|眼下|快(?:来|点)|来人|救|不停(?:地|的)?(?:打|砸|踹)|又(?:来|打|砸|动手)|(?:在|搁)[^,。!?]{0,6}(?:打|砸|追|踹|砍)[^,。!?]{0,6}呢/u;
/** It is over, was a dream or a joke, or almost came to pass. */
const isOver = /差点|险些|后来|完事|做梦|梦见|玩笑|闹着玩|逗|结果是|和好|已经(?:走|散|停)|哈哈/u;

/** Whether words that tell of force say that it goes on. */
export function isForceNow(text: string): boolean {
  const said = normalise(text);
  return goesOn.test(said) && !isOver.test(said);
}
