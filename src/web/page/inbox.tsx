import type { ComponentChildren } from "preact";
import type { DeskInbox } from "../../domain/desk-view.ts";
import type { Matter } from "../../domain/matter.ts";
import { may } from "../../domain/rights.ts";
import { deskTexts, roleNames, sinceText } from "../../texts/zh-cn/desk.ts";
import { deskPageTexts as words } from "../../texts/zh-cn/desk-page.ts";
import { emergencyTexts } from "../../texts/zh-cn/emergency.ts";
import { Say, type Proof } from "./say.tsx";

/** What the page shows; the same for the server and the open page. */
export interface InboxShown {
  inbox: DeskInbox;
  proof: Proof;
  /** Unit: ms since 1970. */
  now: number;
}

/** Only a page with a script has one. */
export interface Bell {
  isOn: boolean;
  turnOn(): void;
}

/** What waits, the most pressing first. */
export function Inbox({ inbox, proof, now, bell }: InboxShown & { bell: Bell | null }) {
  const { me, alerts, waiting, mine, onDuty } = inbox;
  return (
    <div class="text desk">
      <h1>{words.title}</h1>
      <p>
        {words.me(me.name, roleNames[me.role])} · {words.onDuty(onDuty)}
      </p>
      {bell && (
        <p>{bell.isOn ? words.bellIsOn : <button onClick={bell.turnOn}>{words.bellOn}</button>}</p>
      )}
      <Part title={words.alarms} none={words.noAlarms} count={alerts.length} isAlarm>
        {alerts.map(({ id, danger, village, at, calls }) => (
          <li key={id}>
            <b>{emergencyTexts.classNames[danger]}</b>
            {village !== null && ` · ${village}`} · {sinceText(now - at)} · {words.calls(calls)}
          </li>
        ))}
        {alerts.length > 0 && (
          <li>
            <Say proof={proof} text={words.takeOldest} label={words.takeOldestLabel} />
          </li>
        )}
      </Part>
      <Part title={words.waiting} none={words.noWaiting} count={waiting.length}>
        {waiting.map((matter) => (
          <Line key={matter.id} {...{ matter, now }}>
            {may(me.role, "take") && (
              <Say proof={proof} text={`接${matter.number}`} label={deskTexts.buttons.take} />
            )}
          </Line>
        ))}
      </Part>
      <Part title={words.mine} none={words.noMine} count={mine.length}>
        {mine.map((matter) => (
          <Line key={matter.id} {...{ matter, now }}>
            <Say proof={proof} text={`回${matter.number}`} label={deskTexts.buttons.pick} />
            <Say proof={proof} text={`办结${matter.number}`} label={deskTexts.buttons.close} />
          </Line>
        ))}
      </Part>
    </div>
  );
}

function Part(props: {
  title: string;
  none: string;
  count: number;
  isAlarm?: boolean;
  children: ComponentChildren;
}) {
  const { title, none, count, isAlarm = false, children } = props;
  return (
    <section class={isAlarm && count > 0 ? "alarm" : undefined}>
      <h2>
        {title}
        {count > 0 && ` (${count})`}
      </h2>
      {count === 0 ? <p>{none}</p> : <ul>{children}</ul>}
    </section>
  );
}

function Line({
  matter,
  now,
  children,
}: {
  matter: Matter;
  now: number;
  children: ComponentChildren;
}) {
  return (
    <li>
      <a href={`/desk/${matter.number}`}>{deskTexts.line(matter)}</a> ·{" "}
      {sinceText(now - matter.openedAt)}
      <div class="steps">{children}</div>
    </li>
  );
}
