import { withoutOrigin } from "./origin.ts";
import { plain } from "./plain.ts";

/** Below so many UTF-16 units a text is taken for a teaser: about a hundred English words. Scripts without spaces say as much in a third of them. */
const SHORTEST = 600;
const SHORTEST_DENSE = 200;

const DENSE = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/g;

/** What an end says is not longer, in UTF-16 units. */
const END = 500;

/** How a text ends that goes on elsewhere. */
const GOES_ON =
  /(?:\[?(?:…|\.\.\.)\]?|(?:read|continue|keep)\s+(?:more|on|reading)[^.]{0,40}|weiterlesen|(?:lire|voir) la suite|leer más|seguir leyendo|leggi (?:tutto|di più)|ler mais|lees (?:meer|verder)|läs mer|czytaj dalej|читать (?:далее|дальше)|続きを読む|阅读全文|閱讀全文)\s*[»›→.…]*$/iu;

/** Whether an entry's markup is its whole article, so that the page need not be fetched. */
export function isWhole(html: string, summary = ""): boolean {
  const text = plain(html);
  const dense = (text.match(DENSE)?.length ?? 0) > text.length / 4;
  if (text.length < (dense ? SHORTEST_DENSE : SHORTEST)) return false;
  // Some publishers append where the entry first appeared; what goes on does so before that.
  const body = withoutOrigin(text);
  return !goesOn(body) && (body.length > plain(summary).length || !summary);
}

/** Whether a text in one line says at its end that it goes on elsewhere. */
export function goesOn(text: string): boolean {
  return GOES_ON.test(text.slice(-END));
}
