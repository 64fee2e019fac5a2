import { ImportProblem } from "../../import-problem.ts";
import { CHAPTER_COUNT_LIMIT } from "../limits.ts";
import type { Archive } from "../zip/archive.ts";
import { all, parseMarkup, textOf, typesOf } from "./markup.ts";
import { targetOf } from "./paths.ts";

export interface SpineItem {
  path: string;
  /** `linear="no"`: beside the reading order, such as notes or answers. */
  aside: boolean;
}

/** What a book says of itself. Paths are from the top of the archive. */
export interface Package {
  title: string;
  byline?: string;
  lang?: string;
  published?: string;
  summary?: string;
  cover?: string;
  /** Media types by path. */
  types: Map<string, string>;
  /** In reading order, without the cover's page and the page of contents. */
  spine: SpineItem[];
  /** The table of contents, newer or older kind. */
  contents?: string;
  /** Pages are turned from right to left. */
  rtl: boolean;
}

const FILE_LIMIT = 10 * 1024 * 1024;
const XHTML = /^(application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml|text\/x-oeb1-document)$/i;

/** Rejects with an `ImportProblem` where the book does not say what is in it: `damaged`. */
export async function readPackage(archive: Archive): Promise<Package> {
  const path = await packagePath(archive);
  const bytes = path === undefined ? undefined : await archive.read(path, FILE_LIMIT);
  if (!bytes || path === undefined) throw new ImportProblem("damaged");
  const page = parseMarkup(bytes);
  const items = new Map<string, { path: string; type: string; properties: string }>();
  for (const item of all(page, "item")) {
    const found = findName(archive, targetOf(item.getAttribute("href"), path)?.path);
    const id = item.getAttribute("id");
    if (!id || found === undefined) continue;
    items.set(id, {
      path: found,
      type: item.getAttribute("media-type") ?? "",
      properties: item.getAttribute("properties") ?? "",
    });
  }
  const [spine] = all(page, "spine");
  const has = (name: string) =>
    [...items.values()].find(({ properties }) => properties.split(/\s+/).includes(name))?.path;
  const older =
    items.get(spine?.getAttribute("toc") ?? "")?.path ??
    [...items.values()].find(({ type }) => type === "application/x-dtbncx+xml")?.path;
  const nav = has("nav");
  const coverPages = all(page, "reference")
    .filter((reference) => /^cover$/i.test(reference.getAttribute("type") ?? ""))
    .map((reference) => targetOf(reference.getAttribute("href"), path)?.path);
  const refs = spine ? all(spine, "itemref").slice(0, CHAPTER_COUNT_LIMIT) : [];
  const order = refs.flatMap((ref): SpineItem[] => {
    const item = items.get(ref.getAttribute("idref") ?? "");
    if (!item || !XHTML.test(item.type)) return [];
    return [{ path: item.path, aside: /^no$/i.test(ref.getAttribute("linear") ?? "") }];
  });
  const own = order.filter((item) => item.path !== nav && !coverPages.includes(item.path));
  const contents = nav ?? older;
  const cover = has("cover-image") ?? items.get(metaOf(page, "cover") ?? "")?.path;
  return {
    ...describe(page),
    ...(cover === undefined ? {} : { cover }),
    types: new Map([...items.values()].map(({ path: name, type }) => [name, type])),
    spine: own.length > 0 ? own : order,
    ...(contents === undefined ? {} : { contents }),
    rtl: /^rtl$/i.test(spine?.getAttribute("page-progression-direction") ?? ""),
  };
}

async function packagePath(archive: Archive): Promise<string | undefined> {
  const container = await archive.read("META-INF/container.xml", FILE_LIMIT);
  const roots = container ? all(parseMarkup(container), "rootfile") : [];
  const named = roots.map((root) => findName(archive, root.getAttribute("full-path") ?? undefined)).find(Boolean);
  return named ?? [...archive.names].find((name) => /\.opf$/i.test(name));
}

/** Some books were packed where upper and lower case are one. */
function findName(archive: Archive, name: string | undefined): string | undefined {
  if (name === undefined || archive.names.has(name)) return name;
  return [...archive.names].find((other) => other.toLowerCase() === name.toLowerCase());
}

function describe(page: Document) {
  const [metadata] = all(page, "metadata");
  const named = (name: string) => (metadata ? all(metadata, name).filter((element) => textOf(element)) : []);
  const first = (name: string) => textOf(named(name)[0]);
  // More than one title: the one that says it is the main one (https://www.w3.org/TR/epub-33/#sec-title-type).
  const isMain = ({ id }: Element) =>
    all(page, "meta").some((meta) => meta.getAttribute("refines") === `#${id}` && textOf(meta) === "main");
  const title = textOf(named("title").find(isMain)) || first("title");
  const authors = named("creator").filter((creator) => roleOf(page, creator) === "aut");
  const byline = (authors.length > 0 ? authors : named("creator").slice(0, 1)).map(textOf).join(", ");
  const [, published] = /^(\d{4}-\d\d-\d\d)/.exec(dateOf(named("date"))) ?? [];
  const summary = plainText(first("description"));
  return {
    title,
    ...(byline ? { byline } : {}),
    ...(first("language") ? { lang: first("language") } : {}),
    ...(published ? { published } : {}),
    ...(summary ? { summary } : {}),
  };
}

function roleOf(page: Document, creator: Element): string {
  const own = creator.getAttributeNS("http://www.idpf.org/2007/opf", "role") ?? creator.getAttribute("opf:role");
  const refined = all(page, "meta").find(
    (meta) =>
      creator.id && meta.getAttribute("refines") === `#${creator.id}` && meta.getAttribute("property") === "role",
  );
  return own ?? (refined ? textOf(refined) : "aut");
}

/** The day of publication where one is marked so; a year alone is no day. */
function dateOf(dates: Element[]): string {
  const event = (date: Element) =>
    date.getAttributeNS("http://www.idpf.org/2007/opf", "event") ?? date.getAttribute("opf:event") ?? "";
  return textOf(dates.find((date) => /publication/i.test(event(date))) ?? dates.find((date) => !event(date)));
}

function metaOf(page: Document, name: string): string | undefined {
  return (
    all(page, "meta")
      .find((meta) => meta.getAttribute("name") === name)
      ?.getAttribute("content") ?? undefined
  );
}

/** Descriptions are often pieces of a page, written as text. */
function plainText(text: string): string {
  if (!/<[a-z/]|&[a-z#]/i.test(text)) return text;
  const page = parseMarkup(
    new TextEncoder().encode(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${text}</body></html>`),
  );
  return textOf(page.documentElement);
}

/** Says of a page what it is for, by the types on its body and on what that begins with. */
export function purposesOf(page: Document): string[] {
  const [body] = all(page, "body");
  const first = body?.children.length === 1 ? body.firstElementChild : undefined;
  return [body, first].flatMap((element) => (element ? typesOf(element) : []));
}
