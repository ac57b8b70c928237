import { useEffect, useState } from "preact/hooks";
import { chatTexts } from "../../texts/zh-cn/page.ts";
import type { Bubble } from "./bubble.tsx";

/** Reads bubbles aloud with the device's own Chinese voice. `read` is null where it has none. */
export function useSpeech() {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  const [reading, setReading] = useState<string | null>(null);

  useEffect(() => {
    if (!("speechSynthesis" in window)) return;
    const look = (): void => {
      const voices = speechSynthesis.getVoices();
      setVoice(
        voices.find(({ lang }) => /^zh[-_]CN/i.test(lang)) ??
          voices.find(({ lang }) => /^(zh|cmn)/i.test(lang)) ??
          null,
      );
    };
    look();
    speechSynthesis.addEventListener?.("voiceschanged", look);
    return () => {
      speechSynthesis.removeEventListener?.("voiceschanged", look);
      speechSynthesis.cancel();
    };
  }, []);

  function read(bubble: Bubble): void {
    speechSynthesis.cancel();
    if (reading === bubble.id) return setReading(null);
    const speech = new SpeechSynthesisUtterance(asSpoken(bubble));
    speech.lang = "zh-CN";
    speech.voice = voice;
    speech.rate = 0.9;
    const done = (): void => setReading((now) => (now === bubble.id ? null : now));
    speech.onend = done;
    speech.onerror = done;
    setReading(bubble.id);
    speechSynthesis.speak(speech);
  }
  return { reading, read: voice === null ? null : read };
}

function asSpoken({ text, choices, calls }: Bubble): string {
  const parts = [text, ...calls.map(chatTexts.spokenCall)];
  if (choices.length > 0) parts.push(chatTexts.spokenChoices);
  choices.forEach(({ label }, at) => parts.push(chatTexts.spokenChoice(at + 1, label)));
  return parts.join("\n");
}
