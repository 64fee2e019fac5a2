import { findDate } from "../../text/dates.ts";
import { creditOf } from "../../text/text-header.ts";
import { cleanByline } from "../metadata/byline.ts";
import { plain } from "../metadata/title.ts";
import { isSentence } from "./sentences.ts";
import { HEAD_LINE, READING_TIME } from "./tail-words.ts";

/** Who wrote an article, and its day by ISO 8601. */
export interface Credit {
  byline?: string | undefined;
  published?: string | undefined;
}

/**
 * What a line over an article says of its author and day, if that is all it says and it may leave the text: what it says is known
 * already, or can be kept apart from now on. Undefined for text, and for a line that would be lost.
 */
export function creditIn(line: string, known: Credit, lang: string): Credit | undefined {
  if (READING_TIME.test(line)) return {};
  const said =
    creditOf(line, lang) ?? (HEAD_LINE.test(line) && !isSentence(line) ? creditByShape(line, lang) : undefined);
  if (!said) return monthOf(line, known);
  const byline = said.byline === undefined ? undefined : cleanByline(said.byline, undefined);
  if (said.byline !== undefined && byline === undefined) return undefined;
  if (byline !== undefined && known.byline !== undefined && !haveWordInCommon(byline, known.byline)) return undefined;
  // “New York, 3 June 2026” begins a report: a name beside a date is believed where a word or a line sets it apart.
  if (byline !== undefined && known.byline === undefined && PLACE_AND_DATE.test(line)) return undefined;
  return { byline, published: said.published };
}

const PLACE_AND_DATE = /^\p{Lu}[\p{L}\s'’.-]+,\s*[^|·•–—]*\d[^|·•–—]*$/u;

/** “By Finn Olsen on March 3rd”, “Last modified: 3.3.2024”: a name or a date, with other words of their kind. */
function creditByShape(line: string, lang: string): Credit | undefined {
  const published = findDate(line, lang)?.date;
  const name = BY.test(line) ? cleanByline(line, undefined) : undefined;
  const byline = name !== undefined && isNameLike(name) ? name : undefined;
  return published !== undefined || byline !== undefined ? { byline, published } : undefined;
}

const BY = /^(?:(?:written|posted|words) )?(?:by|von|par|por|door|author|作者|文)[ :]/iu;
const SMALL = /^(?:and|und|et|y|e|en|de|da|di|del|van|von|der|den|la|le|for|bin|al|el)$/u;

function isNameLike(name: string): boolean {
  const words = name.split(/[\s,&]+/).filter((word) => word !== "");
  return words.length <= 12 && words.every((word) => !/^\p{Ll}/u.test(word) || SMALL.test(word));
}

/** A month is no day, but says nothing more where the day is known. */
function monthOf(line: string, { published }: Credit): Credit | undefined {
  const isMonth = /^\p{L}{3,12}\.? \d{4}$/u.test(line) && HEAD_LINE.test(line);
  return isMonth && published?.startsWith(line.slice(-4)) ? {} : undefined;
}

function haveWordInCommon(one: string, other: string): boolean {
  const words = new Set(plain(one).split(" "));
  return (
    plain(other)
      .split(" ")
      .some((word) => word.length > 2 && words.has(word)) || plain(other).includes(plain(one))
  );
}
