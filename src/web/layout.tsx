import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { missingFacts } from "../domain/station.ts";
import type { Station } from "../domain/station.ts";
import { frameTexts, productName } from "../texts/zh-cn/page.ts";
import { telephone } from "./telephone.ts";
import type { TextSize } from "./text-size.ts";

export interface Frame {
  title: string;
  /** The path of this page, to come back to. */
  path: string;
  station: Station;
  release: string;
  size: TextSize;
  urls: { css: string; script: string };
}

/** A whole page. The hotlines stand first and stay in sight. */
export function pageHtml(frame: Frame, body: ComponentChildren): string {
  const { title, path, station, release, size, urls } = frame;
  return `<!doctype html>${renderToString(
    <html lang={frameTexts.language} class={`size-${size}`}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0b3d91" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={urls.css} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <script src={urls.script} defer />
      </head>
      <body>
        <a class="skip" href="#main">
          {frameTexts.skip}
        </a>
        <header class="top">
          <div class="tools">
            <a class="brand" href="/">
              {productName}
            </a>
            <form method="post" action="/size" aria-label={frameTexts.sizeLabel} id="sizes">
              <input type="hidden" name="back" value={path} />
              <button name="step" value="smaller">
                {frameTexts.smaller}
              </button>
              <button name="step" value="larger">
                {frameTexts.larger}
              </button>
            </form>
            <a
              class="leave"
              id="leave"
              href={frameTexts.leaveTo}
              rel="noreferrer"
              title={frameTexts.leaveHint}
            >
              {frameTexts.leave}
            </a>
          </div>
          <nav class="hotlines" aria-label={frameTexts.hotlinesLabel}>
            {frameTexts.hotlineBar.map(([number, what]) => (
              <a key={number} href={`tel:${number}`}>
                <b>{number}</b> <span>{what}</span>
              </a>
            ))}
          </nav>
        </header>
        <main id="main">{body}</main>
        <Footer station={station} release={release} />
      </body>
    </html>,
  )}`;
}

function Footer({ station, release }: { station: Station; release: string }) {
  const missing = missingFacts(station);
  return (
    <footer>
      <p>
        <b>{frameTexts.footerStation(station.name)}</b>
      </p>
      {station.phone !== null && (
        <p>
          <a class="call" href={telephone(station.phone)}>
            <span>{frameTexts.footerPhone}</span>
            <b>{station.phone}</b>
          </a>
        </p>
      )}
      {station.address !== null && <p>{frameTexts.footerAddress(station.address)}</p>}
      {station.hours.map(({ days, from, to }) => (
        <p key={`${days.join()}${from}`}>{frameTexts.hours(daysInWords(days), from, to)}</p>
      ))}
      {station.checkedOn !== null && <p>{frameTexts.footerChecked(station.checkedOn)}</p>}
      {missing.length > 0 && (
        <p>
          {frameTexts.missingLead}
          {missing.map((fact) => frameTexts.missing[fact]).join(frameTexts.between)}
        </p>
      )}
      <p>{frameTexts.footerCaveat}</p>
      <p>{frameTexts.leaveHint}</p>
      <p class="links">
        {frameTexts.links.map(([href, name]) => (
          <a key={href} href={href}>
            {name}
          </a>
        ))}
      </p>
      <p>{frameTexts.footerRelease(release)}</p>
    </footer>
  );
}

/** 1 2 3 4 5 6 becomes "Monday to Saturday", single days stay single. */
function daysInWords(days: number[]): string {
  const name = (day: number) => frameTexts.days[day - 1] ?? "";
  const runs: number[][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) =>
      run.length > 2 ? frameTexts.fromTo(name(run[0]!), name(run.at(-1)!)) : run.map(name),
    )
    .join(frameTexts.between);
}
