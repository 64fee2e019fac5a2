import type { Feed } from "#state/feeds-model.ts";

export type Folder = readonly string[];

/** Feeds by the folders they are in, those in none first, and the folders by their names. The order of the feeds stays. */
export function byFolder(feeds: readonly Feed[]): { folder: Folder; feeds: Feed[] }[] {
  const groups = new Map<string, { folder: Folder; feeds: Feed[] }>();
  for (const feed of feeds) {
    const { folder } = feed;
    const key = keyOf(folder);
    const group = groups.get(key);
    if (group) group.feeds.push(feed);
    else groups.set(key, { folder, feeds: [feed] });
  }
  return [...groups.values()].toSorted((a, b) => compare(a.folder, b.folder));
}

/** Tells one folder from another. */
export const keyOf = (folder: Folder): string => JSON.stringify(folder);

/** What lies within a folder comes after it. */
function compare(one: Folder, other: Folder): number {
  for (const [index, name] of one.entries()) {
    const order = name.localeCompare(other[index] ?? "");
    if (order !== 0) return order;
  }
  return one.length - other.length;
}
