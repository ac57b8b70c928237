import { TOTP } from "otpauth";
import type { visitor } from "./browserless.ts";

type Browser = ReturnType<typeof visitor>;

/** The code that a phone with this secret shows. Unit of `at`: ms since 1970. */
export function codeAt(secret: string, at: number): string {
  return new TOTP({ secret, algorithm: "SHA1", digits: 6, period: 30 }).generate({
    timestamp: at,
  });
}

/** The page of the second factor as somebody reads it who turns it on. */
export async function readSecret(browser: Browser) {
  const html = await browser.read("/desk/second");
  const secret = /class="secret">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(" ", "") ?? "";
  const sealed = /name="sealed" value="([^"]+)"/.exec(html)?.[1] ?? "";
  return { html, secret, sealed };
}

/** Turns the second factor on in this browser. Returns its secret and the recovery codes. */
export async function enrolled(browser: Browser, at: number) {
  const { secret, sealed } = await readSecret(browser);
  const page = await browser.form("/desk/second/on", { sealed, code: codeAt(secret, at) });
  const html = await page.text();
  const codes = [...html.matchAll(/<li>([\d ]+)<\/li>/g)].map(([, code]) => code!);
  return { secret, codes };
}
