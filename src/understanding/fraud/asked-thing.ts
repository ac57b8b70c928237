import type { Masked } from "../../domain/flow.ts";
import { normalise } from "../normalise.ts";
import { linksIn } from "./link.ts";
import { brandEnding, namedIn, type Named } from "./named.ts";
import { withoutResidues } from "./fitting.ts";

type Heard = { text: string; masked: Pick<Masked, "phones" | "accountNumbers" | "accounts"> };

/** Somebody doubts what they were sent, or asks whether to touch it. */
const doubt =
  /骗|诈|([点扫加下装接填买])不\1|真的?(?:吗|么|不|假|还)|真假|是真|是假|假的|靠谱|可信|能信|敢信|信得过|可靠|正规|安全(?:吗|么|不)|有毒|(?:能|敢|可以|该|要)(?:不能|不敢|不可以|不该|不要)?(?:点|扫|加|下载?|填|打开|接|回|拨|登|装|进|转|买|信)|(?:看看|查查|查一下|查下|看一下|看下|瞅瞅|核实|验一下|认识)|(?:哪来|谁的|哪(?:儿|里|个|家)?的|是哪|会(?:咋|怎么)样|啥来路|什么来路|咋回事|怎么回事|干啥的|是啥|是什么|啥网|哪家)|发(?:来|给我)的?(?:链接|网址|号)|让(?:我|俺)(?:点|扫|下|装|加|打)|叫(?:我|俺)(?:点|扫|下|装|加|打)|老(?:给|打)|骚扰|陌生/u;

/** What people say around something that they want looked at, and that tells nothing else. */
const filler =
  /https?|www|同志|警官|你好|您好|请|麻烦|帮(?:我|俺|忙)?|给(?:我|俺)?|看看|看一下|查查|查一下|有人|发(?:来|过来|给)?|收到|打(?:来|过来)?|短信|微信号?|qq号?|信息|电话|手机|号码?|网址|链接|网站|域名|账[号户]|帐[号户]|卡号|银行卡|软件|app|买票|陌生|一个|这|那|个|条|的|是|啥|谁|呢|啊|吧|了|我|俺|他|她|人|里|里面|登录|看/giu;

/** What all apps of a kind are called is no app's name. */
const anybodys =
  /刷单|贷款|网贷|理财|投资|赌|炒|聊天|陌生|这个|那个|一个|这种|啥|什么|反诈|游戏|诈骗|骗子|骗人|共享|远程|木马|手机|医保|社保|银行$|身份证|户口/u;

/**
 * Whether a message asks about a link, a number, an account or an app that it names: with a doubt, or
 * with nothing else in it. Such words always get a verdict, whatever else they sound like.
 */
export function asksAboutThing({ text, masked }: Heard): boolean {
  const links = linksIn(text);
  const named = namedIn(text, masked).filter((one) => isAsked(one, text));
  const hidden = masked.accounts > (masked.accountNumbers?.length ?? 0);
  if (links.length === 0 && named.length === 0 && !hidden) return false;
  const rest = restOf(
    text,
    links.map(({ shown }) => shown),
    named,
  );
  const isBriefQuestion =
    links.length > 0 && rest.length <= briefQuestion && /[吗么不?]$/u.test(rest);
  return isNothing(rest) || isBriefQuestion || doubt.test(rest);
}

/** Unit: UTF-16 code units. */
const briefQuestion = 12;

/** A bare link, number or account, and nothing beside. */
export function isThingAlone({ text, masked }: Heard): boolean {
  const links = linksIn(text);
  const named = namedIn(text, masked).filter((one) => isAsked(one, text));
  if (links.length === 0 && named.length === 0) return false;
  return isNothing(
    restOf(
      text,
      links.map(({ shown }) => shown),
      named,
    ),
  );
}

/** Whether anything stands in it that lists may know. */
export function namesThing({ text, masked }: Heard): boolean {
  return linksIn(text).length > 0 || namedIn(text, masked).length > 0;
}

/** Short numbers are those of services, and may be a slip for a hotline's. Unit: digits. */
const fewestDigits = 7;

/** Hotlines have entries of their own, and of an app no more than its kind may be named. */
function isAsked({ kind, shown, hotline }: Named, text: string): boolean {
  if (hotline !== null) return false;
  if (kind === "phone" && shown.replace(/\D/g, "").length < fewestDigits) return false;
  return kind !== "app" || isBrand(shown) || isQuoted(shown, text);
}

/** “云集宝”: whoever puts marks around a name means one. */
function isQuoted(shown: string, text: string): boolean {
  const at = text.indexOf(shown);
  return at > 0 && /["“‘'「『《【]/u.test(text.charAt(at - 1)) && !anybodys.test(normalise(shown));
}

function isBrand(shown: string): boolean {
  const name = normalise(shown);
  return !anybodys.test(name) && brandEnding.test(name);
}

function restOf(text: string, links: readonly string[], named: readonly Named[]): string {
  const shown = [...links, ...named.map((one) => one.shown)].filter((one) => one !== "");
  const without = shown.reduce((rest, one) => rest.replaceAll(one, " "), text);
  return withoutResidues(normalise(without)).trim();
}

/** Somebody tells their own number. */
const own = /^(?:我|俺|咱)(?:的|家)?(?:新)?(?:电话|手机|号|微信|qq|联系)/iu;

function isNothing(rest: string): boolean {
  if (own.test(rest)) return false;
  const left = rest.replace(filler, "").replace(/[^\p{L}\p{N}]+/gu, "");
  return left.replace(/\d+/g, "") === "" && left.length < 6;
}
