import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, idleAfter, isWaiting } from "../../src/domain/matter.ts";
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
  version: 0,
};

/** The matter after these commands, one a minute; a refused one changes nothing. */
function after(commands: Command[], matter = fresh): Matter {
  return commands.reduce((now, command, i) => {
    const advanced = advance(now, command, i * 60_000);
    return advanced.ok ? advanced.matter : now;
  }, matter);
}

const command = fc.oneof(
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
        if (!isWaiting(matter)) expect(matter.dueAt !== null).toBe(matter.talking);
        if (matter.status === "closed") expect(matter.closedAt).not.toBeNull();
      }),
      { numRuns: 5_000 },
    );
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
