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

/** What a character counts that is common in Chinese: of so many, no short list has the most frequent of a recipe. */
const COMMON = 0.6;

let common: ReadonlySet<string> | undefined;

/** The 3755 characters of the first level of GB 2312, in rows 16 to 55, and in their order in the encodings that go on from it. */
function commonHan(): ReadonlySet<string> {
  if (common) return common;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  common = new Set(new TextDecoder("gb18030").decode(Uint8Array.from(bytes)));
  return common;
}

/** How much a text looks like one of the family, from -1 to about 1; below 0 it is none. The mean over what is not ASCII: a frequent letter of the script counts 1, another a little, anything else against, and what the script never does most. */
export function scoreScript(text: string, family: Family): number {
  const { own, frequent, never } = LETTERS[family];
  let sum = never ? -1.5 * (text.match(never)?.length ?? 0) : 0;
  let all = 0;
  let before = "";
  for (const character of text) {
    if (character >= "\u0080") {
      if (MARKS.test(character)) {
        if (!/[A-Za-z]/.test(before)) sum += 0.3;
        else sum -= 0.3;
      } else if (!own.test(character)) sum -= 1;
      else if (/[A-Za-z]/.test(before) && own !== LETTERS.japanese.own && own !== LETTERS.chinese.own) sum -= 0.5;
      else if (frequent.includes(character)) sum += 1.2;
      else sum += family === "chinese" && commonHan().has(character) ? COMMON : 0.2;
      all++;
    }
    before = character;
  }
  return all === 0 ? 0 : sum / all;
}
