import type { StorageLine } from "./inbox.ts";
import { read } from "./transact.ts";

/** How many feeds are followed, and how many entries they offer; the least that the start of the app has to know. */
export function countFeeds({ connection }: StorageLine): Promise<{ feeds: number; offers: number }> {
  return connection.run((db) =>
    read(db, ["feeds", "entries"], async (tx) => {
      const [feeds, offers] = await Promise.all([
        tx.objectStore("feeds").count(),
        tx.objectStore("entries").index("fresh").count(),
      ]);
      return { feeds, offers };
    }),
  );
}
