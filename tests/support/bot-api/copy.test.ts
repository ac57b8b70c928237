import { expect, it, onTestFinished } from "vitest";
import { startBotApi, type BotApiOptions } from "./server.ts";

async function serving(options: BotApiOptions = {}) {
  const api = await startBotApi(options);
  onTestFinished(() => api.stop());
  const copy = async (params: object) => {
    const answer = await fetch(`${api.url}/bot${api.token}/copyMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
    });
    return (await answer.json()) as { ok: boolean; result?: object; description?: string };
  };
  const [li, wang] = [api.user(5), api.user(8)];
  wang.sends("photo", "王五的");
  const source = { chat_id: 5, from_chat_id: 8, message_id: wang.lastMessage() };
  const shown = () => li.sees().map(({ kind, text }) => [kind, text]);
  return { api, copy, li, wang, source, shown };
}

it("copies a message without its sender; a caption takes the place of theirs, also an empty one", async () => {
  const { copy, li, source, shown } = await serving();
  const { result } = await copy(source);
  await copy({ ...source, caption: "<b>改</b>", parse_mode: "HTML" });
  await copy({ ...source, caption: "" });
  expect(shown()).toEqual([
    ["photo", "王五的"],
    ["photo", "改"],
    ["photo", ""],
  ]);
  expect(result).toEqual({ message_id: li.sees()[0]!.message_id });
  expect(li.sees().every(({ from }) => from === "bot")).toBe(true);
});

it("leaves a caption out where none can stand", async () => {
  const { copy, wang, source, shown } = await serving();
  wang.sends("location");
  await copy({ ...source, message_id: wang.lastMessage(), caption: "在" });
  expect(shown()).toEqual([["location", ""]]);
});

it("refuses what Telegram refuses, in its words", async () => {
  const { api, copy, li, wang, source, shown } = await serving();
  const why = async (params: object) => (await copy({ ...source, ...params })).description;
  expect(await why({ message_id: 999 })).toBe("Bad Request: message to copy not found");
  expect(await why({ from_chat_id: 77 })).toBe("Bad Request: chat not found");
  expect(await why({ chat_id: 77 })).toBe("Bad Request: chat not found");
  expect(await why({ caption: "长".repeat(1_025) })).toMatch(/caption is too long/);
  wang.sends("poll");
  expect(await why({ message_id: wang.lastMessage() })).toBe(
    "Bad Request: message can't be copied",
  );
  api.world.chat(8).messages.get(source.message_id)!.deleted = true;
  expect(await why({})).toBe("Bad Request: message to copy not found");
  li.blocks();
  expect(await why({})).toBe("Forbidden: bot was blocked by the user");
  expect(shown()).toEqual([]);
});

it("is limited like any message", async () => {
  const { copy, source } = await serving({ limits: { perChat: 1, overall: 30 } });
  const answers = [await copy(source), await copy(source)];
  // Two seconds may begin between them.
  if (!answers[1]!.ok) expect(answers[1]).toMatchObject({ parameters: { retry_after: 1 } });
  expect(answers[0]!.ok).toBe(true);
});
