import type { DeskMatter } from "../domain/desk-view.ts";
import { may } from "../domain/rights.ts";
import { deskTexts, sinceText, statusNames } from "../texts/zh-cn/desk.ts";
import { deskPageTexts as words } from "../texts/zh-cn/desk-page.ts";
import { Say, type Proof } from "./page/say.tsx";

/** One matter with its talk, notes and history. */
export function MatterPage({
  shown,
  proof,
  now,
}: {
  shown: DeskMatter;
  proof: Proof;
  now: number;
}) {
  const { matter, owner, words: told, hasPhone, talk, notes, acts, me } = shown;
  const isMine = matter.owner === me.id;
  const { buttons } = deskTexts;
  const { number } = matter;
  return (
    <div class="text desk">
      <p class="no-print">
        <a href="/desk">{words.back}</a>
      </p>
      <h1>{words.number(number)}</h1>
      <p>{deskTexts.line(matter)}</p>
      <p>
        {statusNames[matter.status]} · {words.owner(owner)} · {sinceText(now - matter.openedAt)}
      </p>
      <div class="steps no-print">
        {matter.owner === null && may(me.role, "take") && (
          <Say proof={proof} text={`接${number}`} label={buttons.take} />
        )}
        {isMine && <Say proof={proof} text={`回${number}`} label={buttons.pick} />}
        {isMine && <Say proof={proof} text={`记${number}`} label={buttons.note} />}
        {isMine && <Say proof={proof} text={`转${number}`} label={buttons.passOn} />}
        {isMine && <Say proof={proof} text={`办结${number}`} label={buttons.close} />}
      </div>
      <h2>{words.told}</h2>
      <p>{told}</p>
      <p>{hasPhone ? words.phone : words.noPhone}</p>
      <h2>{words.talk}</h2>
      {talk.length === 0 && <p>{words.noTalk}</p>}
      <ol class="talk">
        {talk.map(({ who, text, at }, i) => (
          <li key={i}>
            <b>{who === "villager" ? words.villager : words.us}</b> {sinceText(now - at)}
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <h2>{words.notes}</h2>
      {notes.length === 0 && <p>{words.noNotes}</p>}
      <ul>
        {notes.map(({ by, text, at }, i) => (
          <li key={i}>
            <b>{by}</b> {sinceText(now - at)}：{text}
          </li>
        ))}
      </ul>
      <h2>{words.history}</h2>
      <ol>
        {acts.map(({ at, by, act }, i) => (
          <li key={i}>
            {sinceText(now - at)} {actorText(by)} {actText(act)}
          </li>
        ))}
      </ol>
    </div>
  );
}

function actorText(by: string): string {
  if (by === "clock") return words.clock;
  if (by === "console") return words.console;
  return by === "villager" ? words.byVillager : by;
}

function actText(act: string): string {
  return act.startsWith("unmask") ? words.unmasked : (words.acts[act] ?? act);
}

/** How an invitation is used on the web: a press, so that a preview of the link uses nothing up. */
export function Join({ code, proof }: { code: string; proof: Proof }) {
  return (
    <div class="text">
      <h1>{words.join.title}</h1>
      <p>{words.join.lead}</p>
      <Say proof={proof} text={`/start i_${code}`} label={words.join.button} />
    </div>
  );
}
