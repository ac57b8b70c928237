/** What the station's computer prints, in Chinese and English: the one who installs it may read either. */
export const cliTexts = {
  ready: (address: string) => `三务通已启动 / Sanwu is ready\n  网页 page:      ${address}`,
  network: (address: string) => `  手机打开 phone: ${address}`,
  noNetwork: "  手机打开 phone: 没有找到本地网络 / no local network found",
  scan: "  用手机扫这个码打开 / scan to open on a phone:",
  data: (folder: string) => `  数据 data:      ${folder}`,
  knowledge: (entries: number, release: string, problems: number) =>
    `  知识 knowledge: ${entries}条 entries, 版本 release ${release}` +
    (problems === 0 ? "" : `, ${problems}处要改 to mend (npm run kb -- check)`),
  telegramOff:
    "  Telegram:       关 off (没有设 TELEGRAM_BOT_TOKEN / TELEGRAM_BOT_TOKEN is not set)",
  telegramOn: (mode: string, residency: string) =>
    `  Telegram:       开 on (${mode}, RESIDENCY=${residency})`,
  residencyHint:
    "                  中国大陆的派出所请设 RESIDENCY=cn / a station in mainland China needs RESIDENCY=cn",
  modelOff: "  模型 model:     关 off (这一版不用模型 / this version uses none)",
  missing: (names: string[]) => `  还要填 to fill in knowledge/station.yaml: ${names.join("、")}`,
  stopping: "正在停止…… / stopping…",
  stopped: "已停止，没有丢消息。 / stopped, nothing lost.",
  damaged: (file: string, backup: string | null) =>
    `数据库坏了，只开急救模式：只发报警提示，不存消息。 / The database is damaged: emergency mode, cards only, nothing is stored.\n  ${file}\n` +
    (backup === null
      ? "  没有备份 / no backup found"
      : `  最近的备份 last good backup: ${backup}\n  停机后运行 stop, then run: npm run restore -- ${backup}`),
  usage: `用法 / usage:
  npm start                      启动 / serve
  npm run chat                   在终端里聊 / talk in the terminal
  npm run chat -- --as officer   当一回民警 / the same as an officer (or another role)
  npm run -s replay < in > out   回放对话 / replay conversations (JSON lines)
  npm run kb -- check | search "…" | import DIR | unanswered | flags candidates | blacklist …
  npm run doctor                 体检 / check the installation
  npm run invite -- --role officer --name 张强 [--village 前进村]   请人加入 / invite somebody
  npm run staff -- list | confirm 张强 | revoke 张强 | sign-out 张强 | reset-second 张强
                                 谁在这里工作 / who works here
  npm run retention -- --dry-run 看到期该删多少，不写 --dry-run 就删 / count, or delete, what is due
  npm run trail -- verify        查留痕有没有被改过 / check the trail of acts
  npm run backup                 备份 / back up
  npm run restore -- FILE [--verify]   恢复或只检查 / restore, or only verify`,
  needsInvite: (roles: string[]) =>
    `请写清身份和名字 / name a role and a name: npm run invite -- --role officer --name 张强 [--village 前进村]\n身份 / roles: ${roles.join(" ")}`,
  invited: (name: string, role: string, code: string, page: string) =>
    `${name}（${role}）的邀请，一天内有效，只能用一次 / valid for a day, once:\n  Telegram：给机器人发 / send to the bot: /start i_${code}\n  网页 / web: ${page}/join/${code}\n  加入以后，看是不是本人 / once joined, check who it was: npm run staff -- list`,
  nobodyYet: "还没有人加入。 / Nobody has joined yet.",
  member: (name: string, role: string, villages: string[], joined: string[]) =>
    `${name} ${role}${villages.length === 0 ? "" : `（${villages.join("、")}）`} ${joined.join("，")}`,
  joinedAt: (at: number) =>
    `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ")} 加入 / joined`,
  ways: { telegram: "Telegram", web: "网页 / web", terminal: "终端 / terminal" },
  hasSecond: "有动态码 / second factor",
  unconfirmed:
    "还没确认是不是本人：confirm 或 revoke / not confirmed: was it really them? confirm or revoke",
  confirmed: (name: string) => `确认了，是${name}本人加入的。 / confirmed.`,
  signedOut: (name: string, count: number) =>
    `${name} 的 ${count} 个浏览器都退出了。Telegram 不受影响。 / signed out of ${count} browsers; Telegram stays.`,
  secondReset: (name: string) =>
    `${name} 的动态码清掉了，下次进工作台可以重新开。 / second factor cleared.`,
  noSecond: (name: string) => `${name} 没有开动态码。 / has no second factor.`,
  noSuchPerson: (name: string) => `没有叫“${name}”的人。 / Nobody of that name.`,
  revoked: (name: string) =>
    `${name} 从现在起不能再办事，手里的事重新等人接。 / no rights from now on; their matters wait again.`,
  staffUsage:
    "npm run staff -- list | confirm 张强 | revoke 张强 | sign-out 张强 | reset-second 张强",
  retentionUsage: "npm run retention -- [--dry-run]",
  wouldDelete: "到期、可以删的（没有删）/ due for deletion (nothing was deleted):",
  deleted: "到期的删了 / deleted:",
  retentionClasses: {
    said: "说过的话，90天 / what was said",
    answered: "回过的话，90天 / what was answered",
    files: "照片和语音，90天；隐患的照片跟着事项 / pictures and voices",
    webLog: "网页对话的顺序，90天 / the page's log",
    questions: "没答上的问题、说不对的，90天 / unanswered questions, feedback",
    matters: "办结满三年的事项 / matters closed for three years",
    notes: "它们的内部记录 / their notes",
    alerts: "它们的急事记录 / their alerts",
    seats: "预约里的称呼和电话 / names on seats",
    sheets: "止付单上的账号 / account numbers on sheets",
    logins: "过期的工作台网址 / links to the desk that ran out",
  },
  ofClass: (name: string, count: number) => `  ${String(count).padStart(6)}  ${name}`,
  trailUsage: "npm run trail -- verify",
  trailWhole: (rows: number, head: string) =>
    `留痕完好，${rows} 条 / the trail is whole, ${rows} rows. 末尾 / head: ${head}`,
  trailBroken: (at: number) =>
    `留痕从第 ${at} 条起被改过、删过或挪过！ / The trail was changed from row ${at} on!`,
  mendKnowledge:
    "知识库里有要改的地方，运行 npm run kb -- check 看是哪几行。 / The knowledge base needs mending: npm run kb -- check",
  chatUsage: (roles: string[]) =>
    `npm run chat                   以村民身份聊 / talk as a villager
npm run chat -- --as officer   以民警身份聊，用完就丢 / as an officer, in a store that is thrown away
身份 / roles: ${roles.join(" ")}
民警打“帮助”看命令：导入预警、预警、接100001、结果100001 见面 劝阻成功。行首写“村民：”就是村民说的话。
As an officer, 帮助 lists the commands; a line that begins with 村民： is a villager's.`,
  chatAsHint: (role: string) =>
    `您现在是${role}。打“帮助”看命令；行首写“村民：”就是村民说的话；空行退出。 / You are staff here: 帮助 lists the commands, 村民： speaks as a villager, an empty line ends.`,
  toVillager: "【村民看到】",
  chatHint: "直接打字，回车发送；空行退出。 / Type and press Enter; an empty line ends.",
  backedUp: (file: string, bytes: number, conversations: number) =>
    `备份好了，已打开检查 / backed up and checked: ${file} (${bytes} bytes, ${conversations} conversations)\n密钥不在备份里，请另外保存 / The key is not in it; keep a copy elsewhere: `,
  keyByEnv: "DATA_KEY",
  useDump: (command: string) =>
    `数据库是 PostgreSQL，请用它自己的工具备份、恢复，密钥另外抄一份 / The database is PostgreSQL: back up and restore with its own tools, and keep a copy of the data key elsewhere:\n  ${command}`,
  verified: (file: string, conversations: number, updates: number) =>
    `备份完好 / the backup is whole: ${file} (${conversations} conversations, ${updates} updates)`,
  restored: (file: string) => `已恢复 / restored from: ${file}`,
  running: "程序还在运行，请先停止。 / Sanwu is still running: stop it first.",
  noUnanswered: "没有答不上的问题。",
  unanswered: (when: string, text: string) => `${when}  ${text}`,
  notJson: "这一行不是JSON / this line is not JSON",
  ok: "好",
  bad: "要处理",
} as const;

export const doctorTexts = {
  settings: "设置 settings",
  key: "密钥 data key",
  database: "数据库 database",
  knowledge: "知识 knowledge",
  station: "本所信息 station.yaml",
  seats: "预约时间 seats",
  seatHours: "照本所填的时间放号 / as the station filled in",
  guessedHours:
    "本所没填，先按周一到周五 9:00—12:00、14:00—17:00 放号，请在 station.yaml 里填 hours / the usual hours, not checked: fill in hours",
  holidays: "放假安排 holidays.yaml",
  holidaysKnown: "够用 known as far as needed",
  holidaysMissing: (year: number) =>
    `${year}年的还没录入，通知一出就照着写进 holidays.yaml / ${year} is not written down yet`,
  disk: "磁盘 disk",
  clock: "时钟 clock",
  backup: "备份 backup",
  telegram: "Telegram",
  port: "网页 page",
  noDatabase: "还没有数据库，第一次启动会建 / none yet, the first start makes it",
  whole: "完好 whole",
  connected: (name: string) => `PostgreSQL 连得上 / connected: ${name}`,
  lossy: (name: string, settings: string[]) =>
    `${name}: 停电会丢消息，请打开 / a power cut could lose messages, turn on: ${settings.join(", ")}`,
  dumped: "用 pg_dump 备份 / back up with pg_dump",
  damaged: (backup: string | null) =>
    backup === null
      ? "坏了，也没有备份 / damaged, and no backup"
      : `坏了。最近的备份 / damaged; last backup: ${backup}`,
  noKey: "还没有，第一次启动会建 / none yet, the first start makes it",
  fill: (names: string[]) => `还没填 / to fill in: ${names.join("、")}`,
  entries: (n: number, problems: number) => `${n}条 entries, ${problems}处要改 problems`,
  free: (gb: string) => `剩 ${gb} GB free`,
  noBackup: "一个也没有，请运行 npm run backup / none: run npm run backup",
  backupAge: (file: string, hours: number) => `${file}, ${hours}小时前 h ago`,
  off: "关 off",
  on: (residency: string) => `开 on, RESIDENCY=${residency}（中国大陆用 cn / mainland China: cn）`,
  answers: "在运行 running",
  silent: "没有运行 not running",
  year: (year: number) => `电脑的年份是${year}，请对时 / the clock says ${year}: set it`,
} as const;
