import { Secret, TOTP } from "otpauth";

/** Unit: s. Source: RFC 6238, and what every authenticator on a phone takes. */
const period = 30;
/** A phone's clock may be off by so many periods. */
const drift = 1;
/** Unit: bytes. Source: RFC 4226, section 4. */
const secretBytes = 20;

/** A secret in Base32 that nobody can guess. */
export function newSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** What a phone's authenticator reads from a QR code. */
export function addressOf(secret: string, { station, name }: { station: string; name: string }) {
  return totp(secret, station, name).toString();
}

/**
 * The period (30 s since 1970) for which this code is right; null where it is not right now.
 * @param at ms since 1970
 */
export function stepOf(secret: string, code: string, at: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(secret).validate({ token: code, timestamp: at, window: drift });
  return delta === null ? null : TOTP.counter({ period, timestamp: at }) + delta;
}

function totp(secret: string, issuer = "", label = ""): TOTP {
  return new TOTP({ issuer, label, algorithm: "SHA1", digits: 6, period, secret });
}
