/**
 * What a language writes with a full stop that need not end a sentence. Words are separated by spaces and written without their
 * last full stop, inner spaces left out (`z. B.` is `z.b`). A word in lower case stands for every case, one with a capital only for
 * itself. Up to three letters before a number ("No. 5", "Jan. 7") need no entry. Most of these are among the suppressions of Unicode CLDR
 * (https://cldr.unicode.org, `segments/<lang>/suppressions`).
 */
export interface WrittenHabits {
  /** Followed by what they introduce: never the end of a sentence. */
  introducing: string;
  /** Can end a sentence. They do where one of the `starters` follows: "etc. The", but "etc. 12", "Inc. Magazine". */
  open: string;
  /** Words whose capital says that a sentence begins, because they have none in the middle of one. */
  starters: string;
  /** "12. Juni": a small number with a full stop is an ordinal, unless a starter follows. */
  ordinals?: true;
}

/** The same, ready for asking. */
export interface Habits {
  introducing: ReadonlySet<string>;
  open: ReadonlySet<string>;
  starters: ReadonlySet<string>;
  ordinals: boolean;
}

/** What any text may contain, whatever its language: names in it come from elsewhere. */
const ANYWHERE: WrittenHabits = {
  introducing: "mr mrs ms dr prof st vs cf",
  open: "figs vols etc inc ltd co corp jr sr ph.d",
  starters: "",
};

const written: Record<string, WrittenHabits> = {};
const prepared = new Map<string, Habits>();

/**
 * Teaches habits, by primary language subtag. English is known from the start; the rest is `other-languages.ts`, which loads
 * with what reads aloud, so that the reader's first load stays small.
 */
export function learnHabits(habits: Readonly<Record<string, WrittenHabits>>): void {
  Object.assign(written, habits);
  prepared.clear();
}

/** The habits of a language by its primary subtag ("en"); the few that are common everywhere for one that is not known. */
export function habitsOf(language: string): Habits {
  let habits = prepared.get(language);
  if (!habits)
    prepared.set(language, (habits = prepare(Object.hasOwn(written, language) ? written[language]! : ANYWHERE)));
  return habits;
}

function prepare(own: WrittenHabits): Habits {
  return {
    introducing: set(own.introducing, ANYWHERE.introducing),
    open: set(own.open, ANYWHERE.open),
    starters: set(own.starters),
    ordinals: own.ordinals === true,
  };
}

function set(...words: string[]): ReadonlySet<string> {
  return new Set(words.join(" ").match(/\S+/g));
}
