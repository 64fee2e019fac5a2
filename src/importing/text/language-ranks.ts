import type { Habits } from "./language-habits.ts";
import { LATIN } from "./words-latin.ts";
import { CYRILLIC, DEVANAGARI } from "./words-other-scripts.ts";
import { normalForm } from "../normal-form.ts";

/** Scripts whose languages are told apart by their habits. */
export type HabitScript = "Latn" | "Cyrl" | "Deva";

/**
 * The languages of a script, best first, by how much in the text speaks for each. What fewer languages have weighs more; a letter that a
 * language does not have weighs against it. Endings alone speak for none. The scores grow with the length of the text.
 */
export function rankLanguages(text: string, script: HabitScript): { language: string; score: number }[] {
  const { languages, words, endings, letters } = modelOf(script);
  const scores = languages.map(() => 0);
  const known = languages.map(() => false);
  const many = languages.length + 1;
  const add = (to: readonly number[] | undefined, weight: number) => {
    if (to) for (const language of to) scores[language]! += weight * Math.log(many / to.length);
  };
  const tokens = normalForm(text.toLowerCase(), "NFC").match(/\p{L}[\p{L}\p{M}]*['’]?/gu);
  for (const token of tokens ?? []) {
    const word = token.replace("’", "'");
    const bare = word.replace(/'$/, "");
    const small = words.get(word) ?? words.get(bare);
    add(small, 1);
    for (const language of small ?? []) known[language] = true;
    for (let size = 2; size <= 6 && size < bare.length - 1; size++) add(endings.get(bare.slice(-size)), 0.35);
    for (const letter of bare.match(/[^\0-\x7F]/gu) ?? []) {
      const has = letters.get(letter);
      if (has) {
        add(has, 0.4);
        for (const language of has) known[language] = true;
        scores.forEach((_, language) => {
          if (!has.includes(language)) scores[language]! -= 0.6;
        });
      }
    }
  }
  return languages
    .map((language, index) => ({ language, score: known[index] ? scores[index]! : 0 }))
    .sort((a, b) => b.score - a.score);
}

interface Model {
  languages: string[];
  words: Map<string, number[]>;
  endings: Map<string, number[]>;
  letters: Map<string, number[]>;
}

const models = new Map<HabitScript, Model>();

function modelOf(script: HabitScript): Model {
  let model = models.get(script);
  if (!model) {
    model = build({ Latn: LATIN, Cyrl: CYRILLIC, Deva: DEVANAGARI }[script]);
    models.set(script, model);
  }
  return model;
}

function build(habits: Readonly<Record<string, Habits>>): Model {
  const languages = Object.keys(habits);
  const model: Model = { languages, words: new Map(), endings: new Map(), letters: new Map() };
  const put = (map: Map<string, number[]>, key: string, language: number) => {
    const has = map.get(key);
    if (!has) map.set(key, [language]);
    else if (!has.includes(language)) has.push(language);
  };
  Object.values(habits).forEach(({ words, letters }, language) => {
    for (const word of words.split(" ")) {
      if (word.startsWith("-")) put(model.endings, word.slice(1), language);
      else put(model.words, word, language);
    }
    for (const letter of letters) put(model.letters, letter, language);
  });
  return model;
}
