import type { DeskMatter } from "../domain/desk-view.ts";
import type { FileStage, MatterPicture } from "../domain/kept-file.ts";
import { mayShowAfter } from "../domain/rights.ts";
import { afterTexts as words } from "../texts/zh-cn/hazard-after.ts";
import { Beside } from "./page/beside.tsx";
import type { Proof } from "./page/say.tsx";

/** A hazard as it was found, and beside it as it is now. */
export function Pictures({ shown, proof }: { shown: DeskMatter; proof: Proof }) {
  const { matter, me, pictures } = shown;
  const mayAdd = mayShowAfter(me, matter);
  if (pictures.length === 0 && !mayAdd) return null;
  return (
    <>
      <h2>{words.title}</h2>
      <div class="pictures">
        {(["before", "after"] as const).map((stage) => (
          <Stage key={stage} stage={stage} all={pictures} />
        ))}
      </div>
      {mayAdd && <AfterForm number={matter.number} proof={proof} />}
    </>
  );
}

function Stage({ stage, all }: { stage: FileStage; all: MatterPicture[] }) {
  const pictures = all.filter((one) => one.stage === stage);
  return (
    <section>
      <h3>{words.stages[stage]}</h3>
      {pictures.length === 0 && <p>{words.none[stage]}</p>}
      {pictures.map((one) => (
        <figure key={one.id}>
          {one.isHere ? <Beside file={one} /> : <p>{words.coming}</p>}
          <figcaption>{words.on(one.at)}</figcaption>
        </figure>
      ))}
    </section>
  );
}

function AfterForm({ number, proof }: { number: string; proof: Proof }) {
  return (
    <form
      class="file-form no-print"
      method="post"
      enctype="multipart/form-data"
      action={`/say-file?token=${proof.token}`}
    >
      <input type="hidden" name="nonce" value={proof.nonce} />
      <input type="hidden" name="text" value={words.caption(number)} />
      <label>
        {words.choose}
        <input type="file" name="file" accept="image/*" required />
      </label>
      <button>{words.send}</button>
    </form>
  );
}
