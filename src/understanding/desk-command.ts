import type { Action } from "../domain/action.ts";
import { normalise } from "./normalise.ts";

const commands: [Action, string][] = [
  [{ act: "roster" }, "值班 谁值班 谁在班 值班表 排班"],
  [{ act: "mine" }, "我的事项 我的 我手里的 今天"],
  [{ act: "waiting" }, "等人接的 待接 没人接的 事项"],
  [{ act: "take-alert", alert: "oldest" }, "接急事"],
  [{ act: "hand-over" }, "交接 交班 下班"],
  [{ act: "desk-link" }, "工作台 登录工作台 网页工作台 打开工作台"],
  // In a talk, too, this is no word for the villager.
  [{ act: "export" }, "导出我的数据 我的数据"],
  [{ act: "sign-out" }, "退出 退出登录 退出工作台"],
];

const byWords = new Map(
  commands.flatMap(([action, words]) => words.split(" ").map((word) => [word, action] as const)),
);

/** With a matter's number behind it; the number names the matter as its id does. */
const withNumber: Record<string, (matter: string) => Action> = {
  接: (matter) => ({ act: "take", matter }),
  回: (matter) => ({ act: "pick", matter }),
  记: (matter) => ({ act: "write-note", matter }),
  电话: (matter) => ({ act: "unmask", matter, reason: null }),
  转: (matter) => ({ act: "pass-on", matter }),
  调解: (matter) => ({ act: "mediate", matter }),
  调成: (matter) => ({ act: "agree", matter }),
  没调成: (matter) => ({ act: "fail", matter }),
  请调解: (matter) => ({ act: "ask-mediator", matter }),
  回避: (matter) => ({ act: "recuse", matter }),
  转部门: (matter) => ({ act: "refer", matter }),
  办结: (matter) => ({ act: "close", matter }),
  重办: (matter) => ({ act: "reopen", matter }),
};

/** What one of us asks for with a whole message, with or without a slash; null for anything else. */
export function deskCommandIn(text: string): Action | null {
  const said = normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");
  const [, verb = "", number = ""] = /^(\p{L}{1,3})(\d{6})$/u.exec(said) ?? [];
  return byWords.get(said) ?? withNumber[verb]?.(number) ?? null;
}
