import { describe, expect, it } from "vitest";
import {
  dropFile,
  dueFiles,
  fetchLater,
  fetchedFor,
  fileBody,
  fileCame,
  giveToMatter,
  handleOf,
  keepFile,
  keptFile,
  nextFetch,
  picturesOf,
  wantFile,
} from "../../src/store/files.ts";
import { keep } from "../../src/store/keeping.ts";
import { jpeg } from "../support/media-samples.ts";
import { acceptInto, counting, letter, openedStore } from "../support/opened-store.ts";

/** A store with two people, of whom the first has a hazard. */
async function two() {
  const store = await openedStore();
  const { db, cipher } = store;
  const taken = await acceptInto(
    store,
    [letter({ chat: "li", key: "a" }), letter({ chat: "wang", key: "b" })],
    counting(),
  );
  const [li, wang] = taken.map((it) => it!.conversation) as [string, string];
  await db.transaction((trx) =>
    keep(
      trx,
      cipher,
      { turn: "m1", conversation: li, at: 5 },
      { do: "open-matter", id: "m1", number: "100001", kind: "hazard", note: "桥", phone: null },
    ),
  );
  const photo = { kind: "photo", mime: "image/jpeg", bytes: jpeg } as const;
  const away = { kind: "photo", channel: "telegram", matter: "m1", at: 10 } as const;
  return {
    ...{ store, db, cipher, li, wang, photo },
    keeps: (conversation: string, name: string) =>
      db.transaction((trx) => keepFile(trx, cipher, { ...photo, conversation, name, at: 10 })),
    wants: (handle: string, stage: "before" | "after" | null = null) =>
      db.transaction((trx) => wantFile(trx, cipher, { ...away, conversation: li, handle, stage })),
  };
}

describe("a file", () => {
  it("is kept once by its name, and opens only where it was sealed", async () => {
    const { db, cipher, li, wang, keeps } = await two();
    const id = await keeps(li, "m-1");
    expect(await keeps(li, "m-1")).toBe(id);
    expect(await keeps(wang, "m-1")).not.toBe(id);
    const body = await fileBody(db, cipher, id);
    expect(Buffer.from(body!.bytes).equals(Buffer.from(jpeg))).toBe(true);
    const other = await keeps(li, "m-2");
    const { body: sealed } = (await db("files").where({ id }).first("body")) as { body: Buffer };
    await db("files").where({ id: other }).update({ body: sealed });
    expect(await fileBody(db, cipher, other)).toBeNull();
  });

  it("is given to a matter by nobody but its sender; nameless it leads back to nobody", async () => {
    const { db, li, wang, keeps } = await two();
    const id = await keeps(li, "m-1");
    const to = { matter: "m1", stage: "before", nameless: true } as const;
    await db.transaction((trx) => giveToMatter(trx, id, wang, to));
    expect(await keptFile(db, id)).toMatchObject({ matter: null, conversation: li });
    await db.transaction((trx) => giveToMatter(trx, id, li, to));
    expect(await db("files").where({ id }).first()).toMatchObject({
      ...{ matter: "m1", stage: "before", conversation: null, source: null },
    });
  });
});

describe("a file that is to be fetched", () => {
  it("is wanted once for a matter, and has its stage from whoever knows it", async () => {
    const { db, cipher, wants } = await two();
    const id = await wants("photo-1");
    expect(await wants("photo-1", "after")).toBe(id);
    expect(await wants("photo-2")).not.toBe(id);
    expect(await handleOf(db, cipher, id)).toEqual({ channel: "telegram", handle: "photo-1" });
    const pictures = await db.transaction((trx) => picturesOf(trx, "m1"));
    expect(pictures).toEqual([{ id, kind: "photo", stage: "after", at: 10, isHere: false }]);
  });

  it("is due until it has come, later after a failure, and gone once", async () => {
    const { db, cipher, li, photo, wants } = await two();
    const [one, other] = [await wants("photo-1"), await wants("photo-2")];
    const due = (at: number) => db.transaction((trx) => dueFiles(trx, at, 9));
    expect((await due(10)).toSorted()).toEqual([one, other].toSorted());
    expect(await due(9)).toEqual([]);
    await fileCame(db, cipher, one, photo);
    await fetchLater(db, other, 50);
    expect(await due(49)).toEqual([]);
    expect(await db.transaction(nextFetch)).toBe(50);
    expect(await keptFile(db, other)).toMatchObject({ tries: 1, isHere: false });
    expect(await db.transaction((trx) => fetchedFor(trx, cipher, "m1", "photo-1"))).toEqual({
      ...{ id: one, kind: "photo" },
    });
    expect(await handleOf(db, cipher, one)).toBeNull();
    const drop = () => db.transaction((trx) => dropFile(trx, other));
    expect([await drop(), await drop()]).toEqual([{ conversation: li, kind: "photo" }, null]);
  });
});
