import { hotlines } from "../domain/hotlines.ts";
import type { Hotline } from "../domain/hotlines.ts";
import type { Station } from "../domain/station.ts";
import { chatTexts, pageTexts } from "../texts/zh-cn/page.ts";
import { telephone } from "./telephone.ts";

const words = pageTexts.hotlines;
/** By need, not by number; the station's own stands between the two. */
const first: Hotline[] = ["110", "119", "120"];
const then: Hotline[] = [
  "122",
  "96110",
  "12345",
  "12348",
  "12338",
  "12356",
  "12333",
  "12367",
  "12389",
];

/** Every number, one tap each. */
export function Hotlines({ station }: { station: Station }) {
  return (
    <div class="text">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <ul class="numbers">
        {first.map((number) => (
          <NumberLine key={number} number={number} what={hotlines[number]} />
        ))}
        {station.phone !== null && <NumberLine number={station.phone} what={words.station} />}
        {then.map((number) => (
          <NumberLine key={number} number={number} what={hotlines[number]} />
        ))}
        {station.smsAlarm !== null && (
          <li>
            <a class="call" href={`sms:${station.smsAlarm}`}>
              <b>{words.sms(station.smsAlarm)}</b> <span>{words.smsAlarm}</span>
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}

function NumberLine({ number, what }: { number: string; what: string }) {
  return (
    <li>
      <a class="call" href={telephone(number)}>
        <b>{chatTexts.call(number)}</b> <span>{what}</span>
      </a>
    </li>
  );
}
