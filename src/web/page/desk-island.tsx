import { useEffect, useRef, useState } from "preact/hooks";
import { Inbox, type InboxShown } from "./inbox.tsx";
import { ring } from "./ring.ts";

/** How often an open desk looks for news, and rings while an alarm waits. Unit: ms. */
const lookEvery = 5_000;
const ringEvery = 2_500;

/** The open desk: looks for news by itself, and rings until somebody takes the alarm. */
export function DeskIsland({ start }: { start: InboxShown }) {
  const [shown, setShown] = useState(start);
  const [sound, setSound] = useState<AudioContext | null>(null);
  const alarms = useRef(0);
  alarms.current = shown.inbox.alerts.length;

  useEffect(() => {
    const timer = setInterval(() => {
      void fetch("/api/desk")
        .then((response) => (response.ok ? (response.json() as Promise<InboxShown>) : null))
        .then((news) => news && setShown(news))
        .catch(() => undefined);
    }, lookEvery);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    if (!sound) return;
    const timer = setInterval(() => alarms.current > 0 && ring(sound), ringEvery);
    return () => clearInterval(timer);
  }, [sound]);

  // A browser lets a page sound only after somebody touched it.
  const bell = { isOn: sound !== null, turnOn: () => setSound(new AudioContext()) };
  return <Inbox {...shown} bell={bell} />;
}
