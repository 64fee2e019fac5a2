import type { ArticleId } from "./article.ts";

/** The longest id made of a title, in characters; a number that keeps it apart from another may follow. */
const LONGEST = 60;

/**
 * What an article is called in its address: the words of its title in the letters `isArticleId` knows. What such letters cannot say, a
 * title in another script, is told apart by a short hash of it.
 */
export function slugOf(title: string): ArticleId {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøłđðþ]/gi, (letter) => LETTERS[letter.toLowerCase()]!)
    .replace(/['’]/g, "")
    .toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const lost = (plain.match(/[^\P{L}a-z]/gu) ?? []).length;
  const kept = words.join("").length;
  const hash = lost > kept || kept === 0 ? `-${shortHash(title)}` : "";
  const room = LONGEST - hash.length;
  let slug = "";
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > room) break;
    slug += (slug && "-") + word.slice(0, room);
  }
  return (slug || "article") + hash;
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: 32 bits in base 36, over UTF-16 units. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
