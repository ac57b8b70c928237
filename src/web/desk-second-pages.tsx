import type { NewSecret, SecondFactor } from "../domain/desk-door.ts";
import { deskPageTexts } from "../texts/zh-cn/desk-page.ts";
import { secondTexts as words } from "../texts/zh-cn/desk-door.ts";
import { Back } from "./desk-office.tsx";
import { Qr } from "./qr.tsx";

/** Fewer recovery codes than this are few. */
const few = 3;

interface FormProps {
  token: string;
  /** What was wrong with the last try. */
  problem: string | null;
}

/** Asks for the code, at sign-in or again before something sensitive. */
export function CodePage(props: FormProps & { isAgain: boolean; back: string }) {
  const { token, problem, isAgain, back } = props;
  return (
    <div class="text desk">
      {isAgain && <Back />}
      <h1>{words.title}</h1>
      {isAgain && <p>{words.askAgain}</p>}
      <p>{words.ask}</p>
      <Problem says={problem} />
      <form class="fields" method="post" action={`/desk/second?token=${token}`}>
        <input type="hidden" name="back" value={back} />
        <CodeField label={words.codeOrRecovery} longest={20} />
        <button class="main">{words.go}</button>
      </form>
      <p>{words.lost}</p>
      {!isAgain && <SignOut token={token} />}
    </div>
  );
}

/** A secret for the phone, and a field for the proof that the phone has it. */
export function EnrolPage(
  props: FormProps & { shown: SecondFactor; fresh: NewSecret; back: string },
) {
  const { token, problem, shown, fresh, back } = props;
  const { secret, address, sealed } = fresh;
  return (
    <div class="text desk">
      {shown.standing === "open" && <Back />}
      <h1>{words.title}</h1>
      <p>
        {words.hello(shown.name)}
        {shown.standing === "enrol" ? words.must : words.why}
      </p>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Qr content={address} label={words.qr} />
      <p>{words.byHand}</p>
      <p class="secret">{(secret.match(/.{1,4}/g) ?? []).join(" ")}</p>
      <p>{words.keep}</p>
      <Problem says={problem} />
      <form class="fields" method="post" action={`/desk/second/on?token=${token}`}>
        <input type="hidden" name="sealed" value={sealed} />
        <input type="hidden" name="back" value={back} />
        <CodeField label={words.code} longest={10} />
        <button class="main">{words.turnOn}</button>
      </form>
      {shown.standing === "enrol" && <SignOut token={token} />}
    </div>
  );
}

/** Shown once, right after it was turned on. */
export function RecoveryPage({ codes, back }: { codes: string[]; back: string }) {
  return (
    <div class="text desk">
      <h1>{words.codesTitle}</h1>
      <p>{words.codesLead}</p>
      <ol class="codes">
        {codes.map((code) => (
          <li key={code}>{(code.match(/.{1,4}/g) ?? []).join(" ")}</li>
        ))}
      </ol>
      <p class="no-print">
        <a class="button main" href={back}>
          {words.codesDone}
        </a>
      </p>
    </div>
  );
}

export function IsOnPage({ codesLeft }: { codesLeft: number }) {
  return (
    <div class="text desk">
      <Back />
      <h1>{words.title}</h1>
      <p>{words.isOn(codesLeft)}</p>
      {codesLeft < few && <p>{words.fewLeft}</p>}
      <p>{words.lost}</p>
    </div>
  );
}

function Problem({ says }: { says: string | null }) {
  if (says === null) return null;
  return (
    <p class="problem" role="alert">
      {says}
    </p>
  );
}

function CodeField({ label, longest }: { label: string; longest: number }) {
  return (
    <p>
      <label for="code">{label}</label>
      <input
        id="code"
        name="code"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={longest}
        required
      />
    </p>
  );
}

function SignOut({ token }: { token: string }) {
  return (
    <form method="post" action={`/desk/out?token=${token}`}>
      <button>{deskPageTexts.signOut.button}</button>
    </form>
  );
}
