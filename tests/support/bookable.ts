import type { Bookable } from "../../src/domain/bookable.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
import { smallKnowledge } from "./small-knowledge.ts";

const service = (
  name: Bookable["service"],
  said: string,
  minutes = 30,
  places: Bookable["places"] = ["station"],
): Bookable => ({
  ...{ service: name, name: said, said: [said], places, minutes, capacity: 1 },
  papers: [{ what: "户口簿", from: "id-card-replace" }],
  who: [{ what: "本人去。", from: "id-card-replace" }],
  ways: [],
});

export const replaceService = service("id_card_replace", "补办身份证");
export const moveService = service("hukou_move", "迁户口", 60);
export const mediationService = service("mediation", "约调解", 60);

/** A station with three services to book; open from half past eight to half past five on weekdays. */
export function bookableKnowledge(): Knowledge {
  return { ...smallKnowledge(), services: [replaceService, moveService, mediationService] };
}
