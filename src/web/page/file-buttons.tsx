import type { ComponentChildren } from "preact";
import type { FileKind } from "../../domain/media/limits.ts";
import { chatTexts } from "../../texts/zh-cn/page.ts";
import type { ChatStart } from "./chat-view.tsx";

/** Choosing a file sends it. */
export function FileButtons({ onFile }: { onFile: (kind: FileKind, file: Blob) => void }) {
  const chosen = (kind: FileKind) => (event: { currentTarget: HTMLInputElement }) => {
    const field = event.currentTarget;
    const file = field.files?.[0];
    if (file) onFile(kind, file);
    // The same file can be chosen again.
    field.value = "";
  };
  return (
    <div class="attach">
      <label class="button">
        <input type="file" accept="image/*" onChange={chosen("photo")} />
        {chatTexts.sendPhoto}
      </label>
      <label class="button">
        <input type="file" accept="audio/*" capture="user" onChange={chosen("voice")} />
        {chatTexts.sendVoice}
      </label>
    </div>
  );
}

/** The same where the page has no script. */
export function FileForm({ start, fields }: { start: ChatStart; fields: ComponentChildren }) {
  const action = start.token === null ? "/say-file" : `/say-file?token=${start.token}`;
  return (
    <form class="file-form" method="post" enctype="multipart/form-data" action={action}>
      {fields}
      <label>
        {chatTexts.sendFile}
        <input type="file" name="file" accept="image/*,audio/*" required />
      </label>
      <button>{chatTexts.sendFileButton}</button>
    </form>
  );
}
