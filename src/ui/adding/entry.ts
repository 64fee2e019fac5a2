/**
 * With what the view of adding was opened.
 * - `shared`: the service worker has stored what was shared, or what another site posted as if it were. In a window of the installed app, which
 *   no site can open, it goes on at once; elsewhere it waits in the list for the reader. `key`: of its item.
 * - `given`: text for the field, from an address that any other site may have made. It waits for the reader to press “Add”: a
 *   site must not be able to have pages fetched and kept by leading somebody here. `lost`: so many files were shared too, while there was
 *   no service worker yet to keep them.
 * - `handover`: the bookmarklet of another tab hands a page over; `address` is that page's, for when it cannot.
 */
export type Entry =
  | { kind: "plain" }
  | { kind: "shared"; key: number }
  | { kind: "given"; text: string; lost: number }
  | { kind: "handover"; address: string };

/** Reads the address of the view. What a share has put into more than one parameter is given once. */
export function entryOf(url: URL): Entry {
  const { searchParams: query } = url;
  if (query.has("handover")) return { kind: "handover", address: decode(url.hash.slice(1)) };
  if (query.has("shared")) return { kind: "shared", key: Number(query.get("shared")) };
  const [title, said] = [query.get("title"), query.get("text")];
  const repeated = title?.trim() && said?.trimStart().toLowerCase().startsWith(title.trim().toLowerCase());
  const parts = [rawAddress(url) ?? query.get("url"), repeated ? undefined : title, said];
  const given: string[] = [];
  for (const part of parts) {
    const text = part?.trim();
    if (text && !given.some((other) => other.includes(text))) given.push(text);
  }
  const lost = Number(query.get("files")) || 0;
  return given.length > 0 || lost > 0 ? { kind: "given", text: given.join("\n"), lost } : { kind: "plain" };
}

/** A Shortcut of iOS puts the address behind `?url=` as it stands, with all its own `&` and `#`. */
function rawAddress({ search, hash }: URL): string | undefined {
  return /^\?url=(https?:\/\/.+)$/i.exec(search + hash)?.[1];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
