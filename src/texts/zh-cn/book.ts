import type { Appointment, SeatRefusal } from "../../domain/appointment.ts";
import type { SlotName } from "../../domain/booking.ts";
import { weekdayOf } from "../../domain/openings.ts";

const weekdays = "一二三四五六日";

/** 12月1日（周二） */
function dayText(day: string): string {
  const [, month, date] = day.split("-").map(Number);
  return `${month}月${date}日（周${weekdays[weekdayOf(day) - 1]}）`;
}

/** 上午9点半 */
function timeText(at: string): string {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const half = hours < 12 ? "上午" : "下午";
  const clock = hours > 12 ? hours - 12 : hours;
  return `${half}${clock}点${minutes === 0 ? "" : minutes === 30 ? "半" : `${minutes}分`}`;
}

const slotText = ({ day, at, place }: SlotName): string =>
  `${dayText(day)}${timeText(at)}，${place}`;

/** Taking a seat at the counter: nothing is kept before 确定, and no fee is invented. */
export const bookTexts = {
  slot: slotText,
  day: dayText,
  time: timeText,
  label: ({ day, at, place }: SlotName) =>
    `${dayText(day)}${timeText(at)}${place === "所里" ? "" : ` ${place}`}`,
  askService: "约个时间来办。您要办啥？点一个，或者打几个字。",
  askSlot: (name: string) =>
    `${name}，您哪天来？这几个时间有号，点一个；想换别的时间，直接打字，比如“下周三上午”。`,
  more: "还有别的",
  /** @param wanted in words */
  notThen: (wanted: string) => `${wanted}没有号（不上班，或者约满了）。最近的有这几个：`,
  noneAtAll: (reach: string) => `一个月里都约满了。您打电话跟派出所约。${reach}`,
  thatDay: (day: string) => `${day}有这几个时间，点一个：`,
  chosen: (name: string, slot: SlotName) => `${name}，${slotText(slot)}。`,
  askName: "您怎么称呼？想留个电话也行，好提醒您。不想留，点“不留”。",
  askNameNoPhone: "您怎么称呼？好叫号。不想说，点“不留”。电话别发在这里。",
  skipName: "不留",
  wait: (day: string) => `等${day}有人退号`,
  /** @param papers what to bring and who comes; null = a seat is moved, and they know */
  card: (
    service: string,
    slot: SlotName,
    name: string | null,
    phone: string | null,
    papers: string | null,
  ) =>
    [
      papers === null ? "这样改，行吗？" : "我这样给您约，行吗？",
      `办：${service}`,
      `时间：${dayText(slot.day)}${timeText(slot.at)}`,
      `地点：${slot.place}`,
      ...(name === null ? [] : [`称呼：${name}`]),
      ...(phone === null ? [] : [`电话：尾号${phone.slice(-4)}`]),
      ...(papers === null ? [] : [papers]),
    ].join("\n"),
  save: "确定",
  change: "改一下",
  drop: "算了",
  /** What may have been meant by words in between stands as buttons under the booking's own question. */
  notHeard: "这句我没听准。",
  orMeant: "这句我没听准。您要是问下面哪一件，点一下就行。",
  askChange: "要改啥？时间、业务、称呼，直接打字，比如“改成周四下午”。",
  /** How what the person must do themselves begins. */
  proxy: "您是替人办的：",
  booked: (service: string, { day, at, place, number }: Appointment, papers: string) =>
    [
      `约好了：${dayText(day)}${timeText(at)}，${place}，${number}号，${service}。`,
      papers,
      `头一天晚上我提醒您。来不了，打“取消预约”，把号让给别人。`,
    ].join("\n\n"),
  moved: (service: string, { day, at, place, number }: Appointment) =>
    `改好了：${service}，${dayText(day)}${timeText(at)}，${place}，${number}号。`,
  cancelled: (service: string) => `${service}的预约取消了。想再约，打“预约”。`,
  dropped: "好，不约了，什么也没存。想约随时打“预约”。",
  cancelAsk: (service: string, slot: SlotName) => `取消这个预约吗？${service}，${slotText(slot)}。`,
  cancelSure: "取消",
  keepIt: "不取消",
  kept: "好，预约还在。",
  none: "您现在没有预约。想约，打“预约”。",
  mine: (lines: string[]) => `您的预约：\n${lines.join("\n")}`,
  mineLine: (service: string, { day, at, place, number }: Appointment) =>
    `${dayText(day)}${timeText(at)}，${place}，${number}号，${service}`,
  moveIt: "改时间",
  cancelIt: "取消预约",
  which: "您有几个预约，是哪一个？",
  askMove: (service: string, slot: SlotName) =>
    `${service}，现在约的是${slotText(slot)}。改到啥时候？点一个，或者打字。`,
  tooLate: (reach: string) => `离约的时间不到两小时，我改不了了，打电话跟派出所说一声。${reach}`,
  refused: {
    taken: "刚刚让别人约走了。还有这几个时间：",
    closed: "那个时间不办了。还有这几个时间：",
    "has-one": "这个业务您已经约过一个了。要改时间，打“改预约”。",
    "too-many": "您手里的预约够多了，先办完再约，或者打“我的预约”取消一个。",
    "too-late": "时间太近，约不上了。还有这几个时间：",
  } satisfies Record<SeatRefusal, string>,
  waiting: (day: string) => `给您排上了。${day}有人退号，我马上告诉您，给您留半小时。`,
} as const;
