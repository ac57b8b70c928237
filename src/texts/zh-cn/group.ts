/** What a group reads, where more people than one read along: never anything about anybody. */
export const groupTexts = {
  /** Where somebody wants what is only theirs. `link`: where they can write alone. */
  alone: (link: string | null) =>
    `这种事请私下跟我说，别在群里说。${link === null ? "点我的名字，打开私聊就行。" : `点这里打开私聊：${link}`}`,
  /** A danger that is not clear, or the button for one: nobody is asked anything here. */
  danger:
    "有危险马上打110！着火119，受伤120。不方便说话，发短信到12110。\n\n心里难受，打12356有人听您说。",
} as const;
