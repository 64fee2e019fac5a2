import { countInbox } from "#storage/inbox.ts";
import { countWanted } from "#storage/images.ts";
import type { LibraryStorage } from "#storage/storage.ts";

/**
 * Has the app go on with what is on its way, from earlier or from the share sheet, and with pictures still to come, as soon as there
 * is any. Never rejects.
 */
export async function watchInbox(storage: LibraryStorage, goOn: () => Promise<unknown>): Promise<void> {
  storage.onChange((change) => {
    if (change.type === "inbox") goOn().catch(() => {});
  });
  try {
    if ((await countInbox(storage)) + (await countWanted(storage)) > 0) await goOn();
  } catch {
    // Without storage there is nothing on its way; without the part it goes on next time.
  }
}
