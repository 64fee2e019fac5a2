import type { PdfInfo } from "./page.ts";
import { lettersOf, normalForm } from "../../normal-form.ts";

/** Programs write the file's name into the title, or what they call a new document. */
const NO_TITLE =
  /^(untitled|unbenannt|sans titre|title|document|doc|presentation|powerpoint|slide|microsoft (word|powerpoint|excel)|print|scan|output|layout|book|paper|main|article|template)\b[\s\d-]*$|^microsoft \w+ - |\.(docx?|odt|rtf|indd|qxd|tex|dvi|ps|pdf|pptx?|xlsx?|html?|pages|txt)\W*$|^https?:|^about:blank|^[\d\W_]*$/i;
const NO_AUTHOR =
  /^(user|admin(istrator)?|owner|author|unknown|anonymous|root|guest|default|microsoft( office)?( user)?|pc|home|word|adobe.*|acrobat.*|[\d\W_]*)$|\.(com|exe|dll)$|@|\\/i;

export interface Believed {
  title?: string;
  byline?: string;
  published?: string;
  summary?: string;
  lang?: string;
}

/** What of the file's own word is worth telling. */
export function believed({ title, author, subject, published, created, lang }: PdfInfo): Believed {
  const clean = (text: string | undefined) =>
    normalForm(text ?? "", "NFC")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim();
  const date = dateOf({ ...(published && { published }), ...(created && { created }) });
  const [named, written, about] = [clean(title), clean(author), clean(subject)];
  return {
    ...(named.length > 2 && named.length < 300 && !NO_TITLE.test(named) ? { title: named } : {}),
    ...(written.length > 2 && written.length < 200 && !NO_AUTHOR.test(written) ? { byline: written } : {}),
    ...(about.length > 20 && about.length < 1000 && lettersOf(about) !== lettersOf(named) ? { summary: about } : {}),
    ...(date === undefined ? {} : { published: date }),
    ...(lang ? { lang } : {}),
  };
}

/**
 * The day it was published, where the file says so: the day on which the file was made is another. Programs that know no better write
 * that day into both places.
 */
function dateOf({ published, created }: PdfInfo): string | undefined {
  if (published === undefined) return undefined;
  const date = dayOf(published.value);
  return published.isSure || date !== dayOf(created ?? "") ? date : undefined;
}

/** A whole day, written `2024-01-31…` or `D:20240131…`; a month or a year alone is none. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^\s*(?:D:)?(\d{4})[-/]?(\d\d)[-/]?(\d\d)/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  const time = Date.parse(date);
  return Number.isNaN(time) || time > Date.now() + 864e5 ? undefined : date;
}
