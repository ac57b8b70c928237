import type { ShownFile } from "../../domain/message.ts";
import { mediaTexts } from "../../texts/zh-cn/media.ts";

/** A picture or a voice of the talk: the same on the server and in the browser. */
export function Beside({ file: { id, kind } }: { file: ShownFile }) {
  const address = `/files/${id}`;
  const name = mediaTexts.alt[kind];
  if (kind === "voice")
    return <audio class="beside" controls preload="none" src={address} aria-label={name} />;
  return (
    <a class="picture" href={address}>
      <img class="beside" src={address} alt={name} loading="lazy" />
    </a>
  );
}
