import type { DeskDoor, DeskPhone, Look } from "../domain/desk-door.ts";
import type { Matter } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import type { Clock, Ids } from "../domain/ports.ts";
import { mayUnmask } from "../domain/rights.ts";
import { phoneTexts } from "../texts/zh-cn/desk-door.ts";
import type { Transaction } from "../store/connection.ts";
import { mustStepUp } from "../store/desk-sessions.ts";
import { addNote, matterNamed, toldOf } from "../store/matters.ts";
import { conversationOf } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import { record } from "../store/trail.ts";
import { whoIsAt } from "./desk-me.ts";

/** A villager's number on the desk: what is shown, and that it was, are one transaction. */
export function deskPhone({ db, cipher }: Store, clock: Clock, ids: Ids): Pick<DeskDoor, "phone"> {
  return {
    phone: (chat, number, look) =>
      db.transaction(async (trx) => {
        const at = clock.now();
        const me = await whoIsAt(trx, cipher, chat, at);
        const conversation = me && (await conversationOf(trx, cipher, "web", chat));
        if (!me || conversation === null) return null;
        const it = await matterNamed(trx, number);
        if (!it || !mayUnmask(me, it)) return "none";
        if (await mustStepUp(trx, { person: me.id, conversation }, at)) return "step-up";
        return look === null ? { me, number, phone: null } : lookAt(trx, it, me, look, at);
      }),
  };

  async function lookAt(
    trx: Transaction,
    { id, number }: Matter,
    me: Staff,
    { reason, words }: Look,
    at: number,
  ): Promise<DeskPhone> {
    const phone = (await toldOf(trx, cipher, id))?.phone ?? null;
    if (phone === null) return { me, number, phone };
    await record(trx, [{ at, actor: me.id, act: `unmask ${reason}`, subject: `matter ${id}` }]);
    // The trail holds kinds alone: what somebody wrote stands among the notes, sealed.
    const note = { id: ids.next(), matter: id, person: me.id, at };
    if (words !== "") await addNote(trx, cipher, { ...note, text: phoneTexts.noted(words) });
    return { me, number, phone };
  }
}
