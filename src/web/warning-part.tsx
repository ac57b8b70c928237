import type { DeskMatter } from "../domain/desk-view.ts";
import { contacts, outcomes } from "../domain/warning.ts";
import { stopPaymentTexts } from "../texts/zh-cn/stop-payment.ts";
import { contactNames, outcomeNames, warningTexts } from "../texts/zh-cn/warnings.ts";
import { warningPageTexts as words } from "../texts/zh-cn/warnings-page.ts";
import type { Proof } from "./page/say.tsx";

/** What hangs on the matter of somebody who is being cheated: the sheet, and what came of it. */
export function WarningPart({
  shown,
  proof,
  now,
}: {
  shown: DeskMatter;
  proof: Proof;
  now: number;
}) {
  const { matter, me, warned } = shown;
  const { warning, sheet, coversAccounts } = warned;
  if (warning === null && sheet === null) return null;
  const isMine = matter.owner === me.id;
  const isClosed = matter.status === "closed";
  return (
    <section>
      <h2>{words.part}</h2>
      {warning && (
        <>
          <p>{warningTexts.line(warning, now, true)}</p>
          {warning.name !== null && <p>{words.name(warning.name)}</p>}
        </>
      )}
      {sheet && (
        <>
          <h3>
            <label for="sheet">{words.sheet}</label>
          </h3>
          <textarea id="sheet" class="sheet" readOnly rows={9}>
            {stopPaymentTexts.whole(coversAccounts ? endings(sheet) : sheet, now)}
          </textarea>
          <div class="steps no-print">
            <button data-copy="sheet" data-done={words.copied} data-by-hand={words.byHand} hidden>
              {words.copy}
            </button>
            {coversAccounts && (
              <a class="button" href={`/desk/second?back=/desk/${matter.number}`}>
                {words.showNumbers}
              </a>
            )}
          </div>
          {coversAccounts && <p>{words.covered}</p>}
        </>
      )}
      {isMine && warning && (
        <ResultForm number={matter.number} token={proof.token} isClosed={isClosed} />
      )}
    </section>
  );
}

type Sheet = NonNullable<DeskMatter["warned"]["sheet"]>;

function endings(draft: Sheet): Sheet {
  const end = (account: string | null): string | null =>
    account === null || account.startsWith("尾号") ? account : `尾号${account.slice(-4)}`;
  const { ownAccount, otherAccount, loose } = draft.sheet;
  const covered = loose ? { loose: { ...loose, account: end(loose.account) } } : {};
  return {
    ...draft,
    sheet: {
      ...{ ...draft.sheet, ownAccount: end(ownAccount), otherAccount: end(otherAccount) },
      ...covered,
    },
  };
}

/** Becomes one message of the officer's, which is read back to them. */
function ResultForm(props: { number: string; token: string; isClosed: boolean }) {
  const { number, token, isClosed } = props;
  const { result } = words;
  return (
    <form class="fields no-print" method="post" action={`/desk/${number}/result?token=${token}`}>
      <h3>{isClosed ? result.later : result.title}</h3>
      <p>{isClosed ? result.laterLead : result.lead}</p>
      <Select
        name="contact"
        label={result.contact}
        names={contacts.map((it) => [it, contactNames[it]])}
      />
      <Select
        name="outcome"
        label={result.outcome}
        names={outcomes.map((it) => [it, outcomeNames[it]])}
      />
      <Sum name="saved" label={result.saved} />
      <Sum name="lost" label={result.lost} />
      {!isClosed && (
        <Select
          name="next"
          label={result.next}
          names={result.nextTries.map((it, i) => [String(i), it])}
        />
      )}
      <button class="main">{result.button}</button>
    </form>
  );
}

function Select(props: { name: string; label: string; names: [string, string][] }) {
  const { name, label, names } = props;
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{words.result.nothing}</option>
        {names.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

function Sum({ name, label }: { name: string; label: string }) {
  return (
    <p>
      <label for={name}>{label}</label>
      <input id={name} name={name} inputMode="decimal" maxLength={12} autocomplete="off" />
    </p>
  );
}
