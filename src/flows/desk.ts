import type { Action } from "../domain/action.ts";
import { atMenu, type State } from "../domain/conversation.ts";
import { unclear, type Desk } from "../domain/desk.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { give } from "./ask-answer.ts";
import { nextSteps } from "./desk-reply.ts";
import { heard, leaving, step, talking, toVillager, without } from "./desk-step.ts";
import { takeAlert } from "./desk-alert.ts";
import { askWhom, editsSent, spoken, withSent, type Spoken } from "./desk-say.ts";
import { deskLink, signOut } from "./desk-sign-in.ts";
import { mayDo, type OnMatter } from "./desk-may.ts";
import { onMediator, tooNear } from "./desk-mediator.ts";
import { unmask } from "./desk-unmask.ts";
import { giveTo, handOver, passOn } from "./desk-pass.ts";

type AtDesk = Extract<State, { flow: "desk" }>;

/** What one of us writes or presses. Null: it is none of the desk's, and is heard as anybody's. */
export function atDesk(state: State, event: Event, facts: Facts, desk: Desk): Decision | null {
  switch (event.on) {
    case "chose":
      return afterDeskButton(state, event.action, facts, desk);
    case "said": {
      const withdrawn = tooNear(state, event.text, event.about, desk);
      if (withdrawn) return withdrawn;
      return said(state, event, facts, desk);
    }
    case "opened":
      return state.flow === "desk" && state.at === "talking"
        ? sendEntry(state, event, facts, desk)
        : null;
    case "sent":
      return said(state, event, facts, desk);
    case "found":
      return null;
    default:
      return event satisfies never;
  }
}

function said(state: State, event: Spoken, facts: Facts, desk: Desk): Decision | null {
  const { about } = event;
  const reading = event.on === "said" ? event.reading : { emergency: null };
  if (about === unclear) return askWhom(state, desk.mine);
  if (about !== null)
    return desk.about
      ? sayTo(state, desk.about.it, event, facts, desk)
      : { state, effects: [heard(texts.gone)] };
  if (event.on === "said" && event.edited)
    return desk.about && editsSent(state, event)
      ? sayTo(state, desk.about.it, event, facts, desk)
      : { state, effects: [heard(texts.editedLate)] };
  if (state.flow === "desk") return afterDeskWords(state, event, facts, desk);
  // A villager waits for words of ours: these may be theirs.
  const waited = desk.mine.some(({ talking: open }) => open);
  return waited && reading.emergency === null ? askWhom(state, desk.mine) : null;
}

function afterDeskWords(state: AtDesk, event: Spoken, facts: Facts, desk: Desk): Decision {
  const { about } = desk;
  if (!about) return { state: atMenu, effects: [heard(texts.gone)] };
  const text = event.on === "said" ? event.text : "";
  if (state.at === "noting") {
    if (event.on === "sent") return { state, effects: [heard(texts.askNote(about.it.number))] };
    if (!may(desk.me.role, "note")) return { state: atMenu, effects: [heard(texts.mayNot)] };
    return {
      state: talking(about.it, facts),
      effects: [
        { do: "keep-note", matter: about.it.id, person: desk.me.id, text },
        heard(texts.noted, nextSteps(about.it, desk)),
      ],
    };
  }
  // Somebody else wrote since: these words may be meant for them, and must not go astray.
  const others = desk.mine.filter(
    ({ id, talking: open, heardAt }) => open && id !== state.matter && heardAt > state.since,
  );
  if (others.length > 0) return askWhom(state, [about.it, ...others]);
  const entry = /^[#＃]\s*([a-z0-9-]+)$/.exec(text.trim())?.[1];
  if (entry !== undefined) return { state, effects: [{ do: "lookup-entry", entry, as: "answer" }] };
  return sayTo(state, about.it, event, facts, desk);
}

/** Words to the villager, under the name of the one who has the matter. */
function sayTo(state: State, matter: Matter, event: Spoken, facts: Facts, desk: Desk): Decision {
  const left = without(state, matter);
  if (!may(desk.me.role, "reply")) return { state: left, effects: [heard(texts.mayNot)] };
  const stepped = step(matter, { do: "speak", by: desk.me }, facts, desk);
  if (!stepped.ok) return { state: left, effects: [stepped.told] };
  const manyOpen = desk.mine.filter(({ talking: open }) => open).length > 1;
  return {
    state: withSent(talking(matter, facts), state, event),
    effects: [
      stepped.save,
      ...spoken(event, matter, facts, desk),
      ...(manyOpen ? [heard(texts.sent(matter.number), [picking(matter)])] : []),
    ],
  };
}

/** An entry of the knowledge base, with its sources, as the officer's answer. */
function sendEntry(
  state: State,
  { entry }: Extract<Event, { on: "opened" }>,
  facts: Facts,
  desk: Desk,
): Decision {
  const { about } = desk;
  if (!about) return { state: atMenu, effects: [heard(texts.gone)] };
  if (entry === null) return { state, effects: [heard(texts.noEntry(""))] };
  const stepped = step(about.it, { do: "speak", by: desk.me }, facts, desk);
  if (!stepped.ok) return { state: atMenu, effects: [stepped.told] };
  const sent = give(entry, { confidence: 1 }).effects.flatMap((effect): Effect[] =>
    effect.do === "reply" && about.it.conversation !== null
      ? [{ do: "tell", to: { conversation: about.it.conversation }, reply: effect.reply }]
      : [],
  );
  return {
    state: talking(about.it, facts),
    effects: [stepped.save, ...sent, heard(texts.sentEntry(about.it.number, entry.title))],
  };
}

function afterDeskButton(state: State, action: Action, facts: Facts, desk: Desk): Decision | null {
  switch (action.act) {
    case "roster":
      return { state, effects: [heard(texts.roster(desk.onDuty))] };
    case "mine":
      return { state, effects: [heard(texts.mine(desk.mine), desk.mine.map(picking))] };
    case "waiting":
      if (!may(desk.me.role, "see-matters")) return { state, effects: [heard(texts.mayNot)] };
      return { state, effects: [heard(texts.waiting(desk.waiting), desk.waiting.map(taking))] };
    case "hand-over":
      return handOver(facts, desk);
    case "desk-link":
      return deskLink(state, facts, desk);
    case "sign-out":
      return signOut(state, facts, desk);
    case "take-alert":
      return takeAlert(state, facts, desk);
    case "ask-mediator":
    case "mediator":
    case "parties":
    case "recuse":
      if (!desk.about) return { state, effects: [heard(texts.gone)] };
      return onMediator(state, action, desk.about.it, desk);
    case "take":
    case "pick":
    case "write-note":
    case "unmask":
    case "pass-on":
    case "give":
    case "mediate":
    case "agree":
    case "fail":
    case "refer":
    case "close":
    case "reopen": {
      const { about } = desk;
      if (!about) return { state, effects: [heard(texts.gone)] };
      if (!mayDo(action.act, about.it, desk)) return { state, effects: [heard(texts.mayNot)] };
      return onMatter(state, action, about, facts, desk);
    }
    default:
      return null;
  }
}

function onMatter(
  state: State,
  action: OnMatter,
  about: NonNullable<Desk["about"]>,
  facts: Facts,
  desk: Desk,
): Decision {
  const matter = about.it;
  const { number } = matter;
  switch (action.act) {
    case "take": {
      const stepped = step(matter, { do: "take", by: desk.me }, facts, desk);
      if (!stepped.ok) return { state, effects: [stepped.told] };
      return {
        state: talking(matter, facts),
        effects: [
          stepped.save,
          heard(texts.taken(about), nextSteps(stepped.save.matter, desk)),
          ...toVillager(matter, talkTexts.taken(desk.me.name, number), leaving),
        ],
      };
    }
    case "pick":
      if (matter.owner !== desk.me.id)
        return { state, effects: [heard(texts.refused("not-yours", number, about.owner))] };
      return {
        state: talking(matter, facts),
        effects: [heard(texts.picked(about), nextSteps(matter, desk))],
      };
    case "write-note":
      return {
        state: { flow: "desk", v: 1, at: "noting", matter: matter.id },
        effects: [heard(texts.askNote(number))],
      };
    case "unmask":
      return unmask(state, about, action.reason, desk);
    case "pass-on":
      return passOn(state, matter, desk);
    case "give":
      return giveTo(state, about, action.to, facts, desk);
    case "mediate":
    case "agree":
    case "fail":
    case "refer":
    case "close":
    case "reopen": {
      const stepped = step(matter, { do: action.act, by: desk.me }, facts, desk);
      if (!stepped.ok) return { state, effects: [stepped.told] };
      const told = {
        mediate: talkTexts.mediating,
        agree: talkTexts.agreed,
        fail: talkTexts.failed,
        refer: talkTexts.referred,
        close: talkTexts.closed,
        reopen: talkTexts.reopened,
      }[action.act](number);
      const ends = action.act === "close" || action.act === "reopen";
      const choices =
        action.act === "close"
          ? [{ label: talkTexts.notSettled, action: { act: "not-settled", matter: matter.id } }]
          : [];
      return {
        state: ends ? without(state, matter) : state,
        effects: [
          stepped.save,
          heard(texts.step[action.act](number), ends ? [] : nextSteps(stepped.save.matter, desk)),
          ...toVillager(matter, told, choices as Reply["choices"]),
        ],
      };
    }
    case "not-settled":
    case "settled":
      return { state, effects: [] };
    default:
      return action satisfies never;
  }
}

const picking = ({ id, number }: Matter): Reply["choices"][number] => ({
  label: `${texts.buttons.pick} ${number}`,
  action: { act: "pick", matter: id },
});

const taking = ({ id, number }: Matter): Reply["choices"][number] => ({
  label: `${texts.buttons.take} ${number}`,
  action: { act: "take", matter: id },
});
