import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../src/answering/knowledge.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { entryText, grassText, inFolder, put, stationText } from "../answering/samples.ts";
import { openWorld } from "../support/world.ts";

const silent = { info() {}, warn() {}, error() {} };

/** What a villager hears who asks for an entry that ended on a day. */
function asking(words: string, ended: string): Promise<{ heard: string; choices: string[] }> {
  return inFolder(async (dir) => {
    await put(dir, {
      "station.yaml": stationText,
      "id-card/replace.md": entryText({ effective: `{ from: null, to: ${ended} }` }),
      "grassland/fire.md": grassText,
    });
    const knowledge = await openKnowledge({
      dir,
      today: () => "2026-11-24",
      words: knowledgeWording,
      log: silent,
      watch: false,
    });
    const li = (await openWorld({ knowledge })).villager("li");
    await li.says(words);
    return {
      heard: li
        .gets()
        .map(({ text }) => text)
        .join("\n"),
      choices: li.choices(),
    };
  });
}

describe("an entry that is withdrawn", () => {
  it("is said to be in the works, with a person, and nothing of it is shown", async () => {
    const { heard, choices } = await asking("身份证丢了怎么办", "2026-11-23");
    expect(heard).toContain(askTexts.gone);
    expect(heard).not.toContain("补领");
    expect(choices).toContain(buttons.human);
  });

  it("is answered as ever on its last day", async () => {
    const { heard } = await asking("身份证丢了怎么办", "2026-11-24");
    expect(heard).toContain("补领");
    expect(heard).not.toContain(askTexts.gone);
  });

  it("does not stand in the way of others", async () => {
    const { heard } = await asking("草原着火", "2026-11-23");
    expect(heard).not.toContain(askTexts.gone);
  });
});
