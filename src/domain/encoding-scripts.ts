/** What encodings that text without a mark of its own is found in look like, for scripts other than Latin. */

export type Family = "cyrillic" | "greek" | "hebrew" | "arabic" | "thai" | "japanese" | "chinese" | "korean";

/** By the names of https://encoding.spec.whatwg.org. Of equals the first is taken. */
export const SCRIPT_ENCODINGS: readonly (readonly [string, Family])[] = [
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

/**
 * What a family is written with, and what makes up most of any text in it: wrongly decoded text is rarely made of these. `never`: what its
 * letters do not do, and those of another family read as it do all the time.
 */
const LETTERS: Readonly<Record<Family, { own: RegExp; frequent: string; never?: RegExp }>> = {
  // A capital within a word. Not so in Latin, which is program code beside the text.
  cyrillic: { own: /\p{Script=Cyrillic}/u, frequent: "оеаинтсрвлкмдпуі", never: /[а-џ](?=[Ѐ-Я])/g },
  greek: { own: /\p{Script=Greek}/u, frequent: "αοιετσνηυρκπμςωάόίέή" },
  hebrew: { own: /\p{Script=Hebrew}/u, frequent: "יוהלאמרתבשנעדקכחםפ" },
  arabic: { own: /\p{Script=Arabic}/u, frequent: "اليمنرتوبهدعةسفكقحأجی" },
  thai: {
    own: /\p{Script=Thai}/u,
    frequent: "านรกอเงมยลวดทสตะปบคหัี่้็ิไแ",
    // Two letters that nobody has written for a hundred years, a mark over nothing, a vowel before nothing, a figure in a word.
    never: /[ฃฅ]|(?<![ก-ฮ\p{M}])\p{M}|[เ-ไ](?![ก-ฮ])|(?<![ฤฦ])ๅ|[๐-๙](?=[ก-ฮ])/gu,
  },
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
export const MARKS = /[\s“”‘’„‚«»‹›–—…•·°§©®€£¥¡¿½¼²³™‰´`№、。，．「」『』（）！？：；・ー～〜《》【】،؛؟·]/u;

/** The text, or undefined where the bytes are impossible in the encoding. A character that is cut off at the end is left out. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** What a character counts that is common in a script of thousands: no short list has the most frequent of a recipe. */
const COMMON = 0.6;

/**
 * The rows of a character set that hold what is common: the first levels of GB 2312 and of JIS X 0208 with its kana, the syllables of KS X 1001.
 * They lie upon one another: where one family had none, its text would be that of another.
 */
const COMMON_ROWS: Partial<Record<Family, readonly [string, number, number]>> = {
  chinese: ["gb18030", 0xb0, 0xd7],
  japanese: ["euc-jp", 0xa4, 0xcf],
  korean: ["euc-kr", 0xb0, 0xc8],
};

const sets: Partial<Record<Family, ReadonlySet<string>>> = {};

/** The characters in these rows, not all of them letters. */
function commonIn(family: Family): ReadonlySet<string> {
  return (sets[family] ??= readRows(...(COMMON_ROWS[family] ?? ["utf-8", 1, 0])));
}

function readRows(encoding: string, first: number, last: number): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}

/** How much a text looks like one of the family, from -1 to about 1; below 0 it is none. The mean over what is not ASCII: a frequent letter of the script counts 1, another a little, anything else against, and what the script never does most. */
export function scoreScript(text: string, family: Family): number {
  const { own, frequent, never } = LETTERS[family];
  const common = commonIn(family);
  let sum = never ? -1.5 * (text.match(never)?.length ?? 0) : 0;
  let all = 0;
  let before = "";
  for (const character of text) {
    if (character >= "\u0080") {
      const isAfterLatin = /[A-Za-z]/.test(before);
      if (MARKS.test(character)) sum += isAfterLatin ? -0.3 : 0.3;
      else if (!own.test(character)) sum -= 1;
      else if (isAfterLatin && family !== "japanese" && family !== "chinese") sum -= 0.5;
      else if (frequent.includes(character)) sum += 1.2;
      // In Shift_JIS an apostrophe and the letter after it are one kanji.
      else sum += !isAfterLatin && common.has(character) ? COMMON : 0.2;
      all++;
    }
    before = character;
  }
  return all === 0 ? 0 : sum / all;
}
