/** Endings that a bare word before a dot makes a web address; none that is also a common word or a file's kind. */
const strong =
  "com cn net org gov edu top xyz vip icu cc club site online shop store tech fun ltd wang work info biz live pro app link click win bid loan men date party trade men space website press host red pub mobi asia art ink cloud love life world today center group team video games buzz rest cfd sbs bond cyou quest beauty hair skin makeup monster lol gdn kim ren yun tv tk ml ga cf gq pw ws la hk mo tw jp kr sg my th vn kh mm ph ru io co uk us eu de fr au in".split(
    " ",
  );
/** Endings that are also words: only where nothing but a plain dot stands before them. */
const weak =
  "me so to im sh st su ai ly gl gd is it at be do xin dev run fit bar cam one fm am".split(" ");

export const strongEndings: ReadonlySet<string> = new Set(strong);
export const plainEndings: ReadonlySet<string> = new Set([...strong, ...weak]);

/** Cost next to nothing and ask nobody who they are: a weak sign. */
export const cheapEndings: ReadonlySet<string> = new Set(
  "top xyz vip icu cc club site online shop store fun ltd wang work win bid loan men click link live info space website press host buzz rest cfd sbs bond cyou quest beauty hair skin makeup monster lol gdn ren kim tk ml ga cf gq pw ws la xin red pub cam".split(
    " ",
  ),
);

const provinces =
  "bj sh tj cq he sx nm ln jl hl js zj ah fj jx sd ha hb hn gd gx hi sc gz yn xz sn gs qh nx xj tw hk mo";
const ofChina = new Set(`com gov org net edu ac mil ${provinces}`.split(" "));
const ofOthers = new Set("com gov org net edu ac co or go ne".split(" "));
const countries = new Set(
  "hk mo tw sg my uk au jp kr th vn kh mm ph in br nz za id ru tr".split(" "),
);

/**
 * How many of the last labels nobody owns: 1 for com, 2 for com.cn, nm.cn or gov.hk. Source: the
 * registries' rules for second levels, the common ones.
 */
export function suffixLength(labels: readonly string[]): 1 | 2 {
  const [second = "", last = ""] = labels.slice(-2);
  if (labels.length < 2) return 1;
  if (last === "cn" && ofChina.has(second)) return 2;
  return countries.has(last) && ofOthers.has(second) ? 2 : 1;
}

/** Short links hide where they lead. */
export const shorteners: ReadonlySet<string> = new Set(
  "t.cn url.cn w.url.cn dwz.cn dwz.win dwz.mk suo.im suo.nz suo.yt sourl.cn mrw.so rrd.me urlc.cn c7.gg 985.so 3.cn u.jd.com s.click.taobao.com m.tb.cn tb.cn v.douyin.com v.kuaishou.com xhslink.com b23.tv bit.ly j.mp tinyurl.com t.co is.gd v.gd goo.gl rb.gy cutt.ly ow.ly buff.ly reurl.cc t.ly s.id tiny.cc shorturl.at lnkd.in u.nu t.hk.uy 6du.in dlj.cn surl.id".split(
    " ",
  ),
);
