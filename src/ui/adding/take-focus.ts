/** Focuses a field after its form has done something that took time, unless the reader has gone on to something else meanwhile. */
export function takeFocus(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  const { activeElement } = document;
  if (activeElement === document.body || field?.form?.contains(activeElement)) field?.focus();
}
