import { atStation } from "../../domain/openings.ts";

/** What a villager's calendar shows of their seat. */
export const icsTexts = {
  file: "yuyue.ics",
  summary: (service: string, number: number) => `${service}（${number}号）`,
  place: (station: string, place: string) => (place === atStation ? station : `${place}警务室`),
  papers: (papers: readonly string[]) => `带上：${papers.join("；")}`,
};

/** A villager's page of their own seats. */
export const ownSeatTexts = {
  title: "我的预约",
  none: "您在这个浏览器里没有预约。想约，回对话打“预约”。",
  papers: "带上：",
  calendar: "存进手机日历",
  change: "要改时间、要退号，回对话打“我的预约”。",
  back: "回对话",
};
