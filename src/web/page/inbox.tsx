import type { ComponentChildren } from "preact";
import type { DeskInbox } from "../../domain/desk-view.ts";
import type { Matter } from "../../domain/matter.ts";
import { may } from "../../domain/rights.ts";
import { callTexts } from "../../texts/zh-cn/calls.ts";
import { deskTexts, roleNames, sinceText } from "../../texts/zh-cn/desk.ts";
import { deskPageTexts as words } from "../../texts/zh-cn/desk-page.ts";
import { emergencyTexts } from "../../texts/zh-cn/emergency.ts";
import { seatLink } from "../../texts/zh-cn/seat-links.ts";
import { warningLinks } from "../../texts/zh-cn/warning-links.ts";
import { Say, type Proof } from "./say.tsx";

/** What the page shows; the same for the server and the open page. */
export interface InboxShown {
  inbox: DeskInbox;
  proof: Proof;
  /** Unit: ms since 1970. */
  now: number;
}

/** What only a page with a script has. */
export interface Live {
  bellIsOn: boolean;
  turnOnBell(): void;
  /** `stale`: the station was not heard of for a while; `ended`: this is nobody's desk any more. */
  state: "fresh" | "stale" | "ended";
  showsKeys: boolean;
}

/** What waits, the most pressing first. */
export function Inbox({ inbox, proof, now, live }: InboxShown & { live: Live | null }) {
  const { me, alerts, waiting, mine, toCall, others, onDuty } = inbox;
  if (live?.state === "ended") return <Ended />;
  return (
    <div class="text desk">
      <h1>{words.title}</h1>
      <p>
        {words.me(me.name, roleNames[me.role])} · {words.onDuty(onDuty)}
      </p>
      <Tools {...{ me, proof, live }} />
      <div role="status">
        {live?.state === "stale" && <p class="problem">{words.stale(now)}</p>}
      </div>
      {live?.showsKeys && <Keys />}
      <Part title={words.alarms} none={words.noAlarms} count={alerts.length} isAlarm>
        {alerts.map(({ id, danger, village, at, calls }) => (
          <li key={id} class="card">
            <b>{emergencyTexts.classNames[danger]}</b>
            {village !== null && ` · ${village}`} · {sinceText(now - at)} · {words.calls(calls)}
          </li>
        ))}
        {alerts.length > 0 && (
          <li class="bare">
            <Say proof={proof} text={words.takeOldest} label={words.takeOldestLabel} isMain />
          </li>
        )}
      </Part>
      <Part title={words.waiting} none={words.noWaiting} count={waiting.length}>
        {waiting.map((matter) => (
          <Line key={matter.id} {...{ matter, now }}>
            {may(me.role, "take") && (
              <Say
                proof={proof}
                text={`接${matter.number}`}
                label={deskTexts.buttons.take}
                isMain
                takes
              />
            )}
          </Line>
        ))}
      </Part>
      <Part title={words.mine} none={words.noMine} count={mine.length}>
        {mine.map((matter) => (
          <Line key={matter.id} {...{ matter, now }}>
            <Say proof={proof} text={`回${matter.number}`} label={deskTexts.buttons.pick} isMain />
            {may(me.role, "close") && (
              <Say proof={proof} text={`办结${matter.number}`} label={deskTexts.buttons.close} />
            )}
          </Line>
        ))}
      </Part>
      {toCall.length > 0 && <ToCall {...{ toCall, proof, now }} />}
      {may(me.role, "see-others") && (
        <Part title={words.others} none={words.noOthers} count={others.length}>
          {others.map(({ matter, owner }) => (
            <Line key={matter.id} {...{ matter, now, owner }} />
          ))}
        </Part>
      )}
      <p class="small">{live ? words.fresh(now) : <noscript>{words.noScript}</noscript>}</p>
      {live && !live.showsKeys && <p class="keys-hint">{words.keysHint}</p>}
    </div>
  );
}

/** Nothing rings here any more: whoever passes by must see it, and nothing else. */
function Ended() {
  return (
    <div class="text desk">
      <h1>{words.title}</h1>
      <section class="alarm" role="alert">
        <h2>{words.endedTitle}</h2>
        <p>{words.ended}</p>
        <div class="steps">
          <a class="button main" href="tel:110">
            {words.endedCall}
          </a>
          <a class="button" href="/desk">
            {words.endedAgain}
          </a>
        </div>
      </section>
    </div>
  );
}

/** Whoever is to be phoned: three ways in which a call ends. */
function ToCall({ toCall, proof, now }: Pick<InboxShown, "proof" | "now"> & Calls) {
  return (
    <Part title={words.toCall} none="" count={toCall.length}>
      {toCall.map((call) => (
        <Line
          key={call.matter.id}
          {...{ matter: call.matter, now, more: callTexts.about(call, false) }}
        >
          <Say
            proof={proof}
            text={`打通了${call.matter.number}`}
            label={callTexts.ends.reached}
            isMain
          />
          <Say proof={proof} text={`没打通${call.matter.number}`} label={callTexts.ends.missed} />
          <Say proof={proof} text={`约了${call.matter.number}`} label={callTexts.ends.arranged} />
        </Line>
      ))}
    </Part>
  );
}

type Calls = Pick<DeskInbox, "toCall">;

function Tools({ me, proof, live }: { me: DeskInbox["me"]; proof: Proof; live: Live | null }) {
  const links = [
    ...words.links,
    ...(may(me.role, "see-seats") ? [seatLink] : []),
    ...(may(me.role, "see-warnings") ? [warningLinks.warnings] : []),
    ...(may(me.role, "see-figures") ? [words.figuresLink] : []),
    ...(may(me.role, "see-candidates") ? [warningLinks.candidates] : []),
  ];
  return (
    <div class="steps">
      {live?.bellIsOn === false && <button onClick={live.turnOnBell}>{words.bellOn}</button>}
      {live?.bellIsOn === true && <span class="said">{words.bellIsOn}</span>}
      {links.map(([href, name]) => (
        <a key={href} class="button" href={href}>
          {name}
        </a>
      ))}
      <form method="post" action={`/desk/out?token=${proof.token}`}>
        <button>{words.signOut.button}</button>
      </form>
    </div>
  );
}

function Keys() {
  return (
    <section class="card help" aria-label={words.keysTitle}>
      <dl class="keys">
        {words.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
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
      {count === 0 ? <p>{none}</p> : <ul class="cards">{children}</ul>}
    </section>
  );
}

function Line(props: {
  matter: Matter;
  now: number;
  owner?: string;
  more?: string;
  children?: ComponentChildren;
}) {
  const { matter, now, owner, more = "", children } = props;
  return (
    <li class={`card level-${matter.level}`}>
      <a class="item" href={`/desk/${matter.number}`}>
        {deskTexts.line(matter)}
        {more}
      </a>
      <span class="small">
        {words.waits(sinceText(now - matter.openedAt))}
        {owner !== undefined && ` · ${words.owner(owner)}`}
      </span>
      {children && <div class="steps">{children}</div>}
    </li>
  );
}
