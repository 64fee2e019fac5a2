/** A script by its ISO 15924 name where several languages share it, else the one language that is written in it. */
export type Script = "Latn" | "Cyrl" | "Arab" | "Hebr" | "Deva" | "Beng" | "Hani" | (typeof ALONE)[number][1];

const NOT_LATIN = /[^\p{Script=Latin}]+/gu;
const LATIN_AND_COMMON = /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+/gu;

const SHARED = [
  [/\p{Script=Cyrillic}/gu, "Cyrl"],
  [/\p{Script=Arabic}/gu, "Arab"],
  [/\p{Script=Hebrew}/gu, "Hebr"],
  [/\p{Script=Devanagari}/gu, "Deva"],
  [/\p{Script=Bengali}/gu, "Beng"],
  [/\p{Script=Han}/gu, "Hani"],
] as const;

const ALONE = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Lao}/gu, "lo"],
  [/\p{Script=Khmer}/gu, "km"],
  [/\p{Script=Myanmar}/gu, "my"],
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Tamil}/gu, "ta"],
  [/\p{Script=Telugu}/gu, "te"],
  [/\p{Script=Kannada}/gu, "kn"],
  [/\p{Script=Malayalam}/gu, "ml"],
  [/\p{Script=Gujarati}/gu, "gu"],
  [/\p{Script=Gurmukhi}/gu, "pa"],
  [/\p{Script=Oriya}/gu, "or"],
  [/\p{Script=Sinhala}/gu, "si"],
  [/\p{Script=Ethiopic}/gu, "am"],
  [/\p{Script=Tibetan}/gu, "bo"],
  [/\p{Script=Thaana}/gu, "dv"],
] as const;

/** How many letters in other scripts one of these is worth: a syllable or a word each, while Latin names stand among them. */
const WEIGHT: Readonly<Record<string, number>> = { Hani: 3, ja: 3, ko: 2.5 };

/** Fewer letters say nothing. */
const TOO_FEW = 2;
const ENOUGH_LATIN = /\p{Script=Latin}[^]*?\p{Script=Latin}/u;

/** The script that most of a text is in; undefined where there are hardly letters. Kana among Chinese characters make the text Japanese. */
export function scriptOf(text: string): Script | undefined {
  // Asked for the language and then for the direction of the same text.
  if (text !== last.text) last = { text, script: mostlyIn(text) };
  return last.script;
}

let last: { text: string; script: Script | undefined } = { text: "", script: undefined };

function mostlyIn(text: string): Script | undefined {
  // Most texts are in Latin letters, and then there is hardly anything to look through two dozen times.
  const others = text.replace(LATIN_AND_COMMON, "");
  if (others === "") return ENOUGH_LATIN.test(text) ? "Latn" : undefined;
  const count = (letters: RegExp) => others.match(letters)?.length ?? 0;
  let best: Script | undefined = "Latn";
  let most = text.replace(NOT_LATIN, "").length;
  let han = 0;
  let kana = 0;
  for (const [letters, script] of [...SHARED, ...ALONE]) {
    const found = count(letters);
    if (found === 0) continue;
    if (script === "Hani") han = found;
    if (script === "ja") kana = found;
    const weight = found * (WEIGHT[script] ?? 1);
    if (weight > most) [best, most] = [script, weight];
  }
  // Half a Japanese text and more are kana, a headline has fewer; a Chinese one has at most the odd の.
  if (best === "Hani" && kana > han / 12 && kana > 1) return "ja";
  return most < TOO_FEW ? undefined : best;
}

/** The first part of a tag: `pt` of `pt-BR`. */
export function primaryLanguage(tag: string): string {
  return tag.split("-", 1)[0]!.toLowerCase();
}
