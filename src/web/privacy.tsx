import { pageTexts } from "../texts/zh-cn/page.ts";

const words = pageTexts.privacy;

/** What is kept, what for, how long, and what a person can do about it. */
export function Privacy(props: { station: string; keepDays: number | null; token: string | null }) {
  const { station, keepDays, token } = props;
  const [what, why, rights] = words.parts;
  return (
    <div class="text">
      <h1>{words.title}</h1>
      <p>{words.keeper(station)}</p>
      {[what!, why!].map((part) => (
        <Part key={part.title} {...part} />
      ))}
      <Part
        title={words.long}
        lines={[keepDays === null ? words.keptUnknown : words.kept(keepDays)]}
      />
      <Part {...rights!} />
      <form method="post" action={token === null ? "/forget" : `/forget?token=${token}`}>
        <p>
          <button>{words.forget}</button>
        </p>
        <p>{words.forgetHint}</p>
      </form>
    </div>
  );
}

function Part({ title, lines }: { title: string; lines: string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
