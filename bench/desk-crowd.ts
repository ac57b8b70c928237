import { deskTexts } from "../src/texts/zh-cn/desk.ts";
import type { BotApi } from "../tests/support/bot-api/server.ts";
import type { DeskSaid } from "./desk-judge.ts";

/** Somebody does something so often. Unit: ms. */
const pace = 100;
/** Nobody writes sooner again: a station lets people write twenty times a minute. Unit: ms. */
const breath = 4_000;
const { buttons } = deskTexts;

export interface DeskCrowd {
  said: DeskSaid;
  stop(): void;
}

/**
 * Villagers ask for a person or tell of a fire; then they talk. Officers take, at once where several
 * see it, answer messages, and close; whoever's matter was closed asks again.
 */
export function deskCrowd(
  api: BotApi,
  villagers: readonly number[],
  officers: readonly number[],
  chance: () => number,
): DeskCrowd {
  const said: DeskSaid = new Map();
  /** So many of a villager's matters had been closed when they last asked. */
  const asked = new Map<number, number>();
  const pressed = new Set<string>();
  const spokeAt = new Map<number, number>();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const heard = (who: number) =>
    api
      .user(who)
      .sees()
      .filter(({ from }) => from === "bot");
  let words = 0;

  /** Whether somebody may write now; then it counts. */
  function speaks(who: number): boolean {
    if (Date.now() - (spokeAt.get(who) ?? 0) < breath) return false;
    spokeAt.set(who, Date.now());
    return true;
  }

  function villagerDoes(who: number): void {
    if (!speaks(who)) return;
    const closed = new Set(
      heard(who).flatMap(({ text }) => /编号(\d{6})）办结了/.exec(text)?.[1] ?? []),
    ).size;
    const before = asked.get(who);
    const first = before === undefined || (closed > before && chance() < 0.5);
    if (first) asked.set(who, closed);
    const fire = who % 5 === 0 && before === undefined;
    const text = !first ? `词${++words}句` : fire ? "我家着火了，快来人" : "找民警";
    said.set(api.user(who).says(text)!, { who, text, first, answers: null });
  }

  /** The newest unpressed button of this kind in somebody's chat. */
  function press(who: number, label: string): boolean {
    const found = heard(who)
      .slice(-60)
      .flatMap(({ markup }) => markup.inline?.flat() ?? [])
      .findLast(
        ({ text, callback_data: data }) =>
          text.startsWith(label) && data !== undefined && !pressed.has(data),
      );
    if (found?.callback_data === undefined) return false;
    pressed.add(found.callback_data);
    api.user(who).clicks(found.callback_data);
    return true;
  }

  function officerDoes(who: number): void {
    if (chance() < 0.5 && press(who, "我来")) {
      for (const other of officers) if (other !== who && chance() < 0.5) press(other, "我来");
      return;
    }
    if (chance() < 0.04 && press(who, buttons.close)) return;
    const theirs = heard(who).filter(({ text }) => /^(（重发）)?编号\d{6}的群众：词/.test(text));
    if (theirs.length === 0 || !speaks(who)) return;
    const answers = pick(theirs.slice(-10));
    const text = `答${++words}句`;
    const reply = {
      reply_to_message: { message_id: answers.message_id, from: { id: api.world.bot.id } },
    };
    said.set(api.user(who).says(text, reply)!, { who, text, first: false, answers: answers.text });
  }

  const timer = setInterval(() => {
    if (chance() < 0.8) villagerDoes(pick(villagers));
    else officerDoes(pick(officers));
  }, pace);
  return { said, stop: () => clearInterval(timer) };
}
