import type { Incoming, InboxItem, KeptFile, ListedIncoming } from "#protocol/inbox.ts";

/** Something out of a share; its files are in storage already. */
type SharedItem = InboxItem<Incoming | ListedIncoming>;

/** What apps write around an address that they share is not longer, in UTF-16 units. */
const LONGEST_NOTE = 600;

/** Words beside files that have no address in them and are not longer, in UTF-16 units, are a caption: they say what the files are. */
const LONGEST_CAPTION = 200;

/**
 * What a share says, as one thing or several on their way: its files first, and then its addresses, which Android puts into the text, or
 * its text. A long text is what is wanted, whatever addresses are in it; a caption of files is left out. At least one.
 */
export function incomingOfShare(
  { way, address }: Pick<InboxItem, "way" | "address">,
  fields: readonly [string, string | KeptFile][],
  addressesIn: (text: string) => string[],
): [SharedItem, ...SharedItem[]] {
  const text = (name: string) =>
    fields.flatMap(([key, value]) => (key === name && typeof value === "string" ? [value.trim()] : []));
  const title = text("title")[0];
  const item = (name: string, incoming: Incoming | ListedIncoming, at = address): SharedItem => ({
    way,
    name: name.slice(0, 200),
    ...(at && { address: at }),
    incoming,
    status: "waiting",
  });
  const files = fields
    .flatMap(([, value]) => (typeof value === "string" ? [] : [value]))
    .map((file): SharedItem => {
      const one = item(file.name, { kind: "file", ...file });
      return file.problem ? { ...one, status: "failed", problem: file.problem } : one;
    });
  const said = text("text").join("\n\n");
  const urls = text("url").filter(Boolean);
  const addresses = addressesIn([...urls, said].join("\n"));
  const words = (): SharedItem[] => {
    if (addresses.length > 0 && (urls.length > 0 || !isTextToRead(said)))
      return addresses.map((found) =>
        item(addresses.length === 1 && title ? title : found, { kind: "address" }, found),
      );
    if (files.length > 0 && said.length <= LONGEST_CAPTION) return [];
    if (said) return [item(title || said.slice(0, 80), { kind: "text", text: said, ...(title && { title }) })];
    return [item(title ?? "", { kind: "text", text: title ?? "" })];
  };
  const [first, ...rest] = [...files, ...words()];
  return [first!, ...rest];
}

/** What a share may be called until it is told apart, and the address that is likely in it. */
export function glanceAtShare(fields: readonly [string, string | KeptFile][]): { name: string; address?: string } {
  const text = (wanted: string) =>
    fields.flatMap(([name, value]) => (name === wanted && typeof value === "string" ? [value.trim()] : [])).join("\n");
  const files = fields.flatMap(([, value]) => (typeof value === "string" ? [] : [value.name]));
  const said = text("text");
  const [address] = /\bhttps?:\/\/[^\s<>"”)]+[^\s<>"”).,;:!?]/i.exec(`${text("url")} ${said}`) ?? [];
  const name = files.join(", ") || text("title") || address || said;
  return { name: name.slice(0, 200), ...(address && { address }) };
}

/** A piece of a page that was selected before it was shared has its place in the address: https://developer.mozilla.org/docs/Web/URI/Reference/Fragment/Text_fragments */
function isTextToRead(said: string): boolean {
  const words = said.replaceAll(/\bhttps?:\/\/\S+/gi, "").trim();
  return words.length > LONGEST_NOTE || (said.includes("#:~:text=") && words.length > 80);
}
