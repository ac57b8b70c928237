import { buttons } from "./buttons.ts";

/** What only Telegram's own surfaces say: keys, command list, description, marks on a message. */
export const telegramTexts = {
  /** The keys under the input field, by rows. */
  keys: [
    [buttons.ask, buttons.book],
    [buttons.check, buttons.report],
    [buttons.human, buttons.urgent],
  ],
  commands: [
    { command: "start", description: "打开菜单" },
    { command: "ask", description: "问事：户口、身份证、法律" },
    { command: "book", description: buttons.book },
    { command: "check", description: "查诈骗：把可疑短信发来" },
    { command: "report", description: "反映问题：纠纷、隐患" },
    { command: "human", description: buttons.human },
    { command: "urgent", description: buttons.urgent },
    { command: "privacy", description: "隐私说明、删除我的记录" },
  ],
  description:
    "派出所和村里的办事助手：问户口和身份证、预约办事、辨别诈骗、反映纠纷和隐患、找驻村民警。\n有危险请直接打 110，机器人不能代替报警。请不要在这里发身份证号、银行卡号。",
  shortDescription: "问事、预约、防骗、找民警。有危险直接打 110。",
  /** Marks a message that may have come before. */
  again: "（重发）",
  /** Stands where somebody's picture, voice or file cannot be had any more. */
  mediumGone: "（发来的东西没转过来，可能已经撤回了。请对方再发一次。）",
  /** Stands where a message has nothing that can be seen. */
  blank: "（这条消息没有文字）",
  call: (number: string, what: string) => `${number}：${what}`,
  /** Log line for the person who runs the station. */
  anotherInstance: "另一个实例在运行：同一个机器人令牌正被两处使用，请停掉其中一个",
  wrongToken: "Telegram 不认这个机器人令牌：请检查 TELEGRAM_BOT_TOKEN，改好后重新启动",
} as const;
