import { addressesIn } from "./addresses.ts";
import { findDate, isWeekday } from "./dates.ts";
import { isFurniture, isLabel } from "./furniture.ts";
import { endsSentence, widthOf } from "./lines.ts";
import { repeatedTitle } from "./repeated-title.ts";

/** What stands over a text. Lines it was taken from are gone from `rest`. */
export interface Header {
  title?: string;
  byline?: string;
  published?: string;
  address?: string;
  /** Lines that said the title once more, and are gone too. */
  repeated?: string[];
  /** Buttons, and how long ago it was. */
  apart: string[];
  rest: string[];
}

/** A title on a line of its own is at most this wide, in columns. */
const LONGEST_TITLE = 150;
/** A first line is taken to be said again by the next only where it is this wide: two alike that are short may be a verse. */
const SHORTEST_REPEATED = 12;
const LONGEST_LINE = 100;

const TITLE =
  /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|件名|主题|title|titel|titre|título|titolo|заголовок|标题|標題|タイトル|제목)\s*[:：]\s*/iu;

/** How long ago it was when it was copied says nothing later; nor do buttons say anything. */
const AGO =
  /^(?:(?:published|updated|posted)\s+)?\d{1,2}\s*(?:min|mins|minutes?|h|hrs?|hours?|days?)\s+ago$|^vor \d+ (?:Minuten?|Stunden?|Tagen?)$|^il y a \d+ (?:minutes?|heures?|jours?)$|^hace \d+ (?:minutos?|horas?|días?)$|^\d+\s*(?:分|時間|日)前$/iu;
/** Under a title these are buttons as well. */
const BUTTON = /^(?:listen|comments?|subscribe|follow|保存)$/iu;
const saysNothing = (line: string) => AGO.test(line) || BUTTON.test(line) || isFurniture(line);
/** So many lines show what one over them is. */
const SHOWN = 200;
/** Whether a line that could be a button stands over a part of the text. */
const isHeading = (lines: readonly string[], at: number) =>
  !AGO.test(lines[at]!.trim()) && isLabel(lines[at]!.trim(), lines.slice(at + 1, at + 1 + SHOWN));
/** Buttons stand among so many lines under a title. */
const AMONG = 40;
const ROLE =
  /correspondent|reporter|editor\b|writer|journalist|columnist|korrespondent|redakteur|reporterin|journaliste|corresponsal|periodista|corrispondente|giornalista|correspondente|jornalista|корреспондент|кореспондент/iu;

const AGENCY = /^(?:dpa|afp|apa|ap|reuters|efe|ansa|lusa|sda|kna|epd|sid|tt|ntb|ritzau|pap|čtk|mti|тасс|pa|cna|anp)$/iu;

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

/** Words that a byline begins with. With a colon they need no capital after them. */
const BY =
  /^(?:(?:written\s+|story\s+|words\s+)?by|von|par|por|de|di|door|av|af|przez|autor(?:in|a|e|zy)?|auteur|author|text(?:e|o)?|testo|tekst|автор|текст|yazan|penulis|oleh|kirjoittanut|szerző|bởi|tác giả|של|מאת|بقلم|كتبه|نویسنده|लेखक|文|作者|记者|記者|著者|執筆|글|기자)\s*[:：]?\s+|^(?:作者|记者|記者|文|著者|執筆|取材|글|كتب|كتبت|كتابة|تحرير)\s*[／/:：]\s*/iu;

/** What stands beside a date or an author and says nothing else. */
const BESIDE_WORDS =
  "(?:first\\s+)?published|posted|updated|last updated|date|on|veröffentlicht|stand|aktualisiert|datum|am|publié|mis à jour|le|publicado|actualizado|fecha|el|pubblicato|aggiornato|publicado em|atualizado|em|data|gepubliceerd|op|publicerad|den|opublikowano|опубликовано|дата|опубліковано|发布时间|發布時間|公開日|更新日|掲載|入力|입력|תאריך|التاريخ|نشر في|yayınlanma";
const BESIDE = new RegExp(`^(?:${BESIDE_WORDS})$`, "iu");
const LABEL = new RegExp(`^(?:${BESIDE_WORDS})\\s*[:：]?\\s+(?=\\S)`, "iu");
const TIME =
  /(?:午前|午後|上午|下午|오전|오후)?\s*\d{1,2}\s*[時时點点시](?:\s*\d{1,2}\s*[分분])?|(?:\bat\s+|\bum\s+|\bà\s+|,\s*)?\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr|h|Uhr)?(?:\s*(?:[A-Z]{2,5}|GMT|UTC)(?:[+-]\d{1,2})?)?/giu;
const READING_TIME =
  /^\d{1,3}[ -]?(?:min(?:ute)?s?)(?:\s+read)?$|^(?:reading time|lesezeit|temps de lecture)\s*:?\s*\d+.*$|^\d+\s*分(?:で読めます)?$/iu;

/** Title, author, date and address from the first lines of a text. `given`: the title that came with it, which the lines may say once more. */
export function headerOf(lines: readonly string[], lang = "", given?: string): Header {
  const rest = [...lines];
  const header: Header = { apart: [], rest };
  const drop = () => {
    rest.shift();
    while (rest.length > 0 && rest[0]!.trim() === "") rest.shift();
  };
  while (rest.length > 0 && rest[0]!.trim() === "") rest.shift();
  takeAddress(header, drop);
  const first = rest[0]?.trim() ?? "";
  if (given) header.title = given;
  else if (/^={3,}$/.test(rest[1]?.trim() ?? "") && widthOf(first) <= LONGEST_TITLE) {
    header.title = first;
    rest.shift();
    drop();
  } else if (isTitle(first, rest)) {
    header.title = first.replace(TITLE, "");
    drop();
  }
  if (given || widthOf(header.title ?? "") >= SHORTEST_REPEATED) dropRepeated(header, drop);
  let isButton = false;
  for (let i = 0; i < 8; i++) {
    const line = rest[0]?.trim();
    if (line === undefined) break;
    if (takeAddress(header, drop)) continue;
    const isAmongButtons = isButton;
    isButton = header.title !== undefined && rest.length > 1 && saysNothing(line);
    if (isButton && (isAmongButtons || !isHeading(rest, 0))) {
      header.apart.push(line);
      drop();
      continue;
    }
    const credit = creditOf(line, lang);
    if (!credit || rest.length < 2) break;
    if ((credit.byline && header.byline) || (credit.published && header.published)) break;
    Object.assign(header, credit);
    drop();
  }
  if (header.title !== undefined) dropButtons(header);
  return header;
}

/** Never all that there is. */
function dropRepeated(header: Header, drop: () => void): void {
  const { rest } = header;
  const again = repeatedTitle(header.title!, rest);
  if (!again || !rest.slice(again.lines).some((line) => line.trim() !== "")) return;
  header.title = again.title;
  header.repeated = rest.splice(0, again.lines - 1).concat(rest[0]!);
  drop();
}

/** Those that stand right under the title among other lines. */
function dropButtons({ apart, rest }: Header): void {
  const blank = rest.findIndex((line) => line.trim() === "");
  const lines = rest.slice(0, Math.min(Math.max(0, blank), AMONG));
  const isButton = lines.map((line) => saysNothing(line.trim()));
  const goes = isButton.map((is, i) => is && (isButton[i - 1] || !isHeading(rest, i)));
  if (!goes.includes(true) || !goes.includes(false)) return;
  apart.push(...lines.filter((_, i) => goes[i]).map((line) => line.trim()));
  rest.splice(0, lines.length, ...lines.filter((_, i) => !goes[i]));
}

function takeAddress(header: Header, drop: () => void): boolean {
  const line = header.rest[0]?.trim() ?? "";
  if (header.address || !ADDRESS.test(line)) return false;
  const [address] = addressesIn(line);
  if (!address) return false;
  header.address = address;
  drop();
  return true;
}

function isTitle(line: string, lines: readonly string[]): boolean {
  const others = lines.slice(1).filter((other) => other.trim() !== "");
  if (line === "" || others.length === 0 || widthOf(line) > LONGEST_TITLE) return false;
  if (TITLE.test(line)) return true;
  if (!/[\p{L}\p{N}]/u.test(line) || /^(?:[>|`#]|[-*•]\s)|[,;]$/u.test(line)) return false;
  const next = lines[1]!.trim();
  // Followed by a line that goes on in small letters, it is the first line of a paragraph.
  if (/^\p{Ll}/u.test(next) && !ADDRESS.test(next) && !creditOf(next, "")) return false;
  const under = lines.slice(1, lines.indexOf("", 1));
  // A title with short lines right under it, and paragraphs after a blank line: a page as it was copied.
  if (under.length > 0 && lines.includes("") && !endsSentence(line) && widthOf(line) >= 20) {
    const prose = others.some((other) => widthOf(other) > 80 || (widthOf(other) > 40 && endsSentence(other)));
    if (prose && under.every((other) => widthOf(other) < 70 && !endsSentence(other) && !/^[>|`#*-]/.test(other)))
      return true;
  }
  // Above lines that are as wide as the page, a line that is not.
  const widest = others.map(widthOf).reduce((most, width) => (width > 112 ? most : Math.max(most, width)), 0);
  if (
    next !== "" &&
    !endsSentence(line) &&
    widest >= 44 &&
    widthOf(line) < widest * 0.7 &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(next)
  )
    return true;
  const apart = next === "" || ADDRESS.test(next) || creditOf(next, "") !== undefined;
  const longer = others.some((other) => widthOf(other) > widthOf(line) * 1.2);
  if (/[.。।]["”’»」』)]*$/u.test(line) && !/(?:\.\.\.|\b\p{Lu}\.)$/u.test(line))
    return apart && longer && widthOf(line) < 90;
  if (/[:：]$/.test(line)) return false;
  return apart
    ? longer || others.length > 2
    : longer && widthOf(next) > widthOf(line) && widthOf(line) < LONGEST_LINE && !isFirstOfEven(line, lines);
}

/** The first of lines that are as wide as it is: wrapped text. */
function isFirstOfEven(line: string, lines: readonly string[]): boolean {
  const next = lines.slice(1, 4).map(widthOf);
  return next.every((width) => Math.abs(width - widthOf(line)) < 15);
}

interface Credit {
  byline?: string;
  published?: string;
}

/** What a line says of author and date, if that is all it says. */
export function creditOf(line: string, lang: string): Credit | undefined {
  if (widthOf(line) > LONGEST_LINE) return undefined;
  const [name = "", role = ""] = line.split(/,\s*/, 2);
  if (ROLE.test(role) && isName(name, false) && widthOf(line) < 70 && !endsSentence(line)) return { byline: line };
  const date = findDate(line, lang);
  const others = (date ? `${line.slice(0, date.start)}|${line.slice(date.end)}` : line)
    .replace(TIME, date ? "|" : "$&")
    .split(/\s*[|·•–—／]\s*|\s+-\s+/u)
    .map((part) => part.replace(/^[\s,，:：()（）|–—-]+|[\s,，:：()（）|–—-]+$/gu, ""))
    .filter((part) => part !== "");
  let byline: string | undefined;
  for (const part of others) {
    const said = part.replace(LABEL, "");
    if (said === "" || BESIDE.test(said) || (date && isWeekday(said)) || READING_TIME.test(said)) continue;
    const name = part.replace(BY, "");
    const credited = name !== part;
    if (byline !== undefined || !(isName(name, credited) || (date && AGENCY.test(part)))) return undefined;
    if (!credited && !date) return undefined;
    byline = name;
  }
  if (!date && byline === undefined) return undefined;
  return { ...(byline !== undefined && { byline }), ...(date && { published: date.date }) };
}

/** A few words that begin with capitals, or few characters of a script that has none. */
function isName(text: string, said: boolean): boolean {
  if (text === "" || endsSentence(text.replace(/\b\p{Lu}\.$/u, "")) || /\d|https?:/.test(text)) return false;
  if (!/\p{Lu}|\p{Ll}/u.test(text)) return text.length <= (said ? 30 : 12) && /\p{L}{2}/u.test(text);
  const words = text.split(/[\s,&]+/);
  const small = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) &&
      !/^(?:and|und|et|y|e|och|og|i|en|de|da|di|del|van|von|der|den|la|le|for|at|für|staff|bin|al|el|ja|и|та)$/u.test(
        word,
      ),
  );
  return words.length <= (said ? 12 : 4) && (said || words.length >= 2) && small.length === 0;
}
