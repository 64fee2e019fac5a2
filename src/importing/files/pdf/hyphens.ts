/** What a hyphen at a line's end is: a break of the word, or the hyphen of a compound. */

/** First parts that keep their hyphen in English, where nothing else in the text tells. */
const ENGLISH_PREFIXES =
  /^(self|ex|all|half|quasi|cross|well|ill|so|high|low|long|short|mid|non|much|ever|vice|co|e|x|t|u)$/i;

/** Words after a hyphen that stands for the rest of a word: "pre- and post-war", "Vor- und Nachteile". */
const SHARED_REST: Record<string, RegExp> = {
  en: /^(and|or|to|nor|but|versus|vs)\b/,
  de: /^(und|oder|bzw|sowie|bis|als|wie|noch)\b/,
  nl: /^(en|of)\b/,
  sv: /^(och|eller)\b/,
  da: /^(og|eller)\b/,
  nb: /^(og|eller)\b/,
};

/** Words as they stand inside the lines of a text, where no line break could have cut them. */
export type Words = ReadonlySet<string>;

/** `lines`: the text of each. */
export function wordsInside(lines: string[]): Words {
  const words = new Set<string>();
  for (const line of lines) {
    const inside = line.match(/[\p{L}\p{M}\p{N}]+(?:[-‐’'][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
    const isCut = /[-‐\u00ad]$/.test(line.trimEnd());
    for (const word of isCut ? inside.slice(0, -1) : inside) words.add(word.toLowerCase().replaceAll("‐", "-"));
  }
  return words;
}

/** What stands between two lines of a paragraph: joins them as `before + between + after` once `cut` characters are taken from `before`. */
export function joint(before: string, after: string, words: Words, lang: string): { cut: number; between: string } {
  const cutWord = /([\p{L}\p{M}\p{N}]*)([-‐\u00ad])$/u.exec(before);
  const [, first = "", hyphen = ""] = cutWord ?? [];
  const [rest = ""] = /^[\p{L}\p{M}\p{N}]*/u.exec(after) ?? [];
  if (hyphen === "\u00ad") return { cut: 1, between: "" };
  if (hyphen && first && rest) {
    if (SHARED_REST[lang.split("-", 1)[0]!]?.test(after)) return { cut: 0, between: " " };
    return { cut: isBreak(first, rest, words, lang, before) ? 1 : 0, between: "" };
  }
  return { cut: 0, between: hasNoBlank(before, after) ? "" : " " };
}

function isBreak(first: string, rest: string, words: Words, lang: string, before: string): boolean {
  const [compound, whole] = [`${first}-${rest}`.toLowerCase(), (first + rest).toLowerCase()];
  if (words.has(whole)) return true;
  if (words.has(compound)) return false;
  // A name, a number, an abbreviation: no word is broken into these.
  if (!/^\p{Ll}/u.test(rest) || /\p{N}$/u.test(first) || (/^\p{Lu}+$/u.test(first) && first.length > 1)) return false;
  // "state-of-the-": more hyphens in the word.
  if (new RegExp(`\\p{L}[-‐]${first}[-‐]$`, "u").test(before)) return false;
  return !(lang.startsWith("en") && ENGLISH_PREFIXES.test(first));
}

/** Between ideographs and kana a line break is nothing; nor after a dash or a slash that stands close. */
function hasNoBlank(before: string, after: string): boolean {
  return (NO_BLANK_END.test(before) && NO_BLANK_START.test(after)) || /[—/]$/.test(before) || /^[—]/.test(after);
}

const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uff65";
const NO_BLANK_END = new RegExp(`[${CJK}]$`, "u");
const NO_BLANK_START = new RegExp(`^[${CJK}]`, "u");
