/** What a form of the desk must carry to be taken as the officer's own words. */
export interface Proof {
  token: string;
  nonce: string;
}

interface SayProps {
  proof: Proof;
  text: string;
  label: string;
  /** The step that is most likely the next one. */
  isMain?: boolean;
  /** The key `t` presses it. */
  takes?: boolean;
}

/** A step is said in the officer's own conversation, as if they had typed it. */
export function Say({ proof, text, label, isMain = false, takes = false }: SayProps) {
  return (
    <form method="post" action={`/say?token=${proof.token}`}>
      <input type="hidden" name="nonce" value={proof.nonce} />
      <input type="hidden" name="text" value={text} />
      <button class={isMain ? "main" : undefined} data-take={takes ? "" : undefined}>
        {label}
      </button>
    </form>
  );
}
