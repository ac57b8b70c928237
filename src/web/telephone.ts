/** The address that makes a phone call this number; only digits and a plus get into it. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, "")}`;
}
