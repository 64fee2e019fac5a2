/**
 * What a language writes with a full stop that need not end a sentence. Words are separated by spaces and written without their
 * last full stop, inner spaces left out (`z. B.` is `z.b`). A word in lower case stands for every case, one with a capital only for
 * itself. Most of these are among the suppressions of Unicode CLDR (https://cldr.unicode.org, `segments/<lang>/suppressions`).
 */
export interface WrittenHabits {
  /** Followed by what they introduce: never the end of a sentence. */
  introducing: string;
  /** Abbreviations only before a number ("No. 5"; "No. I will not."). */
  numbering: string;
  /** Can end a sentence. They do where one of the `starters` follows. */
  open: string;
  /** Words whose capital says that a sentence begins, because they have none in the middle of one. */
  starters: string;
  /** "12. Juni": a small number with a full stop is an ordinal, unless a starter follows. */
  ordinals?: true;
}

/** The same, ready for asking. */
export interface Habits {
  introducing: ReadonlySet<string>;
  numbering: ReadonlySet<string>;
  open: ReadonlySet<string>;
  starters: ReadonlySet<string>;
  ordinals: boolean;
}

/** What any text may contain, whatever its language: the names in it come from elsewhere. */
const ANYWHERE: WrittenHabits = {
  introducing: "mr mrs ms dr prof st vs cf",
  numbering: "no n° nº № n.º n.o p pp fig vol op",
  open: "etc inc ltd co corp jr sr ph.d",
  starters: "",
};

function set(...words: string[]): ReadonlySet<string> {
  return new Set(words.join(" ").split(" "));
}

export function prepare(own: WrittenHabits = ANYWHERE): Habits {
  return {
    introducing: set(own.introducing, ANYWHERE.introducing),
    numbering: set(own.numbering, ANYWHERE.numbering),
    open: set(own.open, ANYWHERE.open),
    starters: set(own.starters),
    ordinals: own.ordinals === true,
  };
}
