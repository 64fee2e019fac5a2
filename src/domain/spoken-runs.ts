/**
 * Where a sentence changes its language: by how its words are marked, and by the script they are written in, where that tells. A voice
 * reads what it has no letters for wrong, or passes over it without a word.
 */
import type { Inline } from "./article.ts";
import { OPENERS } from "./marks.ts";
import type { Span } from "./position.ts";
import { words } from "./segment.ts";
import { primaryLanguage } from "./segmenters.ts";
import { OBJECT_REPLACEMENT } from "./text.ts";

export interface LanguageRun {
  span: Span;
  /** BCP 47. */
  lang: string;
}

/** So few words in the script of the sentence are said by its own voice, marked or not: as people do who read aloud. */
const FEW_WORDS = 3;

/** Scripts that tell a language, with the one that most texts in them are in. ISO 15924, as `Intl.Locale` has them. */
const TELLING: Readonly<Record<string, string>> = {
  Arab: "ar",
  Armn: "hy",
  Beng: "bn",
  Cyrl: "ru",
  Deva: "hi",
  Ethi: "am",
  Geor: "ka",
  Grek: "el",
  Gujr: "gu",
  Guru: "pa",
  Hang: "ko",
  Hani: "zh",
  Hebr: "he",
  Hira: "ja",
  Kana: "ja",
  Khmr: "km",
  Knda: "kn",
  Laoo: "lo",
  Mlym: "ml",
  Mymr: "my",
  Orya: "or",
  Sinh: "si",
  Taml: "ta",
  Telu: "te",
  Thai: "th",
  Tibt: "bo",
};

/** Letters that only one of the languages of a script has. */
const OWN_LETTERS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  Cyrl: [
    [/ў/iu, "be"],
    [/[іїєґ]/iu, "uk"],
    [/[ѓќѕ]/iu, "mk"],
    [/[ђћљњџ]/iu, "sr"],
  ],
  Arab: [
    [/[ٹڈڑںےہ]/u, "ur"],
    [/[پچژگ]/u, "fa"],
  ],
};

const SCRIPTS = ["Latn", ...Object.keys(TELLING)];
/** Letters of one script in a row, a group for each; then digits; then what is said in the language of the sentence. */
const STRETCH = new RegExp(
  [
    ...SCRIPTS.map((script) => `((?:(?=\\p{L})\\p{sc=${script}}\\p{M}*)+)`),
    "(\\p{N}+)",
    `(?:\\p{L}|${OBJECT_REPLACEMENT})`,
  ].join("|"),
  "gu",
);
const ANY_TELLING = new RegExp(
  `[${SCRIPTS.slice(1)
    .map((script) => `\\p{sc=${script}}`)
    .join("")}]`,
  "u",
);
/** What stands between two languages, up to where the second begins: closing marks stay with what they close. */
const CLOSING = new RegExp(`^[^\\s${OPENERS}]*\\s*`, "u");

const WRITTEN_IN: Readonly<Record<string, readonly string[]>> = {
  Jpan: ["Hira", "Kana", "Hani"],
  Kore: ["Hang", "Hani"],
  Hans: ["Hani"],
  Hant: ["Hani"],
  Hanb: ["Hani"],
};
/** Languages that are written in another script too than the one that is likely. */
const ALSO_IN: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ..."az bs kk ky mn sh sr tg tk tt ug uz".split(" ").map((lang) => [lang, ["Latn", "Cyrl", "Arab"]]),
  ..."ks ku ckb pa sd".split(" ").map((lang) => [lang, ["Arab", "Deva", "Guru", "Latn"]]),
]);

const known = new Map<string, readonly string[]>();

function scriptsOf(lang: string): readonly string[] {
  let scripts = known.get(lang);
  if (!scripts) known.set(lang, (scripts = findScripts(lang)));
  return scripts;
}

function findScripts(lang: string): readonly string[] {
  try {
    const { script = "" } = new Intl.Locale(lang).maximize();
    return [...(WRITTEN_IN[script] ?? [script]), ...(ALSO_IN[primaryLanguage(lang)] ?? [])];
  } catch {
    return [];
  }
}

/**
 * A stretch of a leaf's text in parts of one language each, in order; they touch and cover it. `lang` is the language of the sentence it is of.
 * Signs and digits between two languages belong to the sentence's, those within one to that.
 */
export function languageRuns(text: string, content: readonly Inline[], span: Span, lang: string): LanguageRun[] {
  const whole = [{ span, lang }];
  const marked = content.some((inline) => inline.marks?.some(({ type }) => type === "language"));
  if (!marked && !ANY_TELLING.test(text)) return whole;
  const found = joined(lettersIn(text, marked ? content : [], span, lang), lang);
  const settled = found.map((run) =>
    isOwn(text.slice(run.span.start, run.span.end), run.lang, lang) ? { ...run, lang } : run,
  );
  const runs = joined(settled, lang);
  if (runs.length === 0) return whole;
  return runs.map((run, index) => ({
    lang: run.lang,
    span: {
      start: index === 0 ? span.start : boundary(text, runs[index - 1]!.span.end, run.span.start),
      end: index === runs.length - 1 ? span.end : boundary(text, run.span.end, runs[index + 1]!.span.start),
    },
  }));
}

interface Letters {
  span: Span;
  /** Undefined for digits: they belong to what stands around them. */
  lang: string | undefined;
}

/** All letters and digits of a stretch. */
function lettersIn(text: string, content: readonly Inline[], span: Span, lang: string): Letters[] {
  const found: Letters[] = [];
  const han = /[\p{sc=Hira}\p{sc=Kana}]/u.test(text) ? "ja" : "zh";
  const take = (from: number, to: number, mark: string | undefined) => {
    for (const match of text.slice(from, to).matchAll(STRETCH)) {
      const start = from + match.index;
      const group = match.slice(1).findIndex((letters) => letters !== undefined);
      const language = group === SCRIPTS.length ? mark : languageOf(match[0], SCRIPTS[group], mark, lang, han);
      found.push({ span: { start, end: start + match[0].length }, lang: language });
    }
  };
  if (content.length === 0) take(span.start, span.end, undefined);
  let start = 0;
  for (const inline of content) {
    const end = start + ("text" in inline ? inline.text : OBJECT_REPLACEMENT).length;
    const mark = inline.marks?.findLast(({ type }) => type === "language");
    const from = Math.max(start, span.start);
    const to = Math.min(end, span.end);
    if (from < to) take(from, to, mark?.type === "language" && isKnown(mark.lang) ? mark.lang : undefined);
    start = end;
  }
  return found;
}

const isKnown = (tag: string) => primaryLanguage(tag) !== "und";

function languageOf(
  letters: string,
  script: string | undefined,
  mark: string | undefined,
  lang: string,
  han: string,
): string {
  if (script === undefined) return lang;
  // Letters that a language is not written in are a transcription, for those who do not know it.
  if (mark !== undefined && scriptsOf(mark).includes(script)) return mark;
  if (scriptsOf(lang).includes(script)) return lang;
  const own = OWN_LETTERS[script]?.find(([letter]) => letter.test(letters))?.[1];
  return own ?? (script === "Hani" ? han : (TELLING[script] ?? lang));
}

/** Neighbours in one language as one. */
function joined(letters: readonly Letters[], lang: string): LanguageRun[] {
  const runs: LanguageRun[] = [];
  letters.forEach((each, index) => {
    const last = runs.at(-1);
    const next = () => letters.slice(index).find((other) => other.lang !== undefined)?.lang;
    const own = each.lang ?? (last && last.lang === next() ? last.lang : lang);
    if (last?.lang === own) last.span = { start: last.span.start, end: each.span.end };
    else runs.push({ span: each.span, lang: own });
  });
  return runs;
}

/** Whether the voice of the sentence is to say this all the same. */
function isOwn(said: string, own: string, lang: string): boolean {
  if (!/\p{L}/u.test(said) || primaryLanguage(own) === primaryLanguage(lang)) return true;
  // Single Greek letters are signs of science, which every voice has names for.
  if (primaryLanguage(own) === "el" && !/\p{sc=Grek}{2}/u.test(said)) return true;
  const scripts = scriptsOf(lang);
  const inItsScript = Array.from(said.matchAll(STRETCH)).every((match) => {
    const script = SCRIPTS[match.slice(1).findIndex((letters) => letters !== undefined)];
    return script === undefined || scripts.includes(script);
  });
  return inItsScript && words(said, own).length < FEW_WORDS;
}

function boundary(text: string, end: number, start: number): number {
  return end + (CLOSING.exec(text.slice(end, start))?.[0].length ?? 0);
}
