import type { Action } from "../domain/action.ts";
import { atMenu, type State } from "../domain/conversation.ts";
import { unclear, type Desk } from "../domain/desk.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { afterTexts } from "../texts/zh-cn/hazard-after.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { showable } from "./bare.ts";
import { isStepName, nextSteps } from "./desk-reply.ts";
import { besideResult, heard, leaving, step, talking, toVillager, without } from "./desk-step.ts";
import { deskHelp, mine, phoned, picking, toCall, today } from "./desk-calls.ts";
import { afterPicture, askAfter, picturesFor } from "./desk-after.ts";
import { offerEntries, quickReply, sendEntry } from "./desk-entry.ts";
import { takeAlert } from "./desk-alert.ts";
import { askWhom, editsSent, spoken, withSent, type Spoken } from "./desk-say.ts";
import { deskLink, signOut } from "./desk-sign-in.ts";
import { merge, withNews } from "./desk-merge.ts";
import { mayDo, type OnMatter } from "./desk-may.ts";
import { onMediator, tooNear } from "./desk-mediator.ts";
import { onSeats } from "./desk-seats.ts";
import { unmask } from "./desk-unmask.ts";
import { giveTo, handOver, passOn } from "./desk-pass.ts";
import { goingWords, goVisit } from "./desk-visit.ts";
import { onWarning, takenWarning, warningWords } from "./desk-warnings.ts";

type AtDesk = Extract<State, { flow: "desk"; at: "talking" | "noting" | "after" }>;

/** What one of us writes or presses. Null: it is none of the desk's, and is heard as anybody's. */
export function atDesk(state: State, event: Event, facts: Facts, desk: Desk): Decision | null {
  switch (event.on) {
    case "chose":
      return afterDeskButton(state, event.action, facts, desk);
    case "said": {
      const withdrawn = tooNear(state, event.text, event.about, desk);
      if (withdrawn) return withdrawn;
      const warned = warningWords(state, event, facts, desk);
      if (warned) return warned;
      return said(besideResult(state, facts), event, facts, desk);
    }
    case "opened":
      return state.flow === "desk" && state.at === "talking"
        ? sendEntry(state, event, facts, desk)
        : null;
    case "sent":
      return said(besideResult(state, facts), event, facts, desk);
    case "found":
      return state.flow === "desk" && state.at === "talking"
        ? offerEntries(state, event, desk)
        : null;
    case "seat":
      return null;
    default:
      return event satisfies never;
  }
}

function said(state: State, event: Spoken, facts: Facts, desk: Desk): Decision | null {
  const after = afterPicture(state, event, facts, desk);
  if (after) return after;
  const going = goingWords(state, event, facts, desk);
  if (going) return going;
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
  if (isAtMatter(state)) return afterDeskWords(state, event, facts, desk);
  // A villager waits for words of ours: these may be theirs.
  const waited = desk.mine.some(({ talking: open }) => open);
  return waited && reading.emergency === null ? askWhom(state, desk.mine) : null;
}

const isAtMatter = (state: State): state is AtDesk =>
  state.flow === "desk" && state.at !== "importing" && state.at !== "result";

function afterDeskWords(state: AtDesk, event: Spoken, facts: Facts, desk: Desk): Decision {
  const { about } = desk;
  if (!about) return { state: atMenu, effects: [heard(texts.gone)] };
  const text = event.on === "said" ? event.text : "";
  if (state.at === "after") return { state, effects: [heard(afterTexts.waits(about.it.number))] };
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
  // The name of a step is no word for a villager; which one is meant is pressed, never guessed.
  if (isStepName(text))
    return { state, effects: [heard(texts.whichStep(about.it.number), nextSteps(about.it, desk))] };
  return quickReply(state, text) ?? sayTo(state, about.it, event, facts, desk);
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

function afterDeskButton(state: State, action: Action, facts: Facts, desk: Desk): Decision | null {
  switch (action.act) {
    case "roster":
      return { state, effects: [heard(texts.roster(desk.onDuty))] };
    case "mine":
      return mine(state, desk);
    case "today":
      return today(state, desk);
    case "desk-help":
      return deskHelp(state, desk);
    case "to-call":
      return toCall(state, facts, desk);
    case "waiting":
      if (!may(desk.me.role, "see-matters")) return { state, effects: [heard(texts.mayNot)] };
      return { state, effects: [heard(texts.waiting(desk.waiting), desk.waiting.map(taking))] };
    case "hand-over":
      return handOver(state, facts, desk);
    case "desk-link":
      return deskLink(state, facts, desk);
    case "sign-out":
      return signOut(state, facts, desk);
    case "merge":
      return merge(state, action, facts, desk);
    case "take-alert":
      return takeAlert(state, action.alert === "oldest", facts, desk);
    case "warnings":
    case "import-warnings":
    case "show-sheet":
    case "ask-result":
    case "warning-result":
      return onWarning(state, action, facts, desk);
    case "seats":
    case "seat-step":
    case "walk-in":
    case "close-seats":
    case "close-sure":
    case "open-seats":
      return onSeats(state, action, facts, desk);
    case "ask-mediator":
    case "mediator":
    case "parties":
    case "recuse":
      if (!desk.about) return { state, effects: [heard(texts.gone)] };
      return onMediator(state, action, desk.about.it, desk);
    case "take":
    case "go-visit":
    case "pick":
    case "write-note":
    case "show-after":
    case "unmask":
    case "phoned":
    case "send-entry":
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
      return withNews(onMatter(state, action, about, facts, desk), about.it, desk);
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
          heard(texts.taken(showable(about, facts)), nextSteps(stepped.save.matter, desk)),
          ...takenWarning(desk, facts),
          ...picturesFor(about, facts),
          ...toVillager(matter, talkTexts.taken(desk.me.name, number), leaving),
        ],
      };
    }
    case "pick":
      if (matter.owner !== desk.me.id)
        return { state, effects: [heard(texts.refused("not-yours", number, about.owner))] };
      return {
        state: talking(matter, facts),
        effects: [
          heard(texts.picked(showable(about, facts)), nextSteps(matter, desk)),
          ...picturesFor(about, facts),
        ],
      };
    case "go-visit":
      return goVisit(state, about, action, facts, desk);
    case "show-after":
      return askAfter(matter);
    case "write-note":
      return {
        state: { flow: "desk", v: 1, at: "noting", matter: matter.id },
        effects: [heard(texts.askNote(number))],
      };
    case "unmask":
      return unmask(state, about, action.reason, facts, desk);
    case "send-entry":
      return {
        state: talking(matter, facts),
        effects: [{ do: "lookup-entry", entry: action.entry, as: "answer" }],
      };
    case "phoned":
      return phoned(state, about, action.how, desk);
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
    case "visit-answer":
      return { state, effects: [] };
    default:
      return action satisfies never;
  }
}

const taking = ({ id, number }: Matter): Reply["choices"][number] => ({
  label: `${texts.buttons.take} ${number}`,
  action: { act: "take", matter: id },
});
