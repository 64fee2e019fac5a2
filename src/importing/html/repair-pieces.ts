import { cut, nameOf } from "./blocks/elements.ts";

/** What a piece of a page is. */
export type PieceKind = "heading" | "paragraph" | "list" | "quote" | "table" | "code" | "picture" | "media" | "formula";

const KINDS: Record<string, PieceKind> = {
  audio: "media",
  blockquote: "quote",
  dl: "list",
  embed: "media",
  iframe: "media",
  img: "picture",
  math: "formula",
  ol: "list",
  picture: "picture",
  pre: "code",
  table: "table",
  ul: "list",
  video: "media",
};

/** What a figure can be, by what it holds: of the first of these, not in the order of the page. */
const IN_FIGURES = ["table", "pre", "blockquote", "img", "video", "audio", "iframe", "embed", "math"];

export function kindOf(piece: Element): PieceKind {
  const name = nameOf(piece);
  if (/^h[1-6]$/.test(name)) return "heading";
  if (name !== "figure") return KINDS[name] ?? "paragraph";
  return KINDS[IN_FIGURES.find((inner) => piece.querySelector(inner) !== null) ?? "img"]!;
}

/** The beginning of what a piece says; of a picture, what it shows. May be empty. */
export function textOf(piece: Element): string {
  const image = piece.matches("img") ? piece : piece.querySelector("img");
  const parts = textsApart(piece);
  const text = parts.length > 0 ? parts.join(", ") : piece.textContent;
  return cut(text ?? "", 200) || cut(image?.getAttribute("alt") ?? piece.getAttribute("title") ?? "", 200);
}

const ENTRIES = "li, dt, dd, th, td";

/** The entries of a list and the cells of a table, each once: what is in one of another is an entry of its own. */
function textsApart(piece: Element): string[] {
  return [...piece.querySelectorAll(ENTRIES)].flatMap((entry) => {
    const own = entry.cloneNode(true) as Element;
    for (const inner of own.querySelectorAll(ENTRIES)) inner.remove();
    return own.textContent?.trim() || [];
  });
}
