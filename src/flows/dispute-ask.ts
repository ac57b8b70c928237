import {
  disputeWants,
  nextAsk,
  type DisputeAction,
  type DisputeAsk,
  type DisputeDraft,
} from "../domain/dispute.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import type { Choice } from "../domain/message.ts";
import { details, disputeTexts as texts, roleChoices, wantNames } from "../texts/zh-cn/dispute.ts";
import { notice } from "./reply.ts";

/** The next question, or, when enough is known, the card of what will be written. */
export function askOrShow(draft: DisputeDraft, facts: Facts, before: string[] = []): Decision {
  const ask = nextAsk(draft);
  return ask === null ? showCard(draft, before) : put(ask, draft, facts, before);
}

/** One question; whoever does not want to answer taps it away. */
export function put(
  ask: DisputeAsk,
  draft: DisputeDraft,
  facts: Facts,
  before: string[] = [],
): Decision {
  const asked = draft.asked.includes(ask) ? draft.asked : [...draft.asked, ask];
  const text = [...before, texts.ask(ask, draft.type)].join("\n\n");
  const danger = draft.violence && ask !== "danger" ? [dangerButton] : [];
  const choices = [
    ...choicesFor(ask, draft, facts),
    choice(texts.skip, { do: "skip", ask }),
    ...danger,
  ];
  return {
    state: { flow: "dispute", v: 1, at: "asking", ask, draft: { ...draft, asked } },
    effects: [notice(text, choices, draft.violence ? ["110"] : [])],
  };
}

export function showCard(draft: DisputeDraft, before: string[] = []): Decision {
  const text = [...before, texts.card(draft)].join("\n\n");
  const choices = [
    choice(texts.save, { do: "save" }),
    choice(texts.edit, { do: "change" }),
    choice(texts.drop, { do: "drop" }),
    ...(draft.violence ? [dangerButton] : []),
  ];
  return {
    state: { flow: "dispute", v: 1, at: "card", draft },
    effects: [notice(text, choices, draft.violence ? ["110"] : [])],
  };
}

type Button = DisputeAction extends infer A
  ? A extends { act: "dispute" }
    ? Omit<A, "act">
    : never
  : never;

function choice(label: string, action: Button): Choice {
  return { label, action: { act: "dispute", ...action } };
}

const dangerButton = choice(texts.inDanger, { do: "danger" });

function choicesFor(ask: DisputeAsk, { type, violence }: DisputeDraft, facts: Facts): Choice[] {
  const answers = (values: readonly string[]): Choice[] =>
    values.map((value) => choice(value, { do: "answer", ask, value }));
  switch (ask) {
    case "danger":
      return [
        choice(texts.alone, { do: "answer", ask, value: texts.alone }),
        choice(texts.notAlone, { do: "answer", ask, value: texts.notAlone }),
        dangerButton,
      ];
    case "what":
      return [];
    case "who":
      return answers(roleChoices[type]);
    case "detail":
      return answers(details[type].choices);
    case "where":
      return answers(facts.station.villages.map(({ name }) => name));
    case "since":
      return answers(texts.sinceChoices);
    case "wants":
      return disputeWants
        .filter((want) => !(violence && want === "mediation"))
        .map((want) => choice(wantNames[want], { do: "answer", ask, value: want }));
    default:
      return ask satisfies never;
  }
}
