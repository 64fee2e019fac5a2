/** What the first lines of a Markdown file say of it, by key in lower case. A list is given as its items. */
export type FrontMatter = ReadonlyMap<string, string[]>;

/** In UTF-16 units; what is in quotation marks in a longer list is not told apart. */
const LONG_LIST = 5000;

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
    const pair = /^([\w-]+)\s*[:=]\s*(.*)$/.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1] ?? (/^\s+\S/.test(line) ? line : undefined);
    if (pair) {
      key = pair[1]!.toLowerCase();
      fields.set(key, valuesOf(pair[2]!));
    } else if (item && key) fields.get(key)!.push(...valuesOf(item.replace(/^\s*name\s*:\s*/, "")));
  }
  return { fields, body: lines.slice(end + 1).join("\n") };
}

function valuesOf(written: string): string[] {
  const value = written.trim();
  if (value === "" || /^[|>][+-]?$/.test(value)) return [];
  const list = /^\[(.*)\]$/.exec(value);
  // To look for quotation marks behind each comma takes the square of the length.
  const comma = value.length < LONG_LIST ? /,(?=(?:[^"']|"[^"]*"|'[^']*')*$)/ : ",";
  const parts = list ? list[1]!.split(comma) : [value];
  return parts.map(unquoted).filter((part) => part !== "");
}

function unquoted(written: string): string {
  const value = written.trim();
  const double = /^"(.*)"$/.exec(value);
  if (double) return double[1]!.replace(/\\(["\\])/g, "$1");
  const single = /^'(.*)'$/.exec(value);
  return single ? single[1]!.replaceAll("''", "'") : value.replace(/\s+#.*$/, "");
}
