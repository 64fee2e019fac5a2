import { cut } from "../blocks/elements.ts";
import { normalForm } from "../../normal-form.ts";

const SEPARATOR = /\s+(?:[|»·•›\\]|[-–—]|::|\/)\s+|\s*[|｜]\s*|\s+:\s+/;

export interface TitleSources {
  /** What the page says the title is, surest first. */
  said: readonly (string | undefined)[];
  /** The title of the window, which often names the site too. */
  window: string;
  /** The page's headings of the first rank. */
  headings: readonly string[];
  site: string | undefined;
  /** Of the page's address. */
  host: string | undefined;
}

/** The title of the article alone: without the site's name and section, as it is set over the text where that is known. */
export function cleanTitle({ said, window, headings, site, host }: TitleSources): string {
  const candidates = [...said, window].filter((one): one is string => Boolean(one?.trim())).map((one) => cut(one, 500));
  const [best = ""] = candidates;
  const shown = headings.filter((heading) => heading !== "" && !isSite(heading, site, host));
  // A heading that the title begins or ends with is the title, without what was added to it.
  const set = shown.find((heading) => candidates.some((one) => contains(one, heading)));
  if (set) return cut(set, 500);
  const bare = withoutLast(withoutSite(best, site, host), best === cut(window, 500));
  if (shown[0] && isSite(bare, site, host)) return cut(shown[0], 500);
  return bare === "" ? best : bare;
}

/** The title of the window without what stands behind a bar, which is the site where no other name of it is known. */
function withoutLast(title: string, isWindow: boolean): string {
  const at = isWindow ? title.search(/\s*[|｜][^|｜]*$/u) : -1;
  const rest = title.slice(0, Math.max(at, 0));
  return /\p{L}.*\s.*\p{L}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]{2}/u.test(rest) ? rest : title;
}

function contains(title: string, heading: string): boolean {
  const [whole, part] = [plain(title), plain(heading)];
  return (
    (part.length > 3 || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]{2}/u.test(part)) &&
    (whole === part ||
      (part.length >= whole.length / 3 && (whole.startsWith(`${part} `) || whole.endsWith(` ${part}`))) ||
      (part.includes(" ") && plain(title.split(SEPARATOR, 1)[0]!) === part))
  );
}

function withoutSite(title: string, site: string | undefined, host: string | undefined): string {
  let rest = title;
  for (let round = 0; round < 3; round++) {
    const parts = rest.split(new RegExp(`(${SEPARATOR.source})`));
    if (parts.length < 3) return rest;
    const [first, last] = [parts[0]!, parts.at(-1)!];
    if (isSite(last, site, host)) rest = parts.slice(0, -2).join("");
    else if (isSite(first, site, host)) rest = parts.slice(2).join("");
    else return rest;
  }
  return rest;
}

function isSite(part: string, site: string | undefined, host: string | undefined): boolean {
  const name = squeezed(part);
  if (name === "") return true;
  if (site && (squeezed(site) === name || (name.length > 3 && squeezed(site).includes(name)))) return true;
  const label = squeezed(host?.replace(/^www\.|\.[^.]+$/g, "") ?? "");
  return (
    label.length > 2 &&
    (label === name ||
      squeezed(host!) === name ||
      (name.length > 4 && label.includes(name)) ||
      (label.length > 4 && name.startsWith(label)))
  );
}

const squeezed = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** For comparing titles: lower case, words parted by single spaces. */
export function plain(text: string): string {
  return normalForm(text, "NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
