import { english } from "./english.ts";
import { dutch, german, swedish } from "./germanic.ts";
import { type Habits, prepare, type WrittenHabits } from "./habits.ts";
import { french, italian, portuguese, spanish } from "./romance.ts";
import { arabic, hebrew } from "./semitic.ts";
import { polish, russian, ukrainian } from "./slavic.ts";

/** A language is added by writing its habits down and naming them here by its primary subtag. */
const WRITTEN: Readonly<Record<string, WrittenHabits>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  he: hebrew,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  sv: swedish,
  uk: ukrainian,
};

const prepared = new Map<string, Habits>();

/** The habits of a language by its primary subtag ("en"); the few that are common everywhere for one that is not listed. */
export function habitsOf(language: string): Habits {
  const key = Object.hasOwn(WRITTEN, language) ? language : "";
  let habits = prepared.get(key);
  if (!habits) prepared.set(key, (habits = prepare(WRITTEN[key])));
  return habits;
}
