import { dutch, german, swedish } from "./germanic.ts";
import { learnHabits } from "./habits.ts";
import { french, italian, portuguese, spanish } from "./romance.ts";
import { arabic, hebrew } from "./semitic.ts";
import { polish, russian, ukrainian } from "./slavic.ts";

/** Every language but English. A language is added by writing its habits down and naming them here. */
learnHabits({
  ar: arabic,
  de: german,
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
});
