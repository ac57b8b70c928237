import type { DisputeType } from "../../domain/sets.ts";

const amount =
  "(?:\\d[\\d.,]*|[一二两三四五六七八九十百千万几半]+)(?:多|来)?(?:万|千|百|块|元|w|k)+(?:多|来)?(?:块|元)?钱?";

/** What answers the question that is put for one type: what was said of it, in the words that say it. */
const answers: Record<DisputeType, RegExp[]> = {
  labour: [
    new RegExp(amount, "u"),
    /(?:没(?:有|签)?|有|签了?)[^,。!?]{0,3}(?:合同|欠条|条子?|记工本|考勤|微信|记录)|打了?(?:个|张)?(?:欠|白)?条/u,
  ],
  grassland: [
    /(?:草场|草原|承包|土地|两家?|我家?|他家?|俺家)[^,。!?]{0,6}(?:证|合同)|(?:没|有)(?:承包)?证|证(?:是|在)(?:我|他|俺|对方|两)[^,。!?]{0,4}/u,
    /打草场|冬营[地盘]|春营[地盘]|夏营[地盘]|草库伦|口粮地|承包地/u,
  ],
  debt: [
    new RegExp(amount, "u"),
    /(?:没(?:有|打)?|有|打了?|写了?)[^,。!?]{0,4}(?:欠条|借条|条|合同|转账|记录|证人)|微信转的|转账记录|说好[^,。!?]{1,10}(?:还|给)/u,
  ],
  property_damage: [
    new RegExp(amount, "u"),
    /(?:没|有|拍了?|照了?)[^,。!?]{0,3}(?:照片|相片|监控|录像|照)|监控(?:拍|录|看)/u,
  ],
  traffic: [
    /(?:没|有)?人?(?:受?伤|没事)|骨折|缝了?|断了|磕|出血|住院|疼|肿|腿|胳膊|腰|122|交警|报警/u,
  ],
  consumer: [/(?:没|有)[^,。!?]{0,4}(?:小票|发票|收据|票|付款|记录|包装|截图)|小票|发票|收据/u],
  neighbour: [
    /宅基|地界|地边|垄|界|院墙|山墙|占(?:我|俺)|走道|过道|胡同|道口|堵|排水|滴水|水沟|漏水|下水|井|噪|吵得|音响|音乐|臭|熏|烟|狗|鸡|牛|羊|树|监控|摄像|骂|造谣|打(?:我|了|人|架|他|伤)|推(?:我|了)/u,
  ],
  family: [/孩子|娃|儿子|闺女|女儿|老人|爸|妈|爹|娘|爷|奶|养老|赡养|抚养/u],
};

/** What was told already of the question for this type; null if nothing. */
export function detailIn(said: string, type: DisputeType): string | null {
  const found = answers[type].flatMap((pattern) => pattern.exec(said)?.[0] ?? []);
  return found.length === 0 ? null : found.join("，");
}
