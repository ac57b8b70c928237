import type { Action } from "../domain/action.ts";
import { normalise } from "./normalise.ts";

/** Whole messages that are a command, by what they do. Written as normalised, without marks. */
const commands: [Action, string][] = [
  [
    { act: "start" },
    "start 开始 菜单 主菜单 目录 回到菜单 返回菜单 回菜单 主页 首页 回首页 重来 从头来 重新来 重新开始 从头开始 再来一遍 从头再来 menu help 帮助 帮忙 使用帮助 使用说明 说明 怎么用 咋用 怎么使用 这个怎么用 这个咋用 咋用啊 你能干啥 你能干什么 你能做什么 你会啥 你会什么 有什么功能 有啥功能 能办啥 能办什么 能问啥 能问什么",
  ],
  [
    { act: "hotlines" },
    "hotline hotlines 热线 热线电话 电话 电话号码 电话号 联系电话 求助电话 报警电话 常用电话 有哪些电话 都有啥电话 有啥电话 电话多少 电话是多少 号码",
  ],
  [
    { act: "human" },
    "0 零 人工 转人工 转人工服务 人工服务 人工客服 客服 找人工 要人工 我要人工 真人 找真人 找民警 我要找民警 我找民警 找警察 我找警察 我要找警察 民警 警察 找公安 转民警 接民警 叫民警 找个人 找个活人 我要跟人说 跟人说 换人 换个人 找驻村民警 找片警 找警官 human 找人",
  ],
  [
    { act: "privacy" },
    "privacy 隐私 隐私说明 隐私政策 隐私保护 个人信息 我的信息 信息保护 你们存我啥 你们记我啥 会不会泄露我的信息",
  ],
  [
    { act: "export" },
    "export mydata 导出我的数据 我的数据 导出数据 导出我的信息 导出我的资料 我要导出我的数据 看我的数据 查我的数据 下载我的数据 把我的数据给我 你们存了我什么 你们存了我啥 你们存着我什么 你们存着我啥",
  ],
  [
    { act: "erase" },
    "erase delete forget 删除我的信息 删我的信息 删除信息 删除我的资料 删掉我的信息 把我的信息删了 把我信息删了 删了我的信息 清除我的信息 清除记录 删除记录 删除聊天记录 删除我的记录 注销我的信息 我要删除我的信息",
  ],
  [
    { act: "back" },
    "back 上一步 返回 后退 退回 退回去 回去 往回 返回上一步 回到上一步 返回上一级 退一步 上一级 回去一步 回一步 退回一步 往回一步 往回退 往回退一步 返回一步 回上一步 退回上一步 倒回去 倒回去一步 回前一步 前一步",
  ],
  [
    { act: "back", ends: "all" },
    "cancel 算了 拉倒 拉倒吧 不办了 不弄了 取消 退出 结束 算了不问了 算了不办了",
  ],
  [{ act: "back", ends: "asked" }, "不用了 不用"],
  [
    { act: "urgent" },
    "urgent sos 我有急事 有急事 急事 紧急 紧急情况 有紧急情况 我有紧急情况 十万火急 急 急急",
  ],
  [{ act: "in-danger" }, "我有危险 有危险 我现在有危险 我遇到危险了"],
  [{ act: "want-to-talk" }, "我想找人说话 想找人说话 找人说话 我想找人聊聊 想找人聊聊 想找人唠唠"],
  [{ act: "am-safe" }, "我没事 没事 没事了 我没事了 我安全 我很安全 我现在安全 安全了"],
  [
    { act: "false-alarm" },
    "误报 误会 是误会 发错了 我发错了 点错了 按错了 误触 不是急事 没有急事 没急事 误点",
  ],
  [
    { act: "consult" },
    "普通咨询 咨询 一般咨询 我要咨询 我想咨询 咨询一下 我咨询一下 想咨询一下 普通问题",
  ],
  [
    { act: "door", door: "ask" },
    "ask 问事 问个事 问点事 我问个事 我想问事 我要问事 想问个事 我想问个事 打听个事",
  ],
  [
    { act: "door", door: "book" },
    "book 办事预约 预约 预约办事 我要预约 我想预约 办事 挂号 约号 取号 预约办理 办理预约",
  ],
  [
    { act: "door", door: "check" },
    "check 查诈骗 查骗子 反诈 反诈骗 查查是不是诈骗 看看是不是骗子 诈骗 防诈 防骗 识别诈骗",
  ],
  [
    { act: "door", door: "report" },
    "report 反映问题 反映情况 我要反映问题 我要反映情况 反映 举报 我要举报 上报 报隐患 报告隐患 反应问题 反应情况",
  ],
  [
    { act: "identity" },
    "identity 你是真的吗 你是真的不 你是真的假的 怎么知道你是真的 咋知道你是真的 怎么确认你是真的 咋确认你是真的 怎么证明你是真的 你是真警察吗 你真是派出所的吗 你真是派出所吗 你们是真的吗 你是骗子吗 你是不是骗子 你是骗子吧 你不是骗子吧 这是真的派出所吗 是真的派出所吗 你是派出所的吗 你是派出所吗 你是谁 你谁啊 你谁呀 你是哪个 你是机器人吗 你是机器人不 你是人吗 你是人还是机器 你是人还是机器人 你是真人吗 你是干啥的 你是干什么的",
  ],
];

const byWords = new Map<string, Action>();
for (const [action, words] of commands)
  for (const word of words.split(" ")) byWords.set(word, action);

/** What may stand around a command and changes nothing. */
const courtesy =
  /^(?:请|麻烦|劳驾|帮我|给我|你好|您好|那|那就|嗯|哎|唉|喂)+|(?:吧|啊|呀|呗|哈|嘛|谢谢|了啊|一下吧|可以吗|行吗|行不)+$/g;

/** What is said to the bot even while somebody talks with one of us: about their own data, and to leave. */
const inTalk = new Set<Action["act"]>(["privacy", "export", "erase"]);
const leaving = new Set(
  "退出 退出对话 退出聊天 结束对话 结束聊天 不聊了 先不聊了 不跟你聊了 不唠了".split(" "),
);

/** The command that a whole message is in a talk; null for anything that is for the other one. */
export function talkCommandIn(text: string): Action | null {
  if (leaving.has(normalise(text).replace(/[^\p{L}\p{N}]+/gu, ""))) return { act: "leave-talk" };
  const action = commandIn(text);
  return action !== null && inTalk.has(action.act) ? action : null;
}

/** The command that a whole message is, with or without a slash; null for anything longer. */
export function commandIn(text: string): Action | null {
  if (text.length > 60) return null;
  const invited = /^\/start i_([a-z]{20,40})$/.exec(text.trim())?.[1];
  if (invited !== undefined) return { act: "join", code: invited };
  // A deep link opens the chat with "/start" and a code of its own.
  const said = normalise(text.replace(/^\/start\s.*$/s, "/start"))
    .replace(/@\S+$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const action = byWords.get(said) ?? byWords.get(said.replace(courtesy, ""));
  return action ?? null;
}
