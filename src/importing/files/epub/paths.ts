/** Names of files inside a book. */

/** No such host can exist (https://www.rfc-editor.org/rfc/rfc2606#section-2): what is resolved against it and stays there is in the book. */
const INSIDE = "http://book.invalid/";

export interface Target {
  /** From the top of the archive. */
  path: string;
  /** Without the number sign; empty: the whole file. */
  fragment: string;
}

/** What an address written in a file of the book leads to; undefined where that is not inside the book. */
export function targetOf(href: string | null | undefined, from: string): Target | undefined {
  try {
    const url = new URL(href ?? "", INSIDE + from.split("/").map(encodeURIComponent).join("/"));
    if (!url.href.startsWith(INSIDE)) return undefined;
    return { path: decoded(url.pathname.slice(1)), fragment: decoded(url.hash.slice(1)) };
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
