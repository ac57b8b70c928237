/** What a form of the desk must carry to be taken as the officer's own words. */
export interface Proof {
  token: string;
  nonce: string;
}

/** A step is said in the officer's own conversation, as if they had typed it. */
export function Say({ proof, text, label }: { proof: Proof; text: string; label: string }) {
  return (
    <form method="post" action={`/say?token=${proof.token}`}>
      <input type="hidden" name="nonce" value={proof.nonce} />
      <input type="hidden" name="text" value={text} />
      <button>{label}</button>
    </form>
  );
}
