/**
 * Brings the newest bubble into sight between the bars: all of it with what can be pressed below
 * it where there is room, else from its beginning. Somebody who reads further up is left alone.
 */
export function showNewest(isFirst: boolean): void {
  const log = document.querySelector(".log");
  const newest = log?.lastElementChild;
  const top = document.querySelector(".top");
  const composer = document.querySelector(".composer");
  const doors = document.getElementById("doors");
  if (!newest || !top || !composer || !doors) return;
  const bottomEdge = innerHeight - composer.getBoundingClientRect().height;
  const start = newest.getBoundingClientRect().top - top.getBoundingClientRect().height - 8;
  const end = doors.getBoundingClientRect().bottom - bottomEdge;
  const isFarUp = newest.getBoundingClientRect().top > bottomEdge + innerHeight;
  if (isFarUp && !isFirst) return;
  scrollBy(0, Math.min(start, end));
}
