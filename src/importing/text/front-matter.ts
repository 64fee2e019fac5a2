/** What the first lines of a Markdown file say of it, by key in lower case. A list is given as its items. */
export type FrontMatter = ReadonlyMap<string, string[]>;

const FENCES = { "---": /^(?:---|\.\.\.)\s*$/, "+++": /^\+\+\+\s*$/ };

/**
 * Takes front matter from the beginning of a text. Of YAML and TOML it knows simple keys with a word, a sentence or a list, which is what such
 * files have; other lines are passed over. A text whose first lines are something else is left as it is.
 */
export function splitFrontMatter(text: string): { fields: FrontMatter; body: string } {
  const none = { fields: new Map<string, string[]>(), body: text };
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const close = FENCES[lines[0]?.trimEnd() as keyof typeof FENCES];
  if (!close) return none;
  const end = lines.findIndex((line, i) => i > 0 && close.test(line));
  if (end < 2 || !lines.slice(1, end).every((line) => /^\s*(?:[\w-]+\s*[:=]|-\s|#|\[|\]|$)|^\s+\S/.test(line)))
    return none;
  const fields = new Map<string, string[]>();
  let key = "";
  for (const line of lines.slice(1, end)) {
    const pair = /^([\w-]+)\s*[:=]\s*([^]*)$/.exec(line);
    const item = /^\s*-\s+([^]*)$/.exec(line)?.[1] ?? (/^\s+\S/.test(line) ? line : undefined);
    if (pair) {
      key = pair[1]!.toLowerCase();
      fields.set(key, valuesOf(pair[2]!));
    } else if (item && key)
      for (const value of valuesOf(item.replace(/^\s*name\s*:\s*/, ""))) fields.get(key)!.push(value);
  }
  return { fields, body: lines.slice(end + 1).join("\n") };
}

/** Commas in quotation marks part nothing where these are around all of an item. */
const ITEM = /\s*(?:"[^"]*"|'[^']*')\s*(?=,|$)|[^,]+/g;

function valuesOf(written: string): string[] {
  const value = written.trim();
  if (value === "" || /^[|>][+-]?$/.test(value)) return [];
  const list = /^\[(.*)\]$/.exec(value);
  const parts = list ? (list[1]!.match(ITEM) ?? []) : [value];
  return parts.map(unquoted).filter((part) => part !== "");
}

function unquoted(written: string): string {
  const value = written.trim();
  const double = /^"(.*)"$/.exec(value);
  if (double) return double[1]!.replace(/\\(["\\])/g, "$1");
  const single = /^'(.*)'$/.exec(value);
  if (single) return single[1]!.replaceAll("''", "'");
  const comment = value.search(/\s#/);
  return comment < 0 ? value : value.slice(0, comment).trimEnd();
}
