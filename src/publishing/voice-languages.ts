/**
 * The languages that espeak-ng reads well enough to be listened to: it has a dictionary for them, and says a plain sentence of
 * theirs word by word (`voice-languages.test.ts` has one for each). Left out although it lists them: Japanese (it spells out every
 * kanji), Hebrew (it says no vowels where none are written), Thai and Burmese (it does not find the words), Maltese (it spells letters);
 * and what has no dictionary to speak of.
 */
export interface OfferedVoice {
  /** BCP 47, with the region where espeak-ng speaks the language of one. */
  lang: string;
  /** What espeak-ng calls it: the path of its file. Its names by language are not all found (`en-gb`, `fr-fr`). */
  voice: string;
  /** The name of its dictionary, which is the pack that it needs. */
  dictionary: string;
}

const VOICES: Readonly<Record<string, string>> = {
  af: "gmw/af",
  am: "sem/am",
  ar: "sem/ar",
  az: "trk/az",
  be: "zle/be",
  bg: "zls/bg",
  bn: "inc/bn",
  bs: "zls/bs",
  ca: "roa/ca",
  cs: "zlw/cs",
  cy: "cel/cy",
  da: "gmq/da",
  de: "gmw/de",
  el: "grk/el",
  "en-GB": "gmw/en",
  "en-US": "gmw/en-US",
  eo: "art/eo",
  "es-ES": "roa/es",
  "es-419": "roa/es-419",
  et: "urj/et",
  eu: "eu",
  fa: "ira/fa",
  fi: "urj/fi",
  "fr-FR": "roa/fr",
  "fr-BE": "roa/fr-BE",
  "fr-CH": "roa/fr-CH",
  ga: "cel/ga",
  gu: "inc/gu",
  hi: "inc/hi",
  hr: "zls/hr",
  hu: "urj/hu",
  hy: "ine/hy",
  id: "poz/id",
  is: "gmq/is",
  it: "roa/it",
  ka: "ccs/ka",
  kk: "trk/kk",
  kn: "dra/kn",
  ko: "ko",
  ky: "trk/ky",
  la: "itc/la",
  lt: "bat/lt",
  lv: "bat/lv",
  mk: "zls/mk",
  ml: "dra/ml",
  mr: "inc/mr",
  ms: "poz/ms",
  nb: "gmq/nb",
  ne: "inc/ne",
  nl: "gmw/nl",
  or: "inc/or",
  pa: "inc/pa",
  pl: "zlw/pl",
  "pt-PT": "roa/pt",
  "pt-BR": "roa/pt-BR",
  ro: "roa/ro",
  ru: "zle/ru",
  si: "inc/si",
  sk: "zlw/sk",
  sl: "zls/sl",
  sq: "ine/sq",
  sr: "zls/sr",
  sv: "gmq/sv",
  sw: "bnt/sw",
  ta: "dra/ta",
  te: "dra/te",
  tr: "trk/tr",
  uk: "zle/uk",
  ur: "inc/ur",
  uz: "trk/uz",
  vi: "aav/vi",
  yue: "sit/yue",
  "zh-CN": "sit/cmn",
};

/** Where the dictionary is not called what the language is. */
const DICTIONARIES: Readonly<Record<string, string>> = { nb: "no", zh: "cmn" };

export const OFFERED_VOICES: readonly OfferedVoice[] = Object.entries(VOICES).map(([lang, voice]) => {
  const language = lang.split("-", 1)[0]!;
  return { lang, voice, dictionary: DICTIONARIES[language] ?? language };
});
