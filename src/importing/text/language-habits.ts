/**
 * What tells languages that share a script: small words, endings (with a hyphen), and the letters beyond the common ones that a language
 * uses. Written by hand for running text; names and terms say nothing about a language.
 */
export interface Habits {
  /** Small words in lower case, and endings such as `-ung`. */
  words: string;
  /** Letters that not all languages of the script have. */
  letters: string;
}
