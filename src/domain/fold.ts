/**
 * Text as it is compared when something is looked for: without regard to case, accents, the width and form of letters, how quotation
 * marks and hyphens are drawn, and how much white space stands between words.
 */

/** A folded text, and where each of its UTF-16 units comes from. */
export interface Folded {
  text: string;
  /** UTF-16 offsets into the source: unit `i` stands for `starts[i]` to `ends[i]`, exclusive. Units of one source character share both. */
  starts: readonly number[];
  ends: readonly number[];
}

/** Signs that are typed as another one, by what they are typed as. */
const TYPED_AS: readonly [RegExp, string][] = [
  [/['’‘‚‛ʼʻ′‵`´‹›]/u, "'"],
  [/["“”„‟«»″‶]/u, '"'],
  [/[-‐‑‒–—―−]/u, "-"],
  [/[øØ]/u, "o"],
  [/[łŁ]/u, "l"],
  [/[đĐð]/u, "d"],
  [/[æÆ]/u, "ae"],
  [/[œŒ]/u, "oe"],
];

/**
 * Accents and vowel points that a reader may leave out. Vowel signs of the scripts of India and of Thai are letters, and か is
 * not が: those stay. https://www.unicode.org/reports/tr10/#Searching
 */
const ACCENTS = /(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Hebrew}]/u;

/** Nothing to see: soft hyphens, joiners, marks of direction. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;

const cache = new Map<string, string>();

/** One character as it is compared: "" where it does not count, " " for any white space. */
function foldCharacter(character: string): string {
  let folded = cache.get(character);
  if (folded !== undefined) return folded;
  const typed = TYPED_AS.find(([signs]) => signs.test(character))?.[1];
  if (typed !== undefined) folded = typed;
  else if (UNSEEN.test(character)) folded = "";
  else {
    folded = "";
    // Upper case first: ß is SS there, and the two kinds of a Greek small sigma are one.
    for (const part of character.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD")) {
      if (/\p{M}/u.test(part) && ACCENTS.test(part)) continue;
      folded += /\s/u.test(part) ? " " : part;
    }
    if (/^ +$/.test(folded)) folded = " ";
  }
  cache.set(character, folded);
  return folded;
}

/** Folds a text and remembers where everything was. A run of white space becomes one space. */
export function fold(source: string): Folded {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of source) {
    const start = at;
    at += character.length;
    const folded = foldCharacter(character);
    if (folded === "" || (folded === " " && text.endsWith(" "))) {
      // Belongs to what is before it: an accent of its own code point is part of its letter.
      if (ends.length > 0) for (let i = ends.length - 1; i >= 0 && starts[i] === starts.at(-1); i--) ends[i] = at;
      continue;
    }
    text += folded;
    for (let i = 0; i < folded.length; i++) {
      starts.push(start);
      ends.push(at);
    }
  }
  return { text, starts, ends };
}
