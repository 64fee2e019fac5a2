/** What the one polite live region says. */
export interface Announcer {
  /** Says a sentence once, without moving focus. The same sentence may be said again. `lang`: BCP 47, if not the app's own. */
  say(text: string, lang?: string): void;
}

/**
 * Speaks through the permanent `role=status` element. The text comes a moment later than the change it tells of, because a
 * screen reader that is reading out a newly focused heading drops what arrives at the same time, and is cleared
 * afterwards, so that the same words are a change again.
 */
export function createAnnouncer(region: HTMLElement): Announcer {
  const own = region.lang;
  let writing = 0;
  let clearing = 0;
  return {
    say(text, lang = own) {
      clearTimeout(writing);
      clearTimeout(clearing);
      writing = setTimeout(() => {
        region.lang = lang;
        region.textContent = text;
        clearing = setTimeout(() => (region.textContent = ""), 3000);
      }, 150);
    },
  };
}
