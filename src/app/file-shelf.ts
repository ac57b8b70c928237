import { checkedFile } from "../domain/media/checked.ts";
import type { Clock, FileShelf, Ids } from "../domain/ports.ts";
import { may } from "../domain/rights.ts";
import { conversationsWith } from "../store/conversations.ts";
import { fileBody, filesSince, keepFile, keptFile } from "../store/files.ts";
import { matterById, mattersFrom } from "../store/matters.ts";
import { conversationOf, staffBehind } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import type { Transaction } from "../store/connection.ts";
import type { KeptFile } from "../domain/kept-file.ts";
import type { Matter } from "../domain/matter.ts";

/** So many files from one page in an hour are a talk; more fill the disk. The same from all pages. */
const mostOfOne = 30;
const mostOfAll = 1_000;
const hour = 3_600_000;

/** Pictures and voices of the web page: taken in, and given out to those whose they are. */
export function fileShelf(store: Store, clock: Clock, ids: Ids): FileShelf {
  const { db, cipher } = store;

  /** A file of the talk from before it was taken belongs to what its sender opened by then. */
  async function mattersWith(trx: Transaction, file: KeptFile): Promise<Matter[]> {
    if (file.matter !== null) {
      const matter = await matterById(trx, file.matter);
      return matter ? [matter] : [];
    }
    if (file.conversation === null) return [];
    const opened = await mattersFrom(trx, file.conversation);
    return opened.filter(({ openedAt }) => openedAt <= file.at);
  }

  return {
    async keep(chat, name, given) {
      const checked = checkedFile(given);
      if (!checked.ok) return checked;
      const at = clock.now();
      return db.transaction(async (trx) => {
        const [conversation] = await conversationsWith(trx, cipher, [
          { channel: "web", chat, at, fresh: () => ids.next() },
        ]);
        const { own, all } = await filesSince(trx, conversation!, at - hour);
        if (own >= mostOfOne || all >= mostOfAll) return { ok: false, why: "too-many" };
        const { kind, mime, bytes } = checked;
        const file = { kind, mime, bytes, conversation: conversation!, name, at };
        return { ok: true, kind, id: await keepFile(trx, cipher, file) };
      });
    },
    open: (chat, id) =>
      db.transaction(async (trx) => {
        const file = await keptFile(trx, id);
        if (!file?.isHere) return null;
        const mine = await conversationOf(trx, cipher, "web", chat);
        if (mine === null) return null;
        const matters = await mattersWith(trx, file);
        const isTheirs =
          file.conversation === mine || matters.some((it) => it.conversation === mine);
        const me = isTheirs ? null : await staffBehind(trx, cipher, "web", chat, clock.now());
        const sees = ({ isPrivate }: Matter): boolean =>
          me !== null && may(me.role, "see-matters") && (!isPrivate || may(me.role, "see-private"));
        return isTheirs || matters.some(sees) ? fileBody(trx, cipher, id) : null;
      }),
  };
}
