import { atMenu, type State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import { pictureOf } from "../domain/kept-file.ts";
import type { Matter } from "../domain/matter.ts";
import { keptRef, type Relayed, type Reply } from "../domain/message.ts";
import { mayShowAfter } from "../domain/rights.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { afterTexts as words } from "../texts/zh-cn/hazard-after.ts";
import { afterPictureIn } from "../understanding/desk-command.ts";
import { nextSteps, toStaff } from "./desk-reply.ts";
import type { Spoken } from "./desk-say.ts";
import { heard, talking, toVillager } from "./desk-step.ts";
import { relayedOf } from "./relay.ts";

/** The next picture shows how a hazard looks now. */
export function askAfter(matter: Matter): Decision {
  return {
    state: { flow: "desk", v: 1, at: "after", matter: matter.id },
    effects: [heard(words.ask(matter.number))],
  };
}

/** A picture of a hazard that was dealt with: kept beside the first ones, and shown to whoever told of it. Null: it is none. */
export function afterPicture(
  state: State,
  event: Spoken,
  facts: Facts,
  desk: Desk,
): Decision | null {
  const isAsked = state.flow === "desk" && state.at === "after";
  const isNamed = event.on === "said" && afterPictureIn(event.text) !== null;
  const matter = desk.about?.it;
  if (!matter || event.medium === null || !(isAsked || isNamed)) return null;
  if (!mayShowAfter(desk.me, matter)) return { state, effects: [heard(texts.mayNot)] };
  const picture = pictureOf(event.medium);
  if (picture === null) return { state, effects: [heard(words.notKept)] };
  const media = relayedOf(event.medium, matter.id);
  const others: Effect[] =
    matter.owner === null || matter.owner === desk.me.id
      ? []
      : [
          {
            do: "tell",
            to: { person: matter.owner },
            reply: toStaff(words.colleague(desk.me.name, matter.number)),
          },
        ];
  return {
    state: matter.owner === desk.me.id ? talking(matter, facts) : atMenu,
    effects: [
      {
        ...{ do: "keep-picture", matter: matter.id, stage: "after", picture },
        ...{ channel: facts.channel, nameless: false, actor: desk.me.id },
      },
      heard(
        matter.conversation === null
          ? words.keptNameless(matter.number)
          : words.kept(matter.number),
        matter.owner === desk.me.id ? nextSteps(matter, desk) : [],
      ),
      ...withMedia(
        toVillager(matter, words.shown(matter.number)),
        media,
        words.shownBare(matter.number),
      ),
      ...others,
    ],
  };
}

function withMedia(told: Effect[], media: Relayed | null, bare: string): Effect[] {
  return told.map((effect) =>
    effect.do === "tell" && media !== null
      ? { ...effect, reply: { ...effect.reply, media }, otherwise: toStaff(bare) }
      : effect,
  );
}

/** What a hazard looked like when it was told, for whoever takes it up. */
export function picturesFor(
  { it, pictures = [] }: NonNullable<Desk["about"]>,
  { channel, residency }: Facts,
): Effect[] {
  if (channel === "telegram" && residency === "cn") return [];
  return pictures.map(({ id, kind, stage }): Effect => {
    const text = words.picture(stage, it.number);
    const reply: Reply = toStaff(text);
    return {
      do: "reply",
      reply: { ...reply, media: { ref: keptRef(id), kind, otherwise: words.gone(it.number) } },
    };
  });
}
