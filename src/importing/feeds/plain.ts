import { withoutTurning } from "#domain/turning-marks.ts";

/** The text of a title or a summary in which some publishers put markup, escaped once or twice. Never for the body of an article. */
export function plain(value: string | undefined): string {
  if (!value) return "";
  const text = withoutUnseen(value)
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) => (INLINE.test(tag) ? "" : " "))
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal, hexadecimal, name) => {
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : undefined;
      if (code === undefined) return NAMED[(name as string).toLowerCase()] ?? all;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    })
    .replace(/\s+/g, " ");
  return withoutTurning(text).trim();
}

const OPENINGS = /<(script|style)\b[^<>]*>|<!--/gi;
const ENDINGS: Readonly<Record<string, RegExp>> = {
  script: /<\/script\s*>/gi,
  style: /<\/style\s*>/gi,
  "!--": /-->/g,
};

/** Without scripts, styles and comments. One that does not end is none: a title may speak of the element. */
function withoutUnseen(markup: string): string {
  const endless = new Set<string>();
  let seen = "";
  let at = 0;
  for (const { index, 0: opening, 1: name = "!--" } of markup.matchAll(OPENINGS)) {
    const kind = name.toLowerCase();
    if (index < at || endless.has(kind)) continue;
    const ending = ENDINGS[kind]!;
    ending.lastIndex = index + opening.length;
    if (ending.exec(markup)) {
      seen += `${markup.slice(at, index)} `;
      at = ending.lastIndex;
    } else endless.add(kind);
  }
  return seen + markup.slice(at);
}

const INLINE = /^<\/?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b/i;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
};

/** At most so many UTF-16 units, cut between words, with an ellipsis where something was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const end = cut.lastIndexOf(" ");
  return `${(end > limit / 2 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, "")).replace(/[\s,;:–—-]+$/, "")}…`;
}
