import type { Action } from "../domain/action.ts";
import { normalise } from "./normalise.ts";
import { seatCommandIn } from "./seat-command.ts";

const commands: [Action, string][] = [
  [{ act: "roster" }, "值班 谁值班 谁在班 值班表 排班"],
  [{ act: "mine" }, "我的事项 我的 我手里的"],
  [{ act: "today" }, "今天 今天的事"],
  [{ act: "desk-help" }, "帮助 help 命令 有什么命令 怎么用 使用说明"],
  [{ act: "to-call" }, "待回电 要打电话的 待打电话 回电话"],
  [{ act: "waiting" }, "等人接的 待接 没人接的 事项"],
  [{ act: "take-alert", alert: "oldest" }, "接急事"],
  [{ act: "warnings" }, "预警 预警名单 看预警 预警任务"],
  [{ act: "import-warnings" }, "导入预警 导入名单 导入预警名单"],
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
  取: (matter) => ({ act: "take", matter }),
  领: (matter) => ({ act: "take", matter }),
  我接: (matter) => ({ act: "take", matter }),
  回: (matter) => ({ act: "pick", matter }),
  记: (matter) => ({ act: "write-note", matter }),
  电话: (matter) => ({ act: "unmask", matter, reason: null }),
  打过: (matter) => ({ act: "phoned", matter, how: null }),
  打过了: (matter) => ({ act: "phoned", matter, how: null }),
  打通了: (matter) => ({ act: "phoned", matter, how: "reached" }),
  没打通: (matter) => ({ act: "phoned", matter, how: "missed" }),
  约了: (matter) => ({ act: "phoned", matter, how: "arranged" }),
  转: (matter) => ({ act: "pass-on", matter }),
  调解: (matter) => ({ act: "mediate", matter }),
  调成: (matter) => ({ act: "agree", matter }),
  没调成: (matter) => ({ act: "fail", matter }),
  请调解: (matter) => ({ act: "ask-mediator", matter }),
  回避: (matter) => ({ act: "recuse", matter }),
  转部门: (matter) => ({ act: "refer", matter }),
  单: (matter) => ({ act: "show-sheet", matter }),
  单子: (matter) => ({ act: "show-sheet", matter }),
  填结果: (matter) => ({ act: "ask-result", matter }),
  结果: (matter) => ({ act: "ask-result", matter }),
  办结: (matter) => ({ act: "close", matter }),
  重办: (matter) => ({ act: "reopen", matter }),
};

/** What one of us asks for with a whole message, with or without a slash; null for anything else. */
export function deskCommandIn(text: string): Action | null {
  const said = normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");
  const merging = /^合并(\d{6})?(?:到(\d{6}))?$/u.exec(said);
  if (merging) return { act: "merge", matter: merging[1] ?? null, into: merging[2] ?? null };
  const [, verb = "", number = ""] = /^(\p{L}{1,3})(\d{6})$/u.exec(said) ?? [];
  const going = /^\/?上门[^\d]?(\d{6})(?!\d)(.*)$/u.exec(normalise(text).trim());
  if (going) return { act: "go-visit", matter: going[1]!, day: null, words: going[2]!.trim() };
  return byWords.get(said) ?? withNumber[verb]?.(number) ?? seatCommandIn(text);
}

/** Words under a picture that shows how a hazard looks now, with its number where they name one. */
export function afterPictureIn(text: string): { number: string | null } | null {
  const said = normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");
  const found = /^(?:处理|整改|修|清理)(?:后|好|完)了?(?:的?照片)?(?:编号)?(\d{6})?$/u.exec(said);
  return found && { number: found[1] ?? null };
}
