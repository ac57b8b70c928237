/**
 * Buttons that copy the text of the field that they name. They are there only with a script: without
 * one the text is chosen by hand.
 */
export function copying(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const field = page.getElementById(button.dataset["copy"] ?? "");
    if (!(field instanceof HTMLTextAreaElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => void copy(field, button));
  }
}

async function copy(field: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  field.select();
  try {
    // Over plain http there is no clipboard: what is chosen is copied by hand.
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset["done"] ?? "";
  } catch {
    button.textContent = button.dataset["byHand"] ?? "";
  }
}
