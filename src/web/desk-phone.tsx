import type { Context, Hono } from "hono";
import { z } from "zod";
import type { DeskPhone } from "../domain/desk-door.ts";
import { phoneTexts as words } from "../texts/zh-cn/desk-door.ts";
import { deskPageTexts } from "../texts/zh-cn/desk-page.ts";
import { stepUp, turnedAway } from "./desk-door.tsx";
import { fieldsOf } from "./desk-second.tsx";
import { problemPage } from "./problem-page.tsx";
import type { Site } from "./site.ts";
import { telephone } from "./telephone.ts";

const reasons = ["call-back", "verify", "danger", "other"] as const;
const form = z
  .object({ reason: z.enum(reasons), words: z.string().trim().max(200).default("") })
  .refine(({ reason, words: said }) => reason !== "other" || said !== "");
const numberShape = /^\d{6}$/;

/** A villager's number: a reason first, then the number, and never a copy of it kept by the browser. */
export function deskPhoneRoutes(app: Hono, site: Site): void {
  const { desk } = site;
  if (!desk) return;

  app.get("/desk/:number/phone", (c) => ask(c, null));

  app.post("/desk/:number/phone", async (c) => {
    const look = form.safeParse(await fieldsOf(c));
    if (!look.success) return ask(c, words.needsReason);
    return answer(c, look.data, ({ number, phone }) =>
      site.page(c, {
        title: words.phone(number),
        body: <PhonePage {...{ number, phone }} />,
      }),
    );
  });

  function ask(c: Context, problem: string | null): Promise<Response> {
    return answer(c, null, ({ number }, token) =>
      site.page(c, {
        title: words.title(number),
        body: <AskPage {...{ number, token, problem }} />,
        status: problem === null ? 200 : 400,
      }),
    );
  }

  async function answer(
    c: Context,
    look: z.infer<typeof form> | null,
    show: (found: DeskPhone, token: string) => Response,
  ): Promise<Response> {
    const session = await site.sessions.read(c);
    const number = c.req.param("number") ?? "";
    const found =
      session === null || !numberShape.test(number)
        ? null
        : await desk!.phone(session, number, look);
    if (session === null || found === null) return turnedAway(c, site);
    if (found === "none")
      return problemPage(c, site, {
        ...{ sentence: deskPageTexts.noMatter, title: deskPageTexts.noMatterTitle, status: 404 },
      });
    if (found === "step-up") return stepUp(c);
    return show(found, site.sessions.formToken(session));
  }
}

function AskPage(props: { number: string; token: string; problem: string | null }) {
  const { number, token, problem } = props;
  return (
    <div class="text desk">
      <BackToMatter number={number} />
      <h1>{words.title(number)}</h1>
      <p>{words.lead}</p>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form class="fields" method="post" action={`/desk/${number}/phone?token=${token}`}>
        <fieldset>
          <legend>{words.legend}</legend>
          {reasons.map((reason) => (
            <label key={reason} class="pick">
              <input type="radio" name="reason" value={reason} required /> {words.reasons[reason]}
            </label>
          ))}
        </fieldset>
        <p>
          <label for="words">{words.words}</label>
          <input id="words" name="words" maxLength={200} autocomplete="off" />
        </p>
        <button class="main">{words.button}</button>
      </form>
    </div>
  );
}

function PhonePage({ number, phone }: { number: string; phone: string | null }) {
  return (
    <div class="text desk">
      <BackToMatter number={number} />
      <h1>{words.phone(number)}</h1>
      {phone === null ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p class="secret">{phone}</p>
          <p>
            <a class="button main" href={telephone(phone)}>
              {words.call}
            </a>
          </p>
          <p>{words.traced}</p>
        </>
      )}
    </div>
  );
}

function BackToMatter({ number }: { number: string }) {
  return (
    <p class="no-print">
      <a class="button" href={`/desk/${number}`}>
        {words.backToMatter}
      </a>
    </p>
  );
}
