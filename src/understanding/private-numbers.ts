/** Whether 17 digits and a check digit obey GB 11643 (ISO 7064 MOD 11-2). `number` is 18 characters. */
export function hasIdCheckDigit(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(number.charAt(i)) * (2 ** (17 - i) % 11);
  return "10X98765432".charAt(sum % 11) === number.charAt(17);
}

const born = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
const bornOldForm = /^[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;

/** An ID number of either form, also with a wrong check digit: a slip is as private. */
export function looksLikeId(number: string): boolean {
  return hasIdCheckDigit(number) || born.test(number) || bornOldForm.test(number);
}

/** Luhn's rule (ISO/IEC 7812). */
export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number.charAt(number.length - 1 - i));
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** 13 to 19 digits that obey Luhn's rule or start as UnionPay cards do (62). */
export function looksLikeCard(number: string): boolean {
  return /^\d{13,19}$/.test(number) && (number.startsWith("62") || passesLuhn(number));
}

/** The mobile number in 11 digits, or null: also with the country's code before it. */
export function mobileIn(number: string): string | null {
  return /^(?:0{0,2}86)?(1[3-9]\d{9})$/.exec(number)?.[1] ?? null;
}

const serviceNumbers = new Set(
  "110 119 120 122 114 12110 12119 12122 12123 12305 12309 12315 12318 12320 12328 12329 12333 12337 12338 12345 12348 12350 12355 12356 12363 12366 12367 12368 12369 12371 12378 12380 12381 12385 12386 12388 12389 12393 12396 95188 95516 95517 95518 95519 95511 95533 95555 95559 95566 95588 95595 95598 95599 95580 95568 95577 95561 96110 96119 96518 10000 10010 10086 10099 12306 11185 11183".split(
    " ",
  ),
);

/** A number that is anybody's: a hotline, a day (20261124), a year, a time. */
export function isPublic(number: string): boolean {
  return (
    serviceNumbers.has(number) ||
    /^(?:19|20)\d\d$/.test(number) ||
    /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(number)
  );
}
