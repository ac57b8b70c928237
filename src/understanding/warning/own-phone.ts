/** 我电话是… · 我的手机号：… · 联系我…. Who was rung up by a number does not say so of it. */
const own =
  /(?<![打给])(?:我|俺|本人)(?:的)?(?:(?:联系)?(?:电话|手机|号码|号|联系方式)(?:号码?)?)?(?:是|为|[:：])?[\s,，]*〔手机号…(\d{4})〕/gu;

/**
 * The phones that somebody calls their own in a masked message.
 * @param phones as given, each once
 */
export function ownPhonesIn(masked: string, phones: readonly string[]): string[] {
  const ends = new Set([...masked.matchAll(own)].map(([, last]) => last!));
  return phones.filter((phone) => {
    const alike = phones.filter((other) => other.slice(-4) === phone.slice(-4));
    return ends.has(phone.slice(-4)) && alike.length === 1;
  });
}
