import type { OwnData } from "../../domain/flow.ts";
import { bookTexts } from "./book.ts";
import { covered, kindNames, levelNames, statusNames } from "./desk.ts";
import { seatStatusNames } from "./desk-seats.ts";
import { emergencyTexts } from "./emergency.ts";

/** Day and time in the station's own zone. Unit: ms since 1970. */
function when(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

/** What goes on in another matter is not done with, though it is closed. */
function standing({ status, mergedInto }: OwnData["matters"][number]["matter"]): string {
  return status === "closed" && mergedInto !== null ? "并到另一件里接着办" : statusNames[status];
}

/** What a person is told of all that is stored of their conversation. */
export const ownDataTexts = {
  /** Begins every message of an export, so that a later one does not repeat it. */
  head: "【您的数据】",
  part: (n: number, of: number) => `【您的数据】第${n}段，共${of}段`,
  lead: (since: number | null) =>
    since === null
      ? "这里没有存您的话。"
      : `下面是这个对话里存着的全部内容，从${when(since)}起。别的手机、别的对话里的，不在这里。`,
  matters: "您反映的事（依法要留）：",
  noMatters: "您没有反映过事。",
  matter: ({ matter, words, phone, owner }: OwnData["matters"][number], showWords: boolean) =>
    [
      `编号${matter.number}，${kindNames[matter.kind]}，${levelNames[matter.level]}，${standing(matter)}${owner === null ? "" : `，${owner}在办`}，${when(matter.openedAt)}`,
      ...(words === "" ? [] : [showWords ? `当时说：${words}` : "当时说的话，请到派出所看。"]),
      ...(phone === null ? [] : [`留的电话：${covered(phone)}`]),
    ].join("\n"),
  alerts: "急事（依法要留）：",
  alert: ({ danger, words, at, taken }: OwnData["alerts"][number], showWords: boolean) =>
    `${when(at)}，${emergencyTexts.classNames[danger]}，${taken ? "有人接了" : "还没人接"}。${showWords ? `说的是：${words}` : "说的话请到派出所看。"}`,
  seats: "您的预约（没来过的和来过的）：",
  /** @param answers what was told of the case, in words */
  seat: ({ seat, name, phone }: OwnData["seats"][number], answers: readonly string[]) =>
    [
      `${bookTexts.slot(seat)}，${seat.number}号，${seatStatusNames[seat.status]}`,
      ...(name === null ? [] : [`称呼：${name}`]),
      ...(phone === null ? [] : [`电话：${covered(phone)}`]),
      ...(answers.length === 0 ? [] : [`您说的：${answers.join("、")}`]),
    ].join("，"),
  questions: "没答上、留给管理员看的问题：",
  question: ({ text, at }: OwnData["questions"][number]) => `${when(at)} ${text}`,
  feedback: "您说答得不对的：",
  wrong: ({ entry, at }: OwnData["feedback"][number]) => `${when(at)} ${entry}`,
  talk: "说过的话：",
  line: ({ who, text, at }: OwnData["talk"][number]) =>
    `${when(at)} ${who === "villager" ? "您" : "我们"}：${text}`,
  earlier: "（上次导出的内容，不重复）",
  end: "要删，发“删除我的信息”。有哪里不对，发“找民警”。",
  forStaff: "这是工作用的对话，里面有群众的话，不在这里导出。要看自己的资料，请找管理员。",
} as const;
