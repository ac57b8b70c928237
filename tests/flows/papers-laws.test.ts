import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { grounded, type Bookable, type Cited } from "../../src/domain/bookable.ts";
import type { BookDraft } from "../../src/domain/booking.ts";
import {
  askOf,
  choiceOf,
  holds,
  longestAsking,
  mostAsked,
  nextAsk,
  type Told,
} from "../../src/domain/cases.ts";
import { papersOf, papersText } from "../../src/flows/book-papers.ts";
import { cardFor } from "../../src/flows/card-calculator.ts";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { bookPapersTexts } from "../../src/texts/zh-cn/book-papers.ts";
import { bookingIn } from "../../src/understanding/booking.ts";
import { caseIn } from "../../src/understanding/cases.ts";
import { normalise } from "../../src/understanding/normalise.ts";
import { read } from "../../src/understanding/read.ts";
import { whomIn } from "../../src/understanding/whom.ts";
import { realKnowledge } from "../support/real-knowledge.ts";

const knowledge = await realKnowledge();
afterAll(() => knowledge.close());
const services = knowledge.services.map((it) => grounded(it, (id) => knowledge.entry(id)));
const now = Date.parse("2026-11-24T10:00:00+08:00");

const blank: BookDraft = {
  ...{ service: null, wish: { date: null, period: null, time: null }, slot: null },
  ...{ name: null, phone: null, askedName: true, proxy: false, moves: null },
};

/** Whatever may have been told of a service: a choice, that they cannot say, or nothing. */
function casesOf(service: Bookable): fc.Arbitrary<BookDraft> {
  const told = Object.fromEntries(
    (service.asks ?? []).map((ask) => [
      ask.name,
      fc.constantFrom(...ask.choices.map(({ name }) => name), null, undefined, "gone"),
    ]),
  );
  return fc
    .record({
      told: fc.record(told),
      proxy: fc.boolean(),
      age: fc.option(fc.integer({ min: 0, max: 120 })),
    })
    .map(({ told: all, proxy, age }) => ({
      ...{ ...blank, service: service.service, proxy },
      told: Object.fromEntries(Object.entries(all).filter(([, it]) => it !== undefined)) as Told,
      age: age === null ? null : [age, age],
    }));
}

const inEveryCase = fc
  .constantFrom(...services)
  .chain((service) => casesOf(service).map((draft) => ({ service, draft })));

const linesOf = ({ papers, who, fee = [], inPerson = [] }: Bookable): Cited[] => [
  ...papers,
  ...who,
  ...fee,
  ...inPerson,
];

describe("the list, for every service in every case", () => {
  it("is short enough to be read, and says what it stands on", () => {
    fc.assert(
      fc.property(inEveryCase, ({ service, draft }) => {
        const list = papersText(draft, service);
        expect(list.length).toBeLessThanOrEqual(800);
        expect(list).toMatch(/^依据：(?:《[^》]+》|本所说明).*以派出所答复为准。$/mu);
        expect(list.match(/依据：/gu)).toHaveLength(1);
        const numbers = [...list.matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number));
        expect(numbers).toEqual(numbers.map((_, i) => i + 1));
        expect(numbers.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });

  it("holds nothing of another case, and all of its own", () => {
    fc.assert(
      fc.property(inEveryCase, ({ service, draft }) => {
        const { asks = [] } = service;
        const known = { told: draft.told ?? {}, proxy: draft.proxy, age: draft.age ?? null };
        const { papers, who } = papersOf(draft, service);
        const shown = new Set([...papers, ...who].map(({ what }) => what));
        const rows = [...service.papers, ...service.who];
        for (const { what, when } of rows) {
          const same = rows.filter((row) => row.what === what);
          const isOther = ({ when: row }: Cited): boolean => {
            const ask = row === undefined ? undefined : askOf(row, asks);
            const choice = ask && choiceOf(ask, known);
            return choice != null && choice.case !== row;
          };
          if (same.every(isOther)) expect(shown).not.toContain(what);
          if (holds(when, asks, known) === true) expect(shown).toContain(what);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("says nothing of an entry that is not served", () => {
    fc.assert(
      fc.property(inEveryCase, fc.nat(), ({ service, draft }, n) => {
        const ids = [...new Set(linesOf(service).map(({ from }) => from))];
        const gone = ids[n % ids.length]!;
        const left = grounded(service, (id) => (id === gone ? undefined : knowledge.entry(id)));
        const { papers, who, fee } = papersOf(draft, left);
        const told = new Set([...papers, ...who, ...fee].map(({ what }) => what));
        for (const { what } of linesOf(service).filter(({ from }) => from === gone)) {
          const others = linesOf(service).filter((row) => row.what === what && row.from !== gone);
          if (others.length === 0) expect(told).not.toContain(what);
        }
        if (ids.length === 1)
          expect(papersText(draft, left)).toBe(
            bookPapersTexts.list({ ...papersOf(draft, left), grounds: [] }),
          );
      }),
    );
  });

  it("tells for how long a card is valid as the law does", () => {
    for (const service of services.filter(({ card }) => card))
      for (let age = 0; age <= 120; age++) {
        const { validity, grounds } = papersOf({ ...blank, age: [age, age] }, service);
        expect(validity?.map(({ years }) => years)).toEqual([cardFor(age, null).validYears]);
        expect(grounds).toContainEqual({ title: "居民身份证法", article: "第五条" });
      }
  });

  it("tells a fee only where its entry does, and the calculator's where there is one", () => {
    const fees = { id_card_first: "不收钱", id_card_renew: "20元", temp_id_card: "10元" } as const;
    for (const [name, words] of Object.entries(fees))
      expect(services.find(({ service }) => service === name)!.fee![0]!.what).toContain(words);
    const replace = services.find(({ service }) => service === "id_card_replace")!;
    for (const { what } of replace.fee!) expect(what).toContain("40元");
    for (const { service, fee = [] } of services)
      if (service.startsWith("hukou")) expect(fee).toEqual([]);
  });
});

describe("the questions", () => {
  it.each(services.map((service) => [service.name, service] as const))(
    "of %s are few: at most three, and six taps to the seat",
    (_, service) => {
      expect(longestAsking(service)).toBeLessThanOrEqual(mostAsked);
      const alone = (told: Told): number => {
        const ask = nextAsk(service, { told, proxy: false });
        if (!ask) return 0;
        const names = [...ask.choices.map(({ name }) => name), null];
        return 1 + Math.max(...names.map((name) => alone({ ...told, [ask.name]: name })));
      };
      const pages = services.indexOf(service) < 7 ? 1 : 2;
      expect(pages + alone({}) + 3).toBeLessThanOrEqual(6);
    },
  );

  it("are asked only where some line depends on the answer", () => {
    for (const service of services) {
      const named = new Set([
        ...linesOf(service).flatMap(({ when }) => when ?? []),
        ...(service.asks ?? []).flatMap(({ when }) => when ?? []),
      ]);
      for (const { choices } of service.asks ?? [])
        expect(choices.filter((choice) => named.has(choice.case)).length).toBeGreaterThan(0);
    }
  });

  const answers = services.flatMap((service) =>
    (service.asks ?? []).flatMap((ask) =>
      ask.choices.flatMap((choice) =>
        [choice.label, ...choice.answers].map((words) => ({ service, ask, choice, words })),
      ),
    ),
  );

  it("take their own labels and short answers", () => {
    for (const { ask, choice, words } of answers) {
      const said = normalise(words);
      const told = caseIn(said, ask, { age: null, whom: whomIn(said) }, true);
      expect([words, told]).toEqual([words, { is: "told", choice }]);
    }
  });

  it("have labels that name no other service, no time and no danger", () => {
    for (const { service, choice } of answers) {
      const { label } = choice;
      const booking = { service: service.service, date: null, period: null, time: null };
      expect([label, bookingIn(label, now, [], service.service)]).toEqual([label, booking]);
      expect([label, read(label).emergency]).toEqual([label, null]);
    }
  });

  it("were not asked of a draft that was stored before there were any: nothing is known, all is asked", () => {
    for (const service of services) {
      const first = nextAsk(service, { told: {}, proxy: false });
      expect(first?.name).toBe(service.asks?.find(({ when, only }) => !when && !only)?.name);
      expect(papersText(blank, service)).toBe(papersText({ ...blank, told: {} }, service));
    }
  });

  it("stand before the time on the card only once", () => {
    const slot = { day: "2026-11-25", at: "09:00", place: "所里" };
    for (const service of services) {
      const card = bookTexts.card(service.name, slot, null, null, papersText(blank, service));
      expect(card.length).toBeLessThanOrEqual(900);
    }
  });
});
