import type { CandidateShown, WarningsShown } from "../domain/desk-warnings.ts";
import { warningTabs } from "../domain/desk-warnings.ts";
import type { ListedWarning } from "../domain/desk.ts";
import { warningLevels } from "../domain/warning.ts";
import type { ListPlan, PlannedLine } from "../domain/warning-list.ts";
import { covered, deskTexts } from "../texts/zh-cn/desk.ts";
import { coveredName, warningTexts } from "../texts/zh-cn/warnings.ts";
import { warningPageTexts as words } from "../texts/zh-cn/warnings-page.ts";
import { Back } from "./desk-office.tsx";
import { Say, type Proof } from "./page/say.tsx";

interface Shown {
  shown: WarningsShown;
  proof: Proof;
  now: number;
}

/** What waits, what is in hand and what is done, level by level. */
export function WarningsPage({ shown, proof, now }: Shown) {
  const { tab, warnings, mayImport } = shown;
  return (
    <div class="text desk">
      <Back />
      <h1>{words.title}</h1>
      <nav class="steps" aria-label={words.title}>
        {warningTabs.map((one) => (
          <a
            key={one}
            class="button"
            href={`/desk/warnings?tab=${one}`}
            aria-current={one === tab ? "page" : undefined}
          >
            {words.tabs[one]}
          </a>
        ))}
        <a class="button" href="/desk/warnings/figures">
          {words.figures}
        </a>
      </nav>
      {warnings.length === 0 && <p>{words.none[tab]}</p>}
      {warningLevels.map((level) => {
        const these = warnings.filter(({ warning }) => warning.level === level);
        if (these.length === 0) return null;
        return (
          <section key={level}>
            <h2>{words.byLevel(level, these.length)}</h2>
            <ul class="cards">
              {these.map((it) => (
                <Line key={it.matter.id} {...{ it, me: shown.me, proof, now }} />
              ))}
            </ul>
          </section>
        );
      })}
      {mayImport && <ListForm token={proof.token} problem={null} />}
    </div>
  );
}

function Line(props: { it: ListedWarning; me: string; proof: Proof; now: number }) {
  const { it, me, proof, now } = props;
  const { id, number, level, owner, status } = it.matter;
  const mayTake = status !== "closed" && owner === null;
  return (
    <li key={id} class={`card level-${level}`}>
      <a class="item" href={`/desk/${number}`}>
        {warningTexts.line(it, now, false)}
      </a>
      {(mayTake || owner === me) && (
        <div class="steps">
          {mayTake && (
            <Say proof={proof} text={`接${number}`} label={deskTexts.buttons.take} isMain />
          )}
          {owner === me && (
            <Say
              proof={proof}
              text={`结果${number}`}
              label={status === "closed" ? words.result.later : warningTexts.buttons.result}
              isMain={status !== "closed"}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** A list of the police: a file, or rows pasted out of a spreadsheet. */
export function ListForm({ token, problem }: { token: string; problem: string | null }) {
  const { list } = words;
  return (
    <form
      class="fields list-form"
      method="post"
      encType="multipart/form-data"
      action={`/desk/warnings/list?token=${token}`}
    >
      <h2>{list.title}</h2>
      <p>{list.lead}</p>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p>
        <label for="file">{list.file}</label>
        <input id="file" name="file" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
      </p>
      <p>
        <label for="list">{list.text}</label>
        <textarea id="list" name="list" rows={6} autocomplete="off" spellcheck={false} />
      </p>
      <button class="main">{list.look}</button>
    </form>
  );
}

/** So many lines are shown before they are taken. */
const mostShown = 200;

/** What would be taken and what not; `sealed`: null where nothing can be. */
export function PreviewPage(props: { plan: ListPlan; sealed: string | null; token: string }) {
  const { plan, sealed, token } = props;
  const { list } = words;
  const count = (what: PlannedLine["becomes"]) =>
    plan.lines.filter(({ becomes }) => becomes === what).length;
  return (
    <div class="text desk">
      <BackToWarnings />
      <h1>{list.preview}</h1>
      <p>{list.counts(count("new"), count("more"), count("same"), plan.bad.length)}</p>
      {sealed !== null && count("new") + count("more") > 0 && (
        <div class="steps">
          <form method="post" action={`/desk/warnings/take?token=${token}`}>
            <input type="hidden" name="sealed" value={sealed} />
            <button class="main">{list.sure}</button>
          </form>
          <a class="button" href="/desk/warnings">
            {list.cancel}
          </a>
        </div>
      )}
      <BadLines bad={plan.bad} />
      {plan.lines.length > 0 && <GoodLines lines={plan.lines} />}
    </div>
  );
}

function BadLines({ bad }: Pick<ListPlan, "bad">) {
  if (bad.length === 0) return null;
  return (
    <>
      <h2>{words.list.bad}</h2>
      <ul>
        {bad.slice(0, mostShown).map((each) => (
          <li key={each.line}>{warningTexts.fault(each)}</li>
        ))}
      </ul>
      {bad.length > mostShown && <p>{words.list.more(bad.length - mostShown)}</p>}
    </>
  );
}

function GoodLines({ lines }: Pick<ListPlan, "lines">) {
  const { list } = words;
  return (
    <>
      <h2 id="good">{list.good}</h2>
      <div class="wide" role="region" aria-labelledby="good" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {list.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, mostShown).map(({ line, person, becomes }) => (
              <tr key={line}>
                <td>{line}</td>
                <td>{person.name === null ? "" : coveredName(person.name)}</td>
                <td>{covered(person.phone)}</td>
                <td>{person.village}</td>
                <td>{person.level}</td>
                <td>{person.category}</td>
                <td>{list.becomes[becomes]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > mostShown && <p>{list.more(lines.length - mostShown)}</p>}
    </>
  );
}

/** What came of it, in the words that a message has. */
export function TakenPage({ plan }: { plan: ListPlan }) {
  return (
    <div class="text desk">
      <BackToWarnings />
      <h1>{words.list.taken}</h1>
      <p class="words">{warningTexts.imported(plan)}</p>
    </div>
  );
}

/** What may become a sign of fraud: masked, and nothing changes by itself. */
export function CandidatesPage({ candidates }: { candidates: CandidateShown[] }) {
  const { title, lead, none, line } = words.candidates;
  return (
    <div class="text desk">
      <Back />
      <h1>{title}</h1>
      <p>{lead}</p>
      {candidates.length === 0 && <p>{none}</p>}
      <ul class="cards">
        {candidates.map((it) => (
          <li key={it.id} class="card">
            <p class="words">{it.text}</p>
            <p class="small">{line(it)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function BackToWarnings() {
  return (
    <p class="no-print">
      <a class="button" href="/desk/warnings">
        {words.back}
      </a>
    </p>
  );
}
