import { describe, expect, it } from "vitest";
import { chatTexts } from "../../../src/texts/zh-cn/page.ts";
import { post } from "../../../src/web/page/post.ts";
import { messageQueue } from "../../../src/web/page/queue.ts";

/** A browser's storage that takes so many characters and no more. */
function storage(most: number): Storage {
  const kept = new Map<string, string>();
  const size = () => [...kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    setItem(key, text) {
      if (size() + key.length + text.length > most) throw new Error("QuotaExceededError");
      kept.set(key, text);
    },
  };
}

const picture = (bytes: number) => ({
  ...{ id: "m-12345678", shown: "照片" },
  content: { file: "A".repeat(bytes), kind: "photo" as const },
});

describe("a picture that waits for a signal", () => {
  it("is there again after the page was left", () => {
    const phone = storage(5_000);
    messageQueue(phone).add(picture(1_000), 1);
    expect(messageQueue(phone).all()).toEqual([picture(1_000)]);
  });

  it("is sent while the page is open, even where the phone has no room for it", () => {
    const queue = messageQueue(storage(5_000));
    queue.add(picture(9_000), 1);
    expect(queue.all()).toEqual([picture(9_000)]);
    queue.remove("m-12345678");
    expect(queue.all()).toEqual([]);
  });

  it("is said to be lost, should the page be left then", async () => {
    const phone = storage(5_000);
    messageQueue(phone).add(picture(9_000), 1);
    const [left] = messageQueue(phone).all();
    expect(left).toEqual({ id: "m-12345678", shown: "照片", content: { lost: "photo" } });
    expect(await post(left!)).toEqual({ is: "refused", sentence: chatTexts.fileLost });
  });

  it("takes its note along when it was sent", () => {
    const phone = storage(5_000);
    const queue = messageQueue(phone);
    queue.add(picture(9_000), 1);
    queue.remove("m-12345678");
    expect(messageQueue(phone).all()).toEqual([]);
  });
});
