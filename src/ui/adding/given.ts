/** What a paste or a drop has brought, by what can be done with it. */
export type Given =
  | { kind: "files"; files: File[] }
  | { kind: "text"; text: string; html?: string }
  | { kind: "nothing" };

/** Beyond so many characters besides its addresses, a text is one to read. */
const SHORTEST_TEXT = 200;

/** Whether there is more in it than addresses and the words that shares put around them. */
export function isTextToRead(text: string): boolean {
  return text.replaceAll(/\bhttps?:\/\/\S+/gi, "").trim().length > SHORTEST_TEXT;
}

/** Whether an address in it has a name or a password before its host, which are nobody's to fetch with. */
export function hasPassword(text: string): boolean {
  return /\bhttps?:\/\/[^\s/?#@]*@/i.test(text);
}

/** The addresses in it that are not of the web, such as `ftp://…` and `file:///…`: nothing can be fetched from there. */
export function addressesElsewhere(text: string): string[] {
  const rest = text.replaceAll(/\bhttps?:\/\/\S+/gi, " ");
  return rest.match(/(?<![\p{L}\p{N}+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s<>"“”]+/giu) ?? [];
}

/** Whether each word of it is an address, of the web or not. */
export function isAllAddresses(text: string): boolean {
  return text
    .trim()
    .split(/\s+/)
    .every((word) => word.includes("://"));
}

/** Whether there is more in it than these pieces of it, and marks around them. */
export function hasMoreThan(pieces: readonly string[], text: string): boolean {
  let rest = text;
  for (const piece of pieces) rest = rest.replace(piece, () => " ");
  return /[\p{L}\p{N}]/u.test(rest);
}

/** Whether a press of Enter may stand for the button: there is one line, and it is an address. */
export function isLoneAddress(text: string): boolean {
  return /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(text.trim());
}

/** Files before text: a picture of a text comes with both. */
export function givenBy(data: DataTransfer | null): Given {
  if (!data) return { kind: "nothing" };
  if (data.files.length > 0) return { kind: "files", files: [...data.files] };
  const html = data.getData("text/html");
  const text = data.getData("text/uri-list").replaceAll(/^#.*$/gm, "").trim() || data.getData("text/plain");
  if (!text && !html) return { kind: "nothing" };
  return { kind: "text", text, ...(html && { html }) };
}

/**
 * What the clipboard holds, where the browser lets a page look: most ask the reader first. `undefined`: it does not.
 */
export async function readClipboard(): Promise<Given | undefined> {
  try {
    const [item] = await navigator.clipboard.read();
    const textOf = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : "");
    const [text, html] = [await textOf("text/plain"), await textOf("text/html")];
    if (!text && !html) return { kind: "nothing" };
    return { kind: "text", text, ...(html && { html }) };
  } catch {
    return undefined;
  }
}
