import type { Incoming, InboxItem } from "#protocol/inbox.ts";
import { addressesIn } from "./addresses.ts";

/**
 * What a share says, as one thing or several on their way: its files; else its addresses, which Android puts into the text; else its
 * text. At least one.
 */
export function incomingOfShare(
  { way, address }: Pick<InboxItem, "way" | "address">,
  fields: readonly [string, string | File][],
): [InboxItem, ...InboxItem[]] {
  const text = (name: string) =>
    fields.flatMap(([key, value]) => (key === name && typeof value === "string" ? [value.trim()] : []));
  const title = text("title")[0];
  const item = (name: string, incoming: Incoming, at = address): InboxItem => ({
    way,
    name: name.slice(0, 200),
    ...(at && { address: at }),
    incoming,
    status: "waiting",
  });
  const files = fields.flatMap(([, value]) => (typeof value === "string" ? [] : [value]));
  if (files.length > 0) {
    const [first, ...rest] = files.map((file) =>
      item(file.name, { kind: "file", name: file.name, type: file.type, bytes: file }),
    );
    return [first!, ...rest];
  }
  const said = text("text").join("\n\n");
  const addresses = addressesIn([...text("url"), said].join("\n"));
  if (addresses.length > 0) {
    const [first, ...rest] = addresses.map((found) =>
      item(addresses.length === 1 && title ? title : found, { kind: "address" }, found),
    );
    return [first!, ...rest];
  }
  const whole = [title, said].filter(Boolean).join("\n\n");
  return [item(title || said.slice(0, 80), { kind: "text", text: whole })];
}
