import { expect, it } from "vitest";
import { roles } from "../../src/domain/people.ts";
import { acts, may } from "../../src/domain/rights.ts";

/** Cell by cell: who may do what. A new act or role fails here until somebody decides. */
const matrix = `
              officer chief admin cadre mediator safety-rep grid-worker auditor
be-called        x      x     .     .      .         .          .         .
see-matters      x      x     .     x      x         .          .         .
see-private      x      x     .     .      .         .          .         .
take             x      x     .     x      x         .          .         .
reply            x      x     .     x      x         .          .         .
note             x      x     .     x      x         .          .         .
unmask           x      x     .     .      .         .          .         .
pass-on          x      x     .     x      .         .          .         .
mediate          x      x     .     x      x         .          .         .
close            x      x     .     x      .         .          .         .
reopen           x      x     .     .      .         .          .         .
show-after       x      x     .     x      .         .          .         .
see-others       x      x     .     .      .         .          .         .
see-figures      x      x     x     .      .         .          .         x
see-warnings     x      x     .     .      .         .          .         .
import-warnings  x      x     .     .      .         .          .         .
see-candidates   .      x     x     .      .         .          .         .
see-seats        x      x     .     .      .         .          .         .
run-seats        x      x     .     .      .         .          .         .
see-roster       x      x     x     x      x         x          x         x
invite           .      x     x     .      .         .          .         .
revoke           .      x     x     .      .         .          .         .
read-trail       .      x     .     .      .         .          .         x
`;

it("gives each role what it needs and nothing more", () => {
  const rows = acts.map((act) => [act, ...roles.map((role) => (may(role, act) ? "x" : "."))]);
  const [head, ...lines] = matrix.trim().split("\n");
  expect(head!.trim().split(/\s+/)).toEqual([...roles]);
  expect(rows).toEqual(lines.map((line) => line.trim().split(/\s+/)));
});
