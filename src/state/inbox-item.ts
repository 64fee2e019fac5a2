import type { InboxItem } from "#protocol/inbox.ts";

/** Something that has just come in, and waits for its turn. */
export function itemOf(
  way: InboxItem["way"],
  name: string,
  incoming: InboxItem["incoming"],
  address?: string,
): InboxItem {
  return { way, name: name.slice(0, 200), ...(address && { address }), incoming, status: "waiting" };
}

export const itemOfAddress = (address: string) => itemOf("address", address, { kind: "address" }, address);
