import css from "./saving-audio.css?inline";

let adopted = false;

/** The styles of the sheet come with it: no first visit waits for them. */
export function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
