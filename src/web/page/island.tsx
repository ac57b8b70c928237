import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import type { FileKind } from "../../domain/media/limits.ts";
import type { WebEvent } from "../../domain/ports.ts";
import { chatTexts } from "../../texts/zh-cn/page.ts";
import { cursorOf, linesOf, withEvent } from "../thread.ts";
import type { Mark, Marks } from "../thread.ts";
import { ChatView, grow } from "./chat-view.tsx";
import type { ChatStart } from "./chat-view.tsx";
import { readyFile } from "./file.ts";
import { listenFor } from "./listening.ts";
import { post } from "./post.ts";
import { messageQueue, newId, pageStorage } from "./queue.ts";
import type { Queued } from "./queue.ts";
import { showNewest } from "./scroll.ts";
import { sender, type SenderEvents } from "./sender.ts";
import { useSpeech } from "./speech.ts";

interface Thread {
  lines: WebEvent[];
  marks: Marks;
}
type Change = { event: WebEvent } | { mine: Queued } | { id: string; mark: Mark | null };

function changed(thread: Thread, change: Change): Thread {
  const { lines, marks } = thread;
  if ("event" in change) {
    const { event } = change;
    const known = event.type === "mine" ? without(marks, event.id) : marks;
    return { lines: withEvent(lines, event, marks), marks: known };
  }
  if ("mine" in change) {
    const { id, shown } = change.mine;
    if (lines.some((line) => line.type === "mine" && line.id === id)) return thread;
    const line: WebEvent = { seq: 0, type: "mine", id, text: shown, at: 0 };
    return { lines: [...lines, line], marks: { ...marks, [id]: "waiting" } };
  }
  const { id, mark } = change;
  if (mark !== null) return { lines, marks: { ...marks, [id]: mark } };
  const kept = lines.filter((line) => line.type !== "mine" || line.id !== id);
  return { lines: kept, marks: without(marks, id) };
}

/** Text larger than this is not sent. Unit: bytes of UTF-8; the server's own limit. */
const longestText = 16 * 1024;

/** The conversation as the page's script keeps it. */
export function Island({ start }: { start: ChatStart }) {
  const [thread, change] = useReducer(changed, null, () => ({
    lines: linesOf(start.events),
    marks: {},
  }));
  const [notice, setNotice] = useState(start.notice);
  const [offline, setOffline] = useState(false);
  const [isLive, setLive] = useState(false);
  const typed = useRef<HTMLTextAreaElement>(null);
  const { reading, read } = useSpeech();

  const { queue, flush } = useMemo(() => {
    const queue = messageQueue(typeof window === "undefined" ? null : pageStorage());
    const isFile = ({ content }: Queued): boolean => "file" in content || "lost" in content;
    const only = (wanted: boolean) => ({
      ...queue,
      all: () => queue.all().filter((message) => isFile(message) === wanted),
    });
    const events: SenderEvents = {
      onTry: (id) => change({ id, mark: "sending" }),
      onOutcome({ id }, outcome) {
        setOffline(outcome.is === "no-network");
        if (outcome.is === "taken") setNotice(null);
        if (outcome.is === "later" || outcome.is === "refused") setNotice(outcome.sentence);
        const mark = {
          taken: "sent",
          refused: "refused",
          later: "waiting",
          "no-network": "waiting",
        };
        change({ id, mark: mark[outcome.is] as Mark });
      },
    };
    // Words never wait behind a picture that goes slowly.
    const [words, files] = [sender(only(false), post, events), sender(only(true), post, events)];
    const flush = async (): Promise<void> =>
      void (await Promise.all([words.flush(), files.flush()]));
    return { queue, flush };
  }, []);

  function enqueue(shown: string, content: Queued["content"]): void {
    const message = { id: newId(), content, shown };
    queue.add(message, Date.now());
    change({ mine: message });
    void flush();
  }

  useEffect(() => {
    setLive(true);
    queue.all().forEach((mine) => change({ mine }));
    void flush();
    const lost = (): void => setOffline(!navigator.onLine);
    const online = (): void => void flush();
    addEventListener("offline", lost);
    addEventListener("online", online);
    const hangUp = listenFor(cursorOf(start.events), {
      onEvent: (event) => change({ event }),
      onOpen() {
        setOffline(false);
        void flush();
      },
      onLost: lost,
    });
    return () => {
      removeEventListener("offline", lost);
      removeEventListener("online", online);
      hangUp();
    };
  }, []);

  const { lines, marks } = thread;
  useEffect(() => {
    if (isLive || lines.length > 0) showNewest(!isLive);
  }, [lines.length, isLive]);

  const actions = {
    onSay(text: string): void {
      if (new TextEncoder().encode(text).length > longestText) return setNotice(chatTexts.tooLong);
      if (typed.current && typed.current.value === text) write(typed.current, "");
      setNotice(null);
      enqueue(text.trim(), { text: text.trim() });
    },
    onUrgent: () => enqueue(chatTexts.urgent, { text: chatTexts.urgent }),
    onChoose: (id: string, label: string) => enqueue(label, { choice: id }),
    onTakeBack(id: string): void {
      const line = lines.find((mine) => mine.type === "mine" && mine.id === id);
      if (line && typed.current) write(typed.current, line.text);
      change({ id, mark: null });
    },
    onFile(kind: FileKind, file: Blob): void {
      setNotice(null);
      readyFile(kind, file).then(
        (content) =>
          content === "too-big"
            ? setNotice(chatTexts.fileTooBig)
            : enqueue(chatTexts.fileShown[kind], content),
        () => setNotice(chatTexts.fileLost),
      );
    },
    onRead: read,
  };
  return (
    <ChatView
      {...{ start, lines, marks, notice, offline, reading, typed }}
      actions={isLive ? actions : null}
    />
  );
}

function write(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  grow(field);
}

function without(marks: Marks, id: string): Marks {
  const { [id]: _, ...rest } = marks;
  return rest;
}
