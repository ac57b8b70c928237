import { askOf, longestAsking, mostAsked } from "../domain/cases.ts";
import type { Folder } from "./load.ts";
import type { Problem } from "./problem.ts";
import type { CheckWording } from "./wording.ts";

/** Where lines of a service may stand that only hold in a case that is asked for. */
const lists = ["papers", "who", "inPerson", "fee"] as const;

/** Lines that would not be told, or would be told to everybody: their entry or their case is not there. */
export function serviceProblems(folder: Folder, words: CheckWording): Problem[] {
  const { services, entries, lineOfServices } = folder;
  const ids = new Set(entries.map(({ entry }) => entry.id));
  const found: Problem[] = [];
  const say = (path: PropertyKey[], reason: string): void => {
    found.push({ file: "services.yaml", line: lineOfServices(path), reason });
  };
  for (const [at, service] of services.entries()) {
    const { asks = [], ways } = service;
    const cases = asks.flatMap(({ choices }) => choices.map((choice) => choice.case));
    const checkCase = (when: string | undefined, path: PropertyKey[]): void => {
      if (when !== undefined && !askOf(when, asks))
        say([at, ...path, "when"], words.serviceCaseUnknown(when, cases));
    };
    for (const list of lists)
      for (const [i, { what, from, when }] of (service[list] ?? []).entries()) {
        if (!ids.has(from)) say([at, list, i, "from"], words.serviceEntryMissing(what, from));
        checkCase(when, [list, i]);
      }
    for (const [i, { what, from }] of ways.entries())
      if (!ids.has(from)) say([at, "ways", i, "from"], words.serviceEntryMissing(what, from));
    for (const [i, { when }] of asks.entries()) checkCase(when, ["asks", i]);
    const count = longestAsking(service);
    if (count > mostAsked) say([at, "asks"], words.serviceAsksMuch(count, mostAsked));
  }
  return found;
}
