import type { Matter } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import type { VisitDay } from "../domain/visit.ts";
import { lastAtHome, visitTexts as texts } from "../texts/zh-cn/home-visit.ts";
import { visitDayIn } from "../understanding/home-visit.ts";

/** We go on the day that they wish. */
export const going = ({ id }: Pick<Matter, "id">, day: VisitDay | null): Choice => ({
  label: texts.desk.go(day),
  action: { act: "go-visit", matter: id, day, words: null },
});

/** We are to choose a day. */
export const naming = ({ id }: Pick<Matter, "id">): Choice => ({
  label: texts.desk.name,
  action: { act: "go-visit", matter: id, day: null, words: "" },
});

/** The day that the request wishes, where it is still to come. */
export function wishedDay(note: string, now: number): VisitDay | null {
  const told = lastAtHome(note);
  return told === null ? null : visitDayIn(told, now, []);
}
