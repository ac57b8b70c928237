import type { Outgoing } from "../../src/domain/message.ts";
import { listen } from "../../src/web/listen.ts";
import type { WebOptions } from "../../src/web/options.ts";
import { entry, fakeStation, fullStation, knowledgeOf, textOf } from "../web/fakes.ts";
import type { Answering } from "../web/fakes.ts";

const answers: Record<string, Partial<Outgoing>> = {
  我有急事: {
    kind: "safety",
    text: "马上打 110。机器人不能代替报警。\n\n您现在在哪里？告诉我，我通知值班民警。",
    calls: ["110", "119", "120"],
    choices: [
      { id: "a1", label: "有人打人、拿刀" },
      { id: "a2", label: "刚把钱转给骗子" },
      { id: "a3", label: "着火、受伤、急病" },
    ],
  },
  身份证丢了咋整: {
    kind: "answer",
    text: "带户口簿，本人到派出所补一张，收四十元。\n\n依据：《居民身份证法》第十一条（2012-01-01 起施行）。以派出所答复为准。",
    choices: [
      { id: "b1", label: "要带啥" },
      { id: "b2", label: "约个时间去办" },
      { id: "b3", label: "不是问这个" },
    ],
  },
};

/** Says what a station would say to a few sentences, and repeats everything else. */
export const scripted: Answering = async (incoming, say) => {
  const said = textOf(incoming);
  await say(answers[said] ?? { kind: "notice", text: `听到了：${said}` });
};

/** A station on a port of its own. */
export async function openStation(over: Partial<WebOptions> = {}, answering = scripted, port = 0) {
  const knowledge = knowledgeOf(
    [
      entry("id-card-replace", { related: ["id-card-temporary"] }),
      entry("id-card-temporary", {
        title: "急用，先办临时身份证",
        questions: ["急用身份证办临时身份证"],
      }),
    ],
    fullStation,
  );
  const station = fakeStation({ knowledge, keepDays: 90, heartbeat: 500, ...over }, answering);
  const server = await listen(station.app, { port, host: "127.0.0.1", tls: null });
  return { ...station, ...server, url: `http://localhost:${server.port}` };
}
