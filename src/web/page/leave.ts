import { frameTexts } from "../../texts/zh-cn/page.ts";

/** Unit: ms between two presses of Esc. */
const together = 2000;

/** The way out for somebody who is being watched: by its button, or by Esc twice. */
export function watchLeave(): void {
  const button = document.getElementById("leave");
  button?.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let lastEscape = -Infinity;
  document.addEventListener("keydown", ({ key, timeStamp, isComposing }) => {
    // There it means: not this word.
    if (isComposing) return;
    if (key !== "Escape") {
      lastEscape = -Infinity;
      return;
    }
    if (timeStamp - lastEscape < together) leave();
    lastEscape = timeStamp;
  });
}

/** First the screen is emptied, for the new page may be slow; then the way back is closed. */
function leave(): void {
  window.speechSynthesis?.cancel();
  document.title = frameTexts.leaveTitle;
  const { body } = document;
  while (body.firstChild) body.removeChild(body.firstChild);
  location.replace(frameTexts.leaveTo);
}
