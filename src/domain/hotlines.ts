/**
 * The only phone numbers that the bot may show of itself. Any other number comes from
 * the station's own file. Source: the hotlines' own announcements, checked for the shipped knowledge base.
 */
export const hotlines = {
  "110": "有危险、遇到犯罪、刚把钱转给骗子",
  "119": "着火",
  "120": "受伤、急病",
  "122": "交通事故",
  "96110": "反诈咨询和劝阻",
  "12110": "不方便说话时发短信报警",
  "12345": "政务服务，不是急事",
  "12348": "法律咨询、法律援助",
  "12338": "妇女维权",
  "12356": "心理援助",
  "12381": "反诈预警短信",
  "12389": "投诉民警",
  "12367": "出入境和边境通行",
  "12333": "劳动保障",
} as const;

export type Hotline = keyof typeof hotlines;
