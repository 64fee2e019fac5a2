/** Other letters for the keys in an article: apart from `article-keys.ts`, which every article is opened with. */
import { ARTICLE_ACTIONS, type ArticleAction } from "./article-keys.ts";

/**
 * All the letters that Orca has no list for. The others it takes for itself while it browses a page, with Alt and Shift, and no page
 * hears of them (https://gitlab.gnome.org/GNOME/orca/-/blob/main/src/orca/structural_navigator.py).
 */
export const LETTERS_BESIDE_ORCA = "dywznjs";

/** The letters with another one for one action. */
export function withLetter(letters: string, action: ArticleAction, letter: string): string {
  return ARTICLE_ACTIONS.map((each, index) => (each === action ? letter : letters[index])).join("");
}
