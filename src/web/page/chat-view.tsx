import type { RefObject } from "preact";
import type { FileKind } from "../../domain/media/limits.ts";
import type { ShownFile } from "../../domain/message.ts";
import type { WebEvent } from "../../domain/ports.ts";
import { chatTexts } from "../../texts/zh-cn/page.ts";
import type { Marks } from "../thread.ts";
import { Beside } from "./beside.tsx";
import { FileButtons, FileForm } from "./file-buttons.tsx";
import { BubbleView } from "./bubble.tsx";
import type { Bubble } from "./bubble.tsx";

/** What the server hands to the page, and the page's script gets with it. */
export interface ChatStart {
  station: string;
  events: WebEvent[];
  /** Proof that a form comes from this page; null on the copy kept for the time without a network. */
  token: string | null;
  /** Name of this showing of the page, so that a form sent twice is taken once. */
  nonce: string;
  /** A sentence about what went wrong. */
  notice: string | null;
  /** What the villager had typed when it could not be taken. */
  draft: string;
}

/** What the script does; null where there is none. */
export interface ChatActions {
  onSay(text: string): void;
  onUrgent(): void;
  onChoose(id: string, label: string): void;
  onTakeBack(id: string): void;
  onFile(kind: FileKind, file: Blob): void;
  onRead: ((bubble: Bubble) => void) | null;
}

export interface ChatViewProps {
  start: ChatStart;
  lines: readonly WebEvent[];
  marks: Marks;
  notice: string | null;
  offline: boolean;
  reading: string | null;
  actions: ChatActions | null;
  typed: RefObject<HTMLTextAreaElement> | null;
}

/** The whole conversation: the same on the server and in the browser. */
export function ChatView(props: ChatViewProps) {
  const { start, lines, marks, notice, offline, reading, actions, typed } = props;
  const formAction = start.token === null ? "/say" : `/say?token=${start.token}`;
  const fields = <input type="hidden" name="nonce" value={start.nonce} />;
  const isEmpty = lines.length === 0;
  const lastMine = lines.reduce((last, { type }, at) => (type === "mine" ? at : last), -1);
  return (
    <>
      <section class="intro">
        <h1>{chatTexts.hello(start.station)}</h1>
        {chatTexts.promises.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p class="small">
          {chatTexts.privacyLine}
          <a href="/privacy">{chatTexts.privacyLink}</a>
        </p>
      </section>
      <div class="log" role="log" aria-live="polite" aria-label={chatTexts.logLabel}>
        {lines.map((line, at) =>
          line.type === "mine" ? (
            <Mine
              key={`m${line.id}`}
              text={line.text}
              file={line.file ?? null}
              isLast={at === lines.length - 1}
              mark={marks[line.id] ?? (at === lastMine ? "sent" : null)}
              onTakeBack={actions ? () => actions.onTakeBack(line.id) : null}
            />
          ) : (
            <BubbleView
              key={`b${line.id}`}
              bubble={line}
              isLast={at === lines.length - 1}
              formAction={formAction}
              fields={fields}
              onChoose={actions?.onChoose ?? null}
              onRead={actions?.onRead ?? null}
              isReading={reading === line.id}
            />
          ),
        )}
      </div>
      <div class="notice" role="status">
        {notice !== null && <p class="problem">{notice}</p>}
        {offline && (
          <p class="problem">
            {chatTexts.offline}
            <a href="/offline">{chatTexts.offlineLink}</a>
          </p>
        )}
      </div>
      {!isEmpty && (
        <noscript>
          <p>
            <a class="button" href={`/?seen=${start.nonce}#last`}>
              {chatTexts.refresh}
            </a>
          </p>
        </noscript>
      )}
      <form class={isEmpty ? "doors" : "doors few"} method="post" action={formAction} id="doors">
        {fields}
        <p>{isEmpty ? chatTexts.doorsLead : chatTexts.otherDoors}</p>
        {chatTexts.doors.map((door) => (
          <button
            key={door}
            name="door"
            value={door}
            onClick={(event) => {
              if (!actions) return;
              event.preventDefault();
              actions.onSay(door);
            }}
          >
            {door}
          </button>
        ))}
        {isEmpty && <UrgentButton actions={actions} />}
      </form>
      <Composer {...{ start, formAction, fields, actions, typed }} />
      <noscript>
        <FileForm {...{ start, fields }} />
      </noscript>
    </>
  );
}

function Mine(props: {
  text: string;
  file: ShownFile | null;
  isLast: boolean;
  mark: Marks[string] | null;
  onTakeBack: (() => void) | null;
}) {
  const { text, file, isLast, mark, onTakeBack } = props;
  return (
    <article
      class={mark === "waiting" ? "mine waiting" : "mine"}
      id={isLast ? "last" : undefined}
      aria-label={chatTexts.mine}
    >
      {text !== "" && <p class="words">{text}</p>}
      {file && <Beside file={file} />}
      {mark && <p class="mark">{chatTexts.marks[mark]}</p>}
      {mark === "refused" && onTakeBack && (
        <button type="button" onClick={onTakeBack}>
          {chatTexts.takeBack}
        </button>
      )}
    </article>
  );
}

function UrgentButton({ actions }: { actions: ChatActions | null }) {
  return (
    <button
      name="urgent"
      value="1"
      class="urgent"
      formNoValidate
      aria-label={chatTexts.urgent}
      onClick={(event) => {
        if (!actions) return;
        event.preventDefault();
        actions.onUrgent();
      }}
    >
      {chatTexts.urgentLines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </button>
  );
}

function Composer(
  props: Pick<ChatViewProps, "start" | "actions" | "typed"> & {
    formAction: string;
    fields: preact.JSX.Element;
  },
) {
  const { start, formAction, fields, actions, typed } = props;
  const say = (event: Event): void => {
    if (!actions || !typed?.current) return;
    event.preventDefault();
    if (typed.current.value.trim() !== "") actions.onSay(typed.current.value);
  };
  return (
    <form class="composer" method="post" action={formAction} onSubmit={say}>
      {fields}
      <UrgentButton actions={actions} />
      <textarea
        id="say"
        name="text"
        ref={typed}
        rows={1}
        required
        aria-label={chatTexts.composerLabel}
        placeholder={chatTexts.composerLabel}
        defaultValue={start.draft}
        enterkeyhint="send"
        autocomplete="off"
        onInput={({ currentTarget }) => grow(currentTarget)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) say(event);
        }}
      />
      <button class="send">{chatTexts.send}</button>
      {actions && <FileButtons onFile={actions.onFile} />}
    </form>
  );
}

/** As many lines as are typed, up to a few: what was written is to be seen. */
export function grow(field: HTMLTextAreaElement): void {
  field.rows = 1;
  while (field.rows < 5 && field.scrollHeight > field.clientHeight) field.rows++;
}
