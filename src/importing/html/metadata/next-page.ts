import { absoluteAddress } from "../blocks/links.ts";
import { isDiscussion } from "../extraction/boilerplate.ts";
import { cleanAddress } from "../../text/addresses.ts";

/** Where an article goes on, if what the page says of it is believed. */
export interface NextPage {
  address: string;
  /** What holds the links to its pages, menus aside; absent where the head of the page says it. See `isBeside`. */
  place?: Element;
}

/**
 * The page that this one goes on at. `first` is the address of the article's first page; a page that is given alone is the first
 * itself, so what is numbered for other reasons (`/posts/12`, `/2026/06/14`) has no next page at `/posts/13`. Undefined where neither the
 * head of the page nor a row of page numbers, or a link to the next page, names the very next one.
 */
export function nextPageOf(page: Document, address: string | undefined, first = address): NextPage | undefined {
  const [here, start] = [seenFrom(address, undefined), seenFrom(first, undefined)];
  if (!here || !start) return undefined;
  const stem = stemOfFirst(start);
  const current = numberOf(here, stem);
  if (current === undefined) return undefined;
  const isNext = (link: Element) => {
    const href = link.getAttribute("href")!;
    if (!COUNTED.test(href) || !href.includes(`${current + 1}`) || leadsElsewhere(href, stem)) return false;
    return numberOf(seenFrom(href, here) ?? "", stem) === current + 1;
  };
  const said = [...page.querySelectorAll('link[rel~="next" i][href]')].find(isNext);
  if (said) return { address: seenFrom(said.getAttribute("href"), here)! };
  for (const link of [...page.querySelectorAll("a[href]")].filter(isNext)) {
    const place = placeOf(pagerOf(link, current));
    if (place) return { address: seenFrom(link.getAttribute("href"), here)!, place };
  }
  return undefined;
}

/** Whether an address as it is written leads away from an article without a second look: it is whole, plainly spelt, and has not the article's path in it. */
function leadsElsewhere(href: string, stem: string): boolean {
  const path = /^[^/]+(\/[\w/.-]*)(?:\?|$)/.exec(stem)?.[1];
  return path !== undefined && PLAIN.test(href) && !href.includes(path);
}

const PLAIN = /^(?:https?:\/)?\/(?!.*\/\.)[\w/?&=#:.-]*$/;

/** The number of a page that is not an article's first, where its address and its links to the other pages both say so. */
export function laterPage(page: Document, address: string | undefined): number | undefined {
  const here = seenFrom(address, undefined);
  if (!here) return undefined;
  const reading = readingsOf(here).find(({ named, number }) => named && number > 1);
  if (!reading) return undefined;
  const { stem, number } = reading;
  const before = [...page.querySelectorAll('a[href], link[rel~="prev" i]')].some((link) => {
    const there = seenFrom(link.getAttribute("href"), here);
    if (!there || (number > 2 && !COUNTED.test(there)) || numberOf(there, stem) !== number - 1) return false;
    return link.localName === "link" || pagerOf(link, number) !== undefined;
  });
  return before ? number : undefined;
}

/** Whether links to other pages stand in the article, or no further from it than its own frame. */
export const isBeside = (place: Element, article: Element) => frameOf(article).contains(place);

/** The element around an article that may still hold what belongs to it. */
export function frameOf(article: Element): Element {
  let frame = article;
  for (let i = 0; i < FRAME && frame.parentElement; i++) frame = frame.parentElement;
  return frame;
}

/** The element that holds a pager; undefined for those of comments, and in what ends the whole page or stands aside. */
function placeOf(pager: Element | undefined): Element | undefined {
  for (let at = pager ?? null; at; at = at.parentElement) if (isDiscussion(at)) return undefined;
  const tail = pager?.closest("footer, aside, [role=contentinfo]");
  if (tail && !tail.parentElement?.closest("article, main, [role=main]")) return undefined;
  let place = pager?.parentElement;
  for (let menu = pager?.closest("nav, dialog"); menu; menu = place?.closest("nav, dialog")) place = menu.parentElement;
  return place ?? undefined;
}

/** Levels between an article's text and what its page numbers stand in too. */
const FRAME = 3;

/** An address that may have the number of a page in it. */
const COUNTED = /\d\/?(?:[?#]|$)|[?&](?:page|p|pg|paged|seite|pagina)=\d/;

/** All that links to the other pages of an article say. */
const PAGER =
  /^(?:\s|\d{1,2}\b|[|«»‹›<>←→…·•,:/()[\]-]|(?:pages?|of|next|prev(?:ious)?|continue|continued|reading|read|on|to|go|seite|von|weiter|nächste|vorherige|zurück|auf|suivante?|précédente?|sur|página|siguiente|anterior|pagina|successiva|precedente|volgende|vorige|страница|далее|назад|次へ|前へ|次の?ページ|前の?ページ|ページ|下一页|上一页|下一頁|上一頁|第|页|頁)(?!\p{L}))*$/iu;
/** Alone, a link says that the article goes on. */
const ON_NEXT_PAGE =
  /\b(?:next page|page \d+|continue(?:d)? (?:reading )?on|nächste seite|(?:weiter )?auf seite|page suivante|página siguiente|siguiente página|pagina successiva|volgende pagina)\b|следующая страница|次の?ページ|下一[页頁]/iu;

/** The largest element around a link that holds nothing but links to pages, if it tells where this page is among them. */
function pagerOf(link: Element, current: number): Element | undefined {
  let pager: Element | undefined;
  for (let at: Element | null = link; at && at.localName !== "body"; at = at.parentElement) {
    const text = wordsOf(at);
    if (text.length > MOST_OF_PAGER || !PAGER.test(text)) break;
    pager = at;
  }
  if (!pager) return undefined;
  const text = wordsOf(pager);
  const tells = link.matches('[rel~="next" i]') || ON_NEXT_PAGE.test(text) || text.split(/\D+/).includes(`${current}`);
  return tells ? pager : undefined;
}

const MOST_OF_PAGER = 200;

/** The text of an element, its parts parted by spaces. */
function wordsOf(element: Element): string {
  let text = "";
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (text.length <= MOST_OF_PAGER && walker.nextNode()) text += `${walker.currentNode.nodeValue!.trim()} `;
  return text.replace(/\s+/g, " ").trim();
}

interface Reading {
  stem: string;
  number: number;
  /** A word says that the number is a page's. */
  named: boolean;
}

const PARAMETERS = ["page", "pg", "paged", "seite", "pagina", "p"];

/** What the numbers in an address can mean, each as the number of a page of the rest. */
function readingsOf(address: string): Reading[] {
  const readings: Reading[] = [];
  for (const name of PARAMETERS) {
    const url = new URL(address);
    const value = url.searchParams.get(name);
    if (value === null || !/^\d{1,2}$/.test(value)) continue;
    url.searchParams.delete(name);
    // By `p`, many sites number their articles.
    readings.push({ stem: stemOf(url), number: Number(value), named: name !== "p" });
  }
  const url = new URL(address);
  const path = /^(.+?)\/(page|seite|pagina|p)?[/-]?(\d{1,2})\/?$/i.exec(url.pathname);
  if (path) {
    url.pathname = path[1]!;
    readings.push({ stem: stemOf(url), number: Number(path[3]), named: path[2] !== undefined });
  }
  return readings;
}

/** The address of an article without the number of its first page. */
function stemOfFirst(first: string): string {
  return readingsOf(first).find(({ named, number }) => named && number === 1)?.stem ?? stemOf(new URL(first));
}

/** Which page of the article an address is; undefined where it is none. */
function numberOf(address: string, stem: string): number | undefined {
  if (!URL.canParse(address)) return undefined;
  if (stemOf(new URL(address)) === stem) return 1;
  const number = readingsOf(address).find((reading) => reading.stem === stem)?.number;
  return number !== undefined && number < 50 ? number : undefined;
}

function seenFrom(href: string | null | undefined, base: string | undefined): string | undefined {
  const address = absoluteAddress(href ?? null, base);
  return address && cleanAddress(address);
}

const stemOf = (url: URL) => `${url.host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
