import { countFeeds } from "#storage/feed-counts.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import type { FeedsModel } from "./feeds-model.ts";
import { isOffline } from "./in-turn.ts";

/**
 * Looks for new entries of feeds when the app is opened, and when it comes back into view or to a network, as long as one of them is
 * due. A reader without feeds is spared all but a count. `load`: there are feeds to speak of. Never rejects.
 */
export async function watchFeeds(storage: LibraryStorage, load: () => Promise<FeedsModel>): Promise<void> {
  const look = async () => {
    try {
      const { feeds, offers } = await countFeeds(storage);
      if (feeds + offers === 0) return;
      const model = await load();
      if (!isOffline() && document.visibilityState === "visible") await model.checkDue();
    } catch {
      // Without storage, or the part that knows feeds, there is nothing to tell now.
    }
  };
  addEventListener("online", () => void look());
  document.addEventListener("visibilitychange", () => void look());
  storage.onChange((change) => {
    // What another tab follows, or has found.
    if (change.type === "feeds") void look();
  });
  await look();
}
