import type { KnowledgeEntry, Source } from "../domain/entry.ts";
import { frameTexts, pageTexts } from "../texts/zh-cn/page.ts";

const words = pageTexts.entry;

/** A whole entry, to read and to print. */
export function EntryArticle(props: { entry: KnowledgeEntry; level: "h1" | "h2"; now: number }) {
  const { entry, level: Title, now } = props;
  const Part = Title === "h1" ? "h2" : "h3";
  return (
    <article class="entry" id={entry.id}>
      <Title>{entry.title}</Title>
      {!isInForce(entry, now) && <p class="problem">{words.notInForce}</p>}
      <p class="short">{entry.short}</p>
      {entry.sections.map(({ facet, text }) => (
        <section key={facet}>
          <Part>{facet}</Part>
          <p class="words">{text}</p>
        </section>
      ))}
      <Part>{words.sources}</Part>
      <ul>
        {entry.sources.map((source) => (
          <li key={sourceInWords(source)}>{sourceInWords(source)}</li>
        ))}
      </ul>
      {entry.verify.length > 0 && (
        <>
          <Part>{words.verify}</Part>
          <ul>
            {entry.verify.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </>
      )}
      <p>{words.reviewed(entry.reviewed.on, entry.reviewed.by)}</p>
      <p>{frameTexts.footerCaveat}</p>
    </article>
  );
}

/** @param now ms since 1970; the day is the station's (Asia/Shanghai) */
export function isInForce({ effective }: KnowledgeEntry, now: number): boolean {
  const today = new Date(now + 8 * 3600 * 1000).toISOString().slice(0, 10);
  if (effective.from !== null && today < effective.from) return false;
  return effective.to === null || today <= effective.to;
}

function sourceInWords({ title, number, article, inForceFrom }: Source): string {
  if (title === words.ownStation) return title;
  const since = inForceFrom === null ? "" : words.inForceFrom(inForceFrom);
  return words.source(title, number, article) + since;
}
