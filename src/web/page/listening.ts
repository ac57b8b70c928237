import type { WebEvent } from "../../domain/ports.ts";

export interface ListeningEvents {
  onEvent(event: WebEvent): void;
  onOpen(): void;
  onLost(): void;
}

/** Unit: ms. */
const pause = 3000;

/**
 * Hears what the station says from `after` on, over every break of the line. A page that nobody
 * looks at hangs up, and calls again when it is looked at.
 */
export function listenFor(after: number, { onEvent, onOpen, onLost }: ListeningEvents): () => void {
  let cursor = after;
  let source: EventSource | null = null;
  let timer = 0;

  function open(): void {
    clearTimeout(timer);
    if (source !== null || document.visibilityState === "hidden") return;
    const line = new EventSource(`/api/events?after=${cursor}`);
    source = line;
    line.onopen = onOpen;
    line.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as WebEvent;
      cursor = Math.max(cursor, event.seq);
      onEvent(event);
    };
    // Of a desk in this browser whose time is over; the page then says so.
    line.addEventListener("ended", () => location.reload());
    line.onerror = () => {
      onLost();
      // A refused line is not tried again by the browser itself.
      if (line.readyState !== EventSource.CLOSED || source !== line) return;
      hangUp();
      timer = window.setTimeout(open, pause);
    };
  }
  function hangUp(): void {
    source?.close();
    source = null;
  }
  function onVisibility(): void {
    if (document.visibilityState === "hidden") hangUp();
    else open();
  }
  function onOnline(): void {
    hangUp();
    open();
  }
  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("online", onOnline);
  open();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    removeEventListener("online", onOnline);
    clearTimeout(timer);
    hangUp();
  };
}
