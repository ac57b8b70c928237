import type { DeskMatter } from "../domain/desk-view.ts";
import { agreementTexts as words } from "../texts/zh-cn/agreement.ts";

/** An agreement to print: what is known stands in it, the rest is written by hand. */
export function AgreementPage({ shown }: { shown: DeskMatter }) {
  const { matter, words: told, mediators } = shown;
  return (
    <div class="text agreement">
      <p class="no-print">
        <a href={`/desk/${matter.number}`}>{words.back}</a> {words.print}
      </p>
      <h1>{words.title}</h1>
      <p>{words.number(matter.number)}</p>
      {words.parties.map((party) => (
        <section key={party}>
          <h2>{party}</h2>
          {words.partyLines.map((line) => (
            <Blank key={line} label={line} />
          ))}
        </section>
      ))}
      <h2>{words.mediators}</h2>
      <Blank label={mediators.join("、")} />
      <h2>{words.about}</h2>
      <p class="told">{told}</p>
      <h2>{words.terms}</h2>
      {Array.from({ length: words.termLines }, (_, i) => (
        <Blank key={i} label={`${i + 1}.`} />
      ))}
      <Blank label={words.byWhen} />
      <Blank label={words.otherwise} />
      <section class="signatures">
        {words.signatures.map((label) => (
          <div key={label}>
            <Blank label={label} />
            <p>{words.date}</p>
          </div>
        ))}
      </section>
      <h2>{words.force}</h2>
      <ul>
        {words.law.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{words.notPolice}</li>
      </ul>
    </div>
  );
}

/** A line to write on. */
function Blank({ label }: { label: string }) {
  return (
    <p class="blank">
      <span>{label}</span>
      <i aria-hidden="true" />
    </p>
  );
}
