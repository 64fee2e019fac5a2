import type { PdfInfo } from "./page.ts";
import { plain } from "./blocks.ts";

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
export function believed({ title, author, subject, created, lang }: PdfInfo): Believed {
  const clean = (text: string | undefined) =>
    text
      ?.normalize("NFC")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim() ?? "";
  const [named, written, about] = [clean(title), clean(author), clean(subject)];
  return {
    ...(named.length > 2 && named.length < 300 && !NO_TITLE.test(named) ? { title: named } : {}),
    ...(written.length > 2 && written.length < 200 && !NO_AUTHOR.test(written) ? { byline: written } : {}),
    ...(about.length > 20 && about.length < 1000 && plain(about) !== plain(named) ? { summary: about } : {}),
    ...(dateOf(created) ? { published: dateOf(created)! } : {}),
    ...(lang ? { lang } : {}),
  };
}

function dateOf(created: string | undefined): string | undefined {
  const [, year = "", month = "01", day = "01"] = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?/.exec(created ?? "") ?? [];
  const date = `${year}-${month}-${day}`;
  const time = Date.parse(date);
  // Clocks that were never set say 1970, 1980 or 2000 on the first of January.
  if (Number.isNaN(time) || Number(year) < 1984 || time > Date.now() + 864e5 || date === "2000-01-01") return undefined;
  return date;
}
