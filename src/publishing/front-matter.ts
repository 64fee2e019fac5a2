import type { Yaml } from "mdast";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { TextDirection } from "#domain/article.ts";
import { canonicalLanguage, directionOf } from "#domain/language-tag.ts";
import { fail, type Source } from "./source.ts";

/** The head of an article, checked. */
export interface FrontMatter {
  title: string;
  byline?: string;
  site?: string;
  lang: string;
  dir: TextDirection;
  published: string;
  summary?: string;
  tags: string[];
}

const KEYS = ["title", "byline", "site", "lang", "dir", "published", "summary", "tags"] as const;
const KNOWN: ReadonlySet<string> = new Set(KEYS);

/** A value and the line of the file it stands on. */
interface Entry {
  value: unknown;
  line: number;
}

/** Reads the YAML between the two `---` lines. Anything but the known keys with values of their kinds is an error. */
export function readFrontMatter(node: Yaml, source: Source): FrontMatter {
  const first = node.position?.start.line ?? 1;
  const entries = readEntries(node.value, first, source);

  const text = (key: string): string | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    if (typeof entry.value !== "string" || entry.value.trim() === "")
      fail(source, entry.line, `“${key}” must be a text.`);
    return entry.value.replace(/\s+/g, " ").trim();
  };
  const needed = (key: string): string => text(key) ?? fail(source, first, `The front matter has no “${key}”.`);
  const lineOf = (key: string): number => entries.get(key)?.line ?? first;

  const title = needed("title");
  const written = needed("lang");
  const lang =
    canonicalLanguage(written) ??
    fail(source, lineOf("lang"), `“${written}” is not a language tag such as “en” or “pt-BR”.`);
  const published = needed("published");
  if (!isDate(published)) fail(source, lineOf("published"), `“${published}” is not a date such as 2025-04-28.`);
  const dir = text("dir") ?? directionOf(lang);
  if (dir !== "ltr" && dir !== "rtl") fail(source, lineOf("dir"), `“dir” must be “ltr” or “rtl”, not “${dir}”.`);

  const byline = text("byline");
  const site = text("site");
  const summary = text("summary");
  return {
    title,
    ...(byline !== undefined && { byline }),
    ...(site !== undefined && { site }),
    lang,
    dir,
    published,
    ...(summary !== undefined && { summary }),
    tags: readTags(entries.get("tags"), source),
  };
}

function readEntries(yaml: string, first: number, source: Source): Map<string, Entry> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => first + lines.linePos(offset).line;
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) fail(source, lineAt(problem.pos[0]), `The front matter is not valid YAML: ${problem.message}`);

  const entries = new Map<string, Entry>();
  if (document.contents === null) return entries;
  if (!isMap(document.contents)) fail(source, first + 1, "The front matter must be lines of the form “key: value”.");
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : "";
    const line = lineAt(isScalar(key) && key.range ? key.range[0] : 0);
    if (!KNOWN.has(name))
      fail(source, line, `“${name}” is not a key of the front matter; the keys are ${KEYS.join(", ")}.`);
    entries.set(name, {
      value: document.contents.toJSON()[name],
      line: isScalar(value) && value.range ? lineAt(value.range[0]) : line,
    });
  }
  return entries;
}

function readTags(entry: Entry | undefined, source: Source): string[] {
  if (entry === undefined) return [];
  const tags: unknown = entry.value;
  const isTag = (tag: unknown): tag is string => typeof tag === "string" && tag.trim() !== "";
  if (!Array.isArray(tags) || !tags.every(isTag)) fail(source, entry.line, "“tags” must be a list of texts.");
  return tags.map((tag) => tag.trim());
}

/** A day of the calendar, written `2025-04-28`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
