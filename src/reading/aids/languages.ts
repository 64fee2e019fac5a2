import type { Span } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";

/** The stretches of a leaf's text that are of one language each: a word of French in an English sentence is divided as French. */
export function languagesOf(leaf: Leaf, articleLang: string): { lang: string; span: Span }[] {
  const stretches: { lang: string; span: Span }[] = [];
  let at = 0;
  for (const inline of leaf.content) {
    const length = "text" in inline ? inline.text.length : 1;
    const marked = inline.marks?.findLast((mark) => mark.type === "language");
    const lang = marked?.lang ?? leaf.lang ?? articleLang;
    const code = inline.marks?.some(({ type }) => type === "code");
    const last = stretches.at(-1);
    if (!code && last?.lang === lang && last.span.end === at) last.span.end += length;
    else if (!code) stretches.push({ lang, span: { start: at, end: at + length } });
    at += length;
  }
  return stretches;
}
