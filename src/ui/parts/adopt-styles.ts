const adopted = new Set<string>();

/** Adds the styles of a part of the app to the page, once: they come with its code, so that no first visit waits for them. */
export function adoptStyles(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
