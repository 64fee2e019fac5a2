/** What blogs put under each entry of their feeds, so that copies of it lead back to them. */

/** What such a line and all that stands behind it is not longer than, in UTF-16 units. */
const END = 500;

/** As WordPress and its most frequent plugin say it, with the entry in the first place and the blog in the second. */
const ORIGIN = [
  "The post # (?:first )?appeared first on #",
  "Der Beitrag # erschien zuerst auf #",
  "L[’']article # est apparu en premier sur #",
  "La entrada # (?:se publicó primero|aparece primero|apareció primero) en #",
  "L[’']articolo # (?:proviene da|sembra essere il primo su) #",
  "O post # apareceu primeiro em #",
  "Het bericht # verscheen eerst op #",
  "Artykuł # pochodzi z serwisu #",
  "Inlägget # dök först upp på #",
  "Сообщение # появил[аио]сь? сначала на #",
  "投稿 # は # に最初に表示されました。?",
];

const PATTERN = ORIGIN.map((line) => line.replace("#", ".{1,200}").replace("#", ".{1,80}")).join("|");
const AT_THE_END = new RegExp(`\\s*(?:${PATTERN})$`, "iu");
const ALONE = new RegExp(`^(?:${PATTERN})$`, "iu");

/** A text in one line without what it says at its end of where it first appeared. */
export function withoutOrigin(text: string): string {
  const at = Math.max(0, text.length - END);
  return text.slice(0, at) + text.slice(at).replace(AT_THE_END, "");
}

/** Whether a paragraph says where the text first appeared, and nothing else. */
export function isOrigin(paragraph: string): boolean {
  return paragraph.length <= END && ALONE.test(paragraph.replace(/\s+/g, " ").trim());
}
