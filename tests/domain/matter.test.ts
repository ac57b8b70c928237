import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  advance,
  closesAfter,
  idleAfter,
  isForgotten,
  isWaiting,
} from "../../src/domain/matter.ts";
import type { Command, Matter } from "../../src/domain/matter.ts";
import type { Staff } from "../../src/domain/people.ts";

const zhang: Staff = { id: "z", role: "officer", name: "张", villages: [] };
const wang: Staff = { id: "w", role: "officer", name: "王", villages: [] };

const fresh: Matter = {
  id: "m",
  number: "123456",
  kind: "dispute",
  level: "normal",
  danger: null,
  dispute: "neighbour",
  village: null,
  isPrivate: false,
  conversation: "c",
  status: "open",
  owner: null,
  talking: false,
  openedAt: 0,
  takenAt: null,
  closedAt: null,
  heardAt: 0,
  spokenAt: null,
  calls: 0,
  dueAt: 0,
  mergedInto: null,
  version: 0,
};

/** The matter after these commands, one a minute; a refused one changes nothing. */
function after(commands: Command[], matter = fresh): Matter {
  return commands.reduce((now, command, i) => {
    const advanced = advance(now, command, i * 60_000);
    return advanced.ok ? advanced.matter : now;
  }, matter);
}

const cadre: Staff = { id: "z", role: "cadre", name: "张", villages: [] };
const other: Matter = { ...fresh, id: "o", number: "654321" };

const command = fc.oneof(
  fc.record({
    do: fc.constant("merge" as const),
    by: fc.constantFrom(zhang, wang),
    into: fc.constant(other),
  }),
  fc.constantFrom<Command>({ do: "hear" }, { do: "rest" }, { do: "reopen", by: "villager" }),
  fc.record({ do: fc.constant("call" as const), dueAt: fc.nat() }),
  fc.record({
    do: fc.constantFrom(
      ...(["take", "pass-on", "mediate", "agree", "fail", "refer", "close", "speak"] as const),
    ),
    by: fc.constantFrom(zhang, wang),
  }),
) as fc.Arbitrary<Command>;

describe("a matter's life", () => {
  it("goes from open to closed, and can be opened again", () => {
    expect(after([{ do: "take", by: zhang }])).toMatchObject({ status: "taken", owner: "z" });
    const settled: Command[] = [
      { do: "take", by: zhang },
      { do: "mediate", by: zhang },
      { do: "agree", by: zhang },
      { do: "close", by: zhang },
    ];
    expect(after(settled)).toMatchObject({ status: "closed", talking: false, dueAt: null });
    expect(after([...settled, { do: "reopen", by: "villager" }])).toMatchObject({
      status: "open",
      owner: null,
      calls: 0,
    });
  });

  it("never offers to mediate where force was used", () => {
    const violent = { ...fresh, isPrivate: true };
    const taken = after([{ do: "take", by: zhang }], violent);
    expect(advance(taken, { do: "mediate", by: zhang }, 1)).toEqual({ ok: false, why: "not-now" });
  });

  it("is one person's: nobody else speaks or closes", () => {
    const taken = after([{ do: "take", by: zhang }]);
    for (const act of ["speak", "close", "pass-on", "refer"] as const)
      expect(advance(taken, { do: act, by: wang }, 1)).toEqual({ ok: false, why: "not-yours" });
    expect(advance(taken, { do: "take", by: wang }, 1)).toEqual({
      ok: false,
      why: "taken-by-other",
    });
  });

  it("has, after any commands, an owner or a clock or an end", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const matter = after(commands);
        if (isWaiting(matter)) {
          expect(matter.owner).toBeNull();
          expect(matter.talking).toBe(false);
          expect(matter.dueAt).not.toBeNull();
        } else expect(matter.owner).not.toBeNull();
        const rests = ["agreed", "failed", "referred"].includes(matter.status);
        if (!isWaiting(matter)) expect(matter.dueAt !== null).toBe(matter.talking || rests);
        if (matter.mergedInto !== null) expect(matter.status).toBe("closed");
        if (matter.status === "closed") expect(matter.closedAt).not.toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });

  it("comes to an end by the clock alone, or is in somebody's hands", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let matter = after(commands);
        // Nobody does anything any more: each time the clock comes, it does what it may.
        for (let rounds = 0; matter.dueAt !== null && !isWaiting(matter); rounds++) {
          expect(rounds).toBeLessThan(3);
          const at = matter.dueAt;
          const command: Command = isForgotten(matter, at)
            ? { do: "close", by: "clock" }
            : { do: "rest" };
          const advanced = advance(matter, command, at);
          expect(advanced.ok).toBe(true);
          if (advanced.ok) matter = advanced.matter;
        }
        if (matter.status === "closed" || isWaiting(matter)) return;
        expect(matter.owner).not.toBeNull();
        expect(["taken", "mediating"]).toContain(matter.status);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is closed by the clock a month and a week after it was settled, never before", () => {
    const agreed = after([
      { do: "take", by: zhang },
      { do: "mediate", by: zhang },
      { do: "rest" },
      { do: "agree", by: zhang },
    ]);
    expect(agreed.dueAt).toBe(3 * 60_000 + closesAfter);
    const close = { do: "close", by: "clock" } as const;
    expect(advance(agreed, close, agreed.dueAt! - 1)).toEqual({ ok: false, why: "not-now" });
    expect(advance(agreed, close, agreed.dueAt!)).toMatchObject({
      ok: true,
      matter: { status: "closed", dueAt: null },
    });
    const taken = after([{ do: "take", by: zhang }, { do: "rest" }]);
    expect(advance(taken, close, closesAfter * 2)).toEqual({ ok: false, why: "not-now" });
  });

  it("goes on in another one of its family, where whoever has it may see both", () => {
    const taken = after([{ do: "take", by: zhang }]);
    const merge = (into: Matter, by = zhang, of = taken) =>
      advance(of, { do: "merge", by, into }, 1);
    expect(merge(other)).toMatchObject({
      ok: true,
      matter: { status: "closed", mergedInto: "o", talking: false, dueAt: null },
    });
    expect(merge(other, wang)).toEqual({ ok: false, why: "not-yours" });
    expect(merge(taken)).toEqual({ ok: false, why: "not-now" });
    expect(merge({ ...other, mergedInto: "x" })).toEqual({ ok: false, why: "not-now" });
    expect(merge({ ...other, status: "closed" })).toEqual({ ok: false, why: "closed" });
    expect(merge({ ...other, kind: "hazard" })).toEqual({ ok: false, why: "not-alike" });
    expect(merge({ ...other, isPrivate: true })).toMatchObject({ ok: true });
    expect(merge({ ...other, isPrivate: true }, cadre)).toEqual({ ok: false, why: "not-alike" });
    expect(merge(other, cadre, { ...taken, isPrivate: true })).toEqual({
      ok: false,
      why: "not-alike",
    });
  });

  it("is taken out of another one within the day, by who told it at any time", () => {
    const day = 24 * 3_600_000;
    const merged = after([
      { do: "take", by: zhang },
      { do: "merge", by: zhang, into: other },
    ]);
    const reopen = (by: Staff | "villager", at: number) =>
      advance(merged, { do: "reopen", by }, at);
    expect(reopen(wang, day)).toMatchObject({
      ok: true,
      matter: { status: "open", mergedInto: null },
    });
    expect(reopen(wang, 2 * day)).toEqual({ ok: false, why: "not-now" });
    expect(reopen("villager", 9 * day)).toMatchObject({ ok: true, matter: { mergedInto: null } });
  });

  it("counts every change, and a refused one changes nothing", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), command, (commands, next) => {
        const matter = after(commands);
        const advanced = advance(matter, next, idleAfter);
        if (advanced.ok) expect(advanced.matter.version).toBe(matter.version + 1);
      }),
    );
  });
});
