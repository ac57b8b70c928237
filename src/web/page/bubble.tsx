import type { ComponentChildren } from "preact";
import { hotlines } from "../../domain/hotlines.ts";
import type { WebEvent } from "../../domain/ports.ts";
import { Beside } from "./beside.tsx";
import { chatTexts } from "../../texts/zh-cn/page.ts";

export type Bubble = Extract<WebEvent, { type: "bubble" }>;

export interface BubbleViewProps {
  bubble: Bubble;
  /** The anchor that a page without a script jumps to. */
  isLast: boolean;
  /** Where a page without a script sends a pressed button. */
  formAction: string;
  /** Hidden fields of that form. */
  fields: ComponentChildren;
  onChoose: ((id: string, label: string) => void) | null;
  /** Null where the device has no voice. */
  onRead: ((bubble: Bubble) => void) | null;
  isReading: boolean;
}

/** One bubble of the robot's: the same on the server and in the browser. */
export function BubbleView(props: BubbleViewProps) {
  const { bubble, isLast, formAction, fields, onChoose, onRead, isReading } = props;
  const isSafety = bubble.kind === "safety";
  const id = isLast ? "last" : undefined;
  const body = (
    <>
      {isSafety && (
        <p class="safety-title">
          <DangerSign />
          {chatTexts.safety}
        </p>
      )}
      <Paragraphs text={bubble.text} />
      {bubble.file && <Beside file={bubble.file} />}
      {bubble.again && <p>{chatTexts.again}</p>}
      {bubble.calls.length > 0 && (
        <p class="calls">
          {bubble.calls.map((number) => (
            <a key={number} class="call" href={`tel:${number}`}>
              <b>{chatTexts.call(number)}</b> <span>{hotlines[number]}</span>
            </a>
          ))}
        </p>
      )}
      {bubble.choices.length > 0 && (
        <form class="choices" method="post" action={formAction}>
          {fields}
          {bubble.choices.map(({ id, label }, at) => (
            <button
              key={id}
              name="choice"
              value={id}
              onClick={(event) => {
                if (!onChoose) return;
                event.preventDefault();
                onChoose(id, label);
              }}
            >
              <span class="number">{`${at + 1}.`}</span>
              <span>{label}</span>
            </button>
          ))}
        </form>
      )}
      {onRead && (
        <button type="button" class="read" aria-pressed={isReading} onClick={() => onRead(bubble)}>
          <SpeakerSign />
          {isReading ? chatTexts.stopReading : chatTexts.readAloud}
        </button>
      )}
    </>
  );
  if (isSafety)
    return (
      <div class="bubble safety" id={id} role="alert">
        {body}
      </div>
    );
  return (
    <article class="bubble" id={id} aria-label={chatTexts.bot}>
      {body}
    </article>
  );
}

/** Plain text as a person reads it: a blank line parts paragraphs, other breaks are kept by CSS. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((part) => part.trim() !== "")
        .map((part, at) => (
          <p key={at} class="words">
            {part}
          </p>
        ))}
    </>
  );
}

function DangerSign() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="sign">
      <path d="M12 2 1 22h22L12 2zm-1 7h2v7h-2V9zm0 9h2v2h-2v-2z" fill="currentColor" />
    </svg>
  );
}

function SpeakerSign() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="sign">
      <path
        d="M3 9v6h4l5 5V4L7 9H3zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.5 4.5 0 0 0 2.5-4z"
        fill="currentColor"
      />
    </svg>
  );
}
