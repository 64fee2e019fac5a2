/**
 * What Alt + Shift and a letter ask for in an article: three that lead around, and what is of the voice. A string of letters names the key of
 * each, in this order.
 */
export const ARTICLE_ACTIONS = ["contents", "find", "where", "keys", "listen", "play", "sentence"] as const;
export type ArticleAction = (typeof ARTICLE_ACTIONS)[number];

export const USUAL_LETTERS = "cfwklps";

/**
 * All the letters that Orca has no list for. The others it takes for itself while it browses a page, with Alt and Shift, and no page
 * hears of them (https://gitlab.gnome.org/GNOME/orca/-/blob/main/src/orca/structural_navigator.py).
 */
export const LETTERS_BESIDE_ORCA = "dywznjs";

/** What is used of a `KeyboardEvent`. */
export interface Lettered {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The letter of a key in lower case; nothing for a key without one. With Option a Mac types other signs, and
 * where letters are not Latin the key's place on the keyboard counts.
 */
export function letterOf({ key, code }: Pick<Lettered, "key" | "code">): string {
  return (/^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? "")).toLowerCase();
}

/** What a key asks for, by the reader's own letters, or by the usual ones where there are none. */
export function articleActionOf(pressed: Lettered, letters: string | undefined): ArticleAction | undefined {
  // A list: every text has the letter in it that a key without one has, which is none.
  const index = [...(letters || USUAL_LETTERS)].indexOf(letterOf(pressed));
  return pressed.altKey && pressed.shiftKey ? ARTICLE_ACTIONS[index] : undefined;
}

/** The letters with another one for one action. */
export function withLetter(letters: string, action: ArticleAction, letter: string): string {
  return ARTICLE_ACTIONS.map((each, index) => (each === action ? letter : letters[index])).join("");
}
