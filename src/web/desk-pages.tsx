import { callEnds } from "../domain/desk.ts";
import type { DeskMatter } from "../domain/desk-view.ts";
import { mayPrintAgreement, takesMediator } from "../domain/mediation.ts";
import { may, mayUnmask } from "../domain/rights.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { visitTexts } from "../texts/zh-cn/home-visit.ts";
import { mergeTexts } from "../texts/zh-cn/merging.ts";
import { mediatorTexts } from "../texts/zh-cn/mediator.ts";
import { agreementTexts } from "../texts/zh-cn/agreement.ts";
import { callTexts } from "../texts/zh-cn/calls.ts";
import { deskTexts, sinceText, statusNames } from "../texts/zh-cn/desk.ts";
import { phoneTexts } from "../texts/zh-cn/desk-door.ts";
import { deskPageTexts as words } from "../texts/zh-cn/desk-page.ts";
import { warningPageTexts } from "../texts/zh-cn/warnings-page.ts";
import { Back } from "./desk-office.tsx";
import { Pictures } from "./desk-pictures.tsx";
import { Beside } from "./page/beside.tsx";
import { Say, type Proof } from "./page/say.tsx";
import { WarningPart } from "./warning-part.tsx";

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
  const { matter, owner, words: told, hasPhone, talk, notes, acts, me, alike, mediators } = shown;
  const isMine = matter.owner === me.id;
  const isClosed = matter.status === "closed";
  const inHand = isMine && !isClosed;
  // Whoever a list names does not write here.
  const canWrite = matter.kind !== "fraud-alert" || matter.conversation !== null;
  const { buttons } = deskTexts;
  const { number } = matter;
  return (
    <div class="text desk">
      <Back />
      <h1>{words.number(number)}</h1>
      <p>{deskTexts.line(matter)}</p>
      <p>
        {statusNames[matter.status]} · {words.owner(owner)} · {sinceText(now - matter.openedAt)}
      </p>
      <div class="steps no-print">
        {matter.owner === null && !isClosed && may(me.role, "take") && (
          <Say proof={proof} text={`接${number}`} label={buttons.take} isMain />
        )}
        {inHand && canWrite && (
          <Say proof={proof} text={`回${number}`} label={buttons.pick} isMain />
        )}
        {matter.kind === "visit" &&
          (isMine || matter.owner === null) &&
          may(me.role, "run-seats") && (
            <Say proof={proof} text={`上门${number}`} label={visitTexts.desk.name} />
          )}
        {isMine && <Say proof={proof} text={`记${number}`} label={buttons.note} />}
        {inHand && <Say proof={proof} text={`转${number}`} label={buttons.passOn} />}
        {inHand && deskTexts.alike(alike).length > 0 && (
          <Say proof={proof} text={`合并${number}`} label={mergeTexts.merge} />
        )}
        {inHand && <Say proof={proof} text={`办结${number}`} label={buttons.close} />}
        {isMine && isClosed && <Say proof={proof} text={`重办${number}`} label={buttons.reopen} />}
      </div>
      {deskTexts.alike(alike).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {mediators.length > 0 && <p>{words.mediators(mediators)}</p>}
      {isMine && takesMediator(matter) && (
        <div class="steps no-print">
          <Say proof={proof} text={`请调解${number}`} label={mediatorTexts.buttons.ask} />
        </div>
      )}
      {mayPrintAgreement(matter, me.id) && (
        <p class="no-print">
          <a href={`/desk/${number}/agreement`}>{agreementTexts.link}</a>
        </p>
      )}
      <WarningPart shown={shown} proof={proof} now={now} />
      {(told !== "" || canWrite) && (
        <>
          <h2>{words.told}</h2>
          <p class="words told">{told}</p>
        </>
      )}
      <Phone {...{ me, matter, hasPhone }} />
      <Pictures {...{ shown, proof }} />
      <h2>{words.talk}</h2>
      {talk.length === 0 && <p>{words.noTalk}</p>}
      <ol class="talk">
        {talk.map(({ who, text, at, file, away, place }, i) => (
          <li key={i} class={who}>
            <b>{who === "villager" ? words.villager : words.us}</b> {sinceText(now - at)}
            {text !== "" && <p>{text}</p>}
            {file && <Beside file={file} />}
            {place && <p>{mediaTexts.place(place)}</p>}
            {away && <p>{mediaTexts.notHere(mediaTexts.kinds[away])}</p>}
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

function Phone({ me, matter, hasPhone }: Pick<DeskMatter, "me" | "matter" | "hasPhone">) {
  if (!hasPhone) return <p>{words.noPhone}</p>;
  if (!mayUnmask(me, matter)) return <p>{phoneTexts.hasNotYours}</p>;
  return (
    <>
      <p>{phoneTexts.has}</p>
      <p class="no-print">
        <a class="button" href={`/desk/${matter.number}/phone`}>
          {phoneTexts.button}
        </a>
      </p>
    </>
  );
}

function actorText(by: string): string {
  if (by === "clock") return words.clock;
  if (by === "console") return words.console;
  return by === "villager" ? words.byVillager : by;
}

function actText(act: string): string {
  if (warningPageTexts.acts[act]) return warningPageTexts.acts[act];
  if (act.startsWith("result")) return warningPageTexts.resulted;
  if (act.startsWith("unmask")) return words.unmasked;
  if (act.startsWith("remind ")) return words.reminded;
  const [, both = "", number = ""] = /^([a-z-]+) (\d{6})$/.exec(act) ?? [];
  if (mergeTexts.acts[both]) return mergeTexts.acts[both](number);
  const end = callEnds.find((one) => act === `phoned ${one}`);
  if (end !== undefined) return callTexts.acts[end];
  const [, step = "", name = ""] = /^mediator (\w+) (.+)$/.exec(act) ?? [];
  return words.mediatorActs[step]?.(name) ?? words.acts[act] ?? act;
}
