import type { Action } from "../domain/action.ts";
import { atMenu, type State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { give } from "./ask-answer.ts";
import { nextSteps } from "./desk-reply.ts";
import { heard, leaving, step, talking, toVillager } from "./desk-step.ts";
import { takeAlert } from "./desk-alert.ts";
import { unmask } from "./desk-unmask.ts";
import { giveTo, handOver, passOn } from "./desk-pass.ts";

type AtDesk = Extract<State, { flow: "desk" }>;

/** What one of us writes or presses. Null: it is none of the desk's, and is heard as anybody's. */
export function atDesk(state: State, event: Event, facts: Facts, desk: Desk): Decision | null {
  switch (event.on) {
    case "chose":
      return afterDeskButton(state, event.action, facts, desk);
    case "said":
      if (event.about !== null && desk.about) return sayTo(desk.about.it, event.text, facts, desk);
      if (state.flow === "desk") return afterDeskWords(state, event.text, facts, desk);
      return null;
    case "opened":
      return state.flow === "desk" && state.at === "talking"
        ? sendEntry(state, event, facts, desk)
        : null;
    case "sent":
    case "found":
      return null;
    default:
      return event satisfies never;
  }
}

function afterDeskWords(state: AtDesk, text: string, facts: Facts, desk: Desk): Decision {
  const { about } = desk;
  if (!about) return { state: atMenu, effects: [heard(texts.gone)] };
  if (state.at === "noting") {
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
  if (others.length > 0)
    return {
      state,
      effects: [
        heard(
          texts.whom,
          [about.it, ...others].map(({ id, number, village }) => ({
            label: `${number}${village === null ? "" : ` ${village}`}`,
            action: { act: "pick", matter: id },
          })),
        ),
      ],
    };
  const entry = /^[#＃]\s*([a-z0-9-]+)$/.exec(text.trim())?.[1];
  if (entry !== undefined) return { state, effects: [{ do: "lookup-entry", entry, as: "answer" }] };
  return sayTo(about.it, text, facts, desk);
}

/** Words to the villager, under the name of the one who has the matter. */
function sayTo(matter: Matter, text: string, facts: Facts, desk: Desk): Decision {
  if (!may(desk.me.role, "reply")) return { state: atMenu, effects: [heard(texts.mayNot)] };
  const stepped = step(matter, { do: "speak", by: desk.me }, facts, desk);
  if (!stepped.ok) return { state: atMenu, effects: [stepped.told] };
  const manyOpen = desk.mine.filter(({ talking: open }) => open).length > 1;
  return {
    state: talking(matter, facts),
    effects: [
      stepped.save,
      ...toVillager(matter, talkTexts.says(desk.me.name, text)),
      ...(manyOpen ? [heard(texts.sent(matter.number))] : []),
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
    case "take-alert":
      return takeAlert(state, facts, desk);
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

type MatterAct = Extract<Action, { matter: string }>["act"];

function mayDo(act: MatterAct, matter: Matter, { me }: Desk): boolean {
  if (matter.isPrivate && !may(me.role, "see-private")) return false;
  switch (act) {
    case "take":
    case "close":
    case "reopen":
    case "mediate":
    case "pass-on":
    case "unmask":
      return may(me.role, act);
    case "pick":
      return may(me.role, "reply");
    case "write-note":
      return may(me.role, "note");
    case "give":
      return may(me.role, "pass-on");
    case "agree":
    case "fail":
      return may(me.role, "mediate");
    case "refer":
      return may(me.role, "close");
    case "not-settled":
      return false;
    default:
      return act satisfies never;
  }
}

function onMatter(
  state: State,
  action: Extract<Action, { matter: string }>,
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
      return { state: talking(matter, facts), effects: [heard(texts.picked(about))] };
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
        state: ends ? atMenu : state,
        effects: [
          stepped.save,
          heard(texts.step[action.act](number), ends ? [] : nextSteps(stepped.save.matter, desk)),
          ...toVillager(matter, told, choices as Reply["choices"]),
        ],
      };
    }
    case "not-settled":
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
