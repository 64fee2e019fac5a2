import { rankLanguages } from "./language-ranks.ts";

type Family = "latin" | "cyrillic" | "greek" | "hebrew" | "arabic" | "thai" | "japanese" | "chinese" | "korean";

/** Encodings that text without a mark of its own is found in, by the names of https://encoding.spec.whatwg.org. Of equals the first is taken. */
const CANDIDATES: readonly [string, Family][] = [
  ["windows-1252", "latin"],
  ["windows-1250", "latin"],
  ["iso-8859-2", "latin"],
  ["windows-1254", "latin"],
  ["windows-1257", "latin"],
  ["iso-8859-15", "latin"],
  ["macintosh", "latin"],
  ["windows-1251", "cyrillic"],
  ["koi8-r", "cyrillic"],
  ["koi8-u", "cyrillic"],
  ["iso-8859-5", "cyrillic"],
  ["ibm866", "cyrillic"],
  ["windows-1253", "greek"],
  ["iso-8859-7", "greek"],
  ["windows-1255", "hebrew"],
  ["windows-1256", "arabic"],
  ["iso-8859-6", "arabic"],
  ["windows-874", "thai"],
  ["shift_jis", "japanese"],
  ["euc-jp", "japanese"],
  ["gb18030", "chinese"],
  ["big5", "chinese"],
  ["euc-kr", "korean"],
];

/** What a family is written with, and what makes up most of any text in it: wrongly decoded text is rarely made of these. */
const LETTERS: Readonly<Record<Exclude<Family, "latin">, { own: RegExp; frequent: string }>> = {
  cyrillic: { own: /\p{Script=Cyrillic}/u, frequent: "оеаинтсрвлкмдпуі" },
  greek: { own: /\p{Script=Greek}/u, frequent: "αοιετσνηυρκπμςωάόίέή" },
  hebrew: { own: /\p{Script=Hebrew}/u, frequent: "יוהלאמרתבשנעדקכחםפ" },
  arabic: { own: /\p{Script=Arabic}/u, frequent: "اليمنرتوبهدعةسفكقحأجی" },
  thai: { own: /\p{Script=Thai}/u, frequent: "านรกอเงมยลวดทสตะปบคหัี่้็ิไแ" },
  japanese: {
    own: /[\p{Script=Hiragana}\p{Script=Han}\u30A1-\u30FC]/u,
    frequent: "のにはをたがでてとしれさいなあらるかっことものまりうすくよだンスルトア日本人年",
  },
  chinese: {
    own: /\p{Script=Han}/u,
    frequent:
      "的一是了不在有我人他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知" +
      "這來個國說們為時會過學對後麼沒於還發當無開見經頭動長",
  },
  korean: {
    own: /\p{Script=Hangul}/u,
    frequent: "이다는의에을가고지하로기사한어리인도자나를은시대서라부정일스해그수아들있",
  },
};

/** Marks that typographers and typewriters use in any text. */
const MARKS = /[\s“”‘’„‚«»‹›–—…•·°§©®€£¥¡¿½¼²³™‰´`№、。，．「」『』（）！？：；・ー～〜《》【】،؛؟·]/u;

/** At most this much is looked at, in bytes. */
const ENOUGH = 64 * 1024;

interface Guess {
  encoding: string;
  /** From -1 to about 1: how much the text looks like one. Below 0 it is none. */
  score: number;
}

/**
 * The likeliest encoding of bytes that are not UTF-8. `declared` is taken where it does nearly as well as the best. Undefined where the bytes
 * look like text in none.
 */
export function guessEncoding(bytes: Uint8Array, declared?: string): string | undefined {
  const sample = bytes.subarray(0, ENOUGH);
  const guesses: Guess[] = [];
  for (const [encoding, family] of CANDIDATES) {
    const text = decodeStrictly(sample, encoding);
    if (text !== undefined) guesses.push({ encoding, score: score(text, family) });
  }
  const best = guesses.reduce<Guess | undefined>((a, b) => (a && a.score >= b.score - 1e-9 ? a : b), undefined);
  if (!best || best.score < 0) return undefined;
  // A handful of characters can be anything, and then a declaration is all there is.
  const marked = sample.reduce((sum, byte) => sum + (byte >> 7), 0);
  const said = guesses.find(({ encoding }) => encoding === declared);
  return said && said.score > best.score - 0.25 - 3 / marked ? said.encoding : best.encoding;
}

/** The text, or undefined where the bytes are impossible in the encoding. A character that is cut off at the end is left out. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function score(text: string, family: Family): number {
  return family === "latin" ? scoreLatin(text) : scoreScript(text, LETTERS[family]);
}

/** The mean over what is not ASCII: a frequent letter of the script counts 1, another a little, anything else against. */
function scoreScript(text: string, { own, frequent }: { own: RegExp; frequent: string }): number {
  let sum = 0;
  let all = 0;
  let before = "";
  for (const character of text) {
    if (character >= "\u0080") {
      if (MARKS.test(character)) {
        if (!/[A-Za-z]/.test(before)) sum += 0.3;
        else sum -= 0.3;
      } else if (!own.test(character)) sum -= 1;
      else if (/[A-Za-z]/.test(before) && own !== LETTERS.japanese.own && own !== LETTERS.chinese.own) sum -= 0.5;
      else sum += frequent.includes(character) ? 1.2 : 0.2;
      all++;
    }
    before = character;
  }
  return all === 0 ? 0 : sum / all;
}

/** Accented letters stand among plain ones; what is left is told by the languages that have such letters and words. */
function scoreLatin(text: string): number {
  let sum = 0;
  let all = 0;
  for (const [run] of text.matchAll(/[^\p{ASCII}]+/gu)) all += run.length;
  if (all === 0) return 0;
  for (const { 0: run, index } of text.matchAll(/[^\p{ASCII}]+/gu)) {
    const plain = /[A-Za-z]/.test(text[index - 1] ?? "") || /[A-Za-z]/.test(text[index + run.length] ?? "");
    for (const character of run) {
      if (/\p{Script=Latin}/u.test(character)) sum += plain && run.length <= 2 ? 1 : run.length === 1 ? 0.6 : -0.6;
      else if (MARKS.test(character)) sum += 0.7;
      else sum -= 1;
    }
  }
  const words = text.split(/\s+/).length;
  const [first] = rankLanguages(text.slice(0, 8000), "Latn");
  return sum / all + Math.min(0.3, Math.max(-0.3, (first?.score ?? 0) / Math.min(words, 1400) / 8));
}
