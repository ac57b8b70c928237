import { useEffect, useRef, useState } from "preact/hooks";
import { deskKey } from "./desk-keys.ts";
import { Inbox, type InboxShown, type Live } from "./inbox.tsx";
import { ring } from "./ring.ts";

/** How often an open desk looks for news, and rings while an alarm waits. Unit: ms. */
const lookEvery = 5_000;
const ringEvery = 2_500;
/** After so long without news the page says so. Unit: ms. */
const staleAfter = 15_000;

/** Dangers that nobody has taken: alarms, and matters that began as one. */
function alarmsIn({ inbox }: InboxShown): number {
  return inbox.alerts.length + inbox.waiting.filter(({ level }) => level === "alarm").length;
}

/** The open desk: looks for news by itself, and rings until somebody takes the alarm. */
export function DeskIsland({ start }: { start: InboxShown }) {
  const [shown, setShown] = useState(start);
  const [state, setState] = useState<Live["state"]>("fresh");
  const [showsKeys, setShowsKeys] = useState(false);
  const [sound, setSound] = useState<AudioContext | null>(null);
  const alarms = useRef(0);
  alarms.current = alarmsIn(shown);

  useEffect(() => {
    let heardAt = Date.now();
    let asking = false;
    async function look(): Promise<void> {
      // An answer that never comes counts as none.
      if (Date.now() - heardAt > staleAfter) setState((now) => (now === "ended" ? now : "stale"));
      if (asking) return;
      asking = true;
      try {
        const response = await fetch("/api/desk");
        if (response.status === 403) setState("ended");
        if (!response.ok) return;
        setShown((await response.json()) as InboxShown);
        heardAt = Date.now();
        setState("fresh");
      } catch {
        // The next look tries again.
      } finally {
        asking = false;
      }
    }
    const timer = setInterval(() => void look(), lookEvery);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (deskKey(event) === "help") setShowsKeys((are) => !are);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  useEffect(() => {
    if (!sound) return;
    const timer = setInterval(() => alarms.current > 0 && ring(sound), ringEvery);
    return () => clearInterval(timer);
  }, [sound]);

  // Once more, so that somebody comes and looks.
  useEffect(() => {
    if (sound && state === "ended") ring(sound);
  }, [sound, state]);

  // A browser lets a page sound only after somebody touched it.
  const live: Live = {
    bellIsOn: sound !== null,
    turnOnBell: () => setSound(new AudioContext()),
    state,
    showsKeys,
  };
  return <Inbox {...shown} live={live} />;
}
