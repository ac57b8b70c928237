import type { SeatPlace } from "../domain/booking.ts";
import { normalise } from "./normalise.ts";

const station =
  /(?:上|去|到|来|在|往|奔|进)(?:你们|您们|你|咱们|咱|俺们|我们)?(?:镇里|镇上|镇)?的?(?:派出所|所里|所(?=[办去来吧,，。!！ ]|$))|(?:派出所|所里)(?:办|去|来吧|吧|得了|就行|那儿|那边|近)|(?:去|上|到)(?:镇里|镇上)(?:办|去|吧|换|补|$)/u;
const notStation =
  /(?:不|没法|没空|懒得)(?:想|用|愿意|爱|能|是)?(?:去|上|到|来|跑)?[^,，。!！]{0,3}(?:派出所|所里|镇里|镇上)|(?:派出所|所里|镇里|镇上)[^,，。!！]{0,2}(?:去|来|上|到|跑|走)不(?:了|动)|[去上到来]不了[^,，。!！]{0,3}(?:派出所|所里|镇)/u;
const someVillage =
  /下乡|(?:来|到|在|上|去)(?:俺|我|咱)?们?(?:这)?(?:村里?|村上|屯里?|嘎查|警务室)|(?:村里|村上|屯里|嘎查|警务室)(?:办|换|补|弄|整|那天|那边|吧|就行|等)/u;

/**
 * The place that words name for a seat; null = none. A village's name alone is where they are from.
 * @param villages names of the station's villages
 */
export function seatPlaceIn(text: string, villages: readonly string[]): SeatPlace | null {
  const said = normalise(text);
  if (station.test(said) && !notStation.test(said)) return { at: "station" };
  const village = villages.find((name) =>
    new RegExp(
      `(?:来|到|在|去|上)(?:俺|我|咱)?们?${name}|${name}(?:那天|办|换|补|警务室)`,
      "u",
    ).test(said),
  );
  if (village !== undefined) return { at: "village", village };
  return someVillage.test(said) ? { at: "village", village: null } : null;
}
