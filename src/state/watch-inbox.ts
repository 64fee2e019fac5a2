import { countInbox } from "#storage/inbox.ts";
import { countWanted } from "#storage/images.ts";
import type { AddingParts } from "./adding.ts";
import { loadAdding } from "./lazy.ts";

/** Goes on with what is on its way, from earlier or from the share sheet, and with pictures still to come. Never rejects. */
export async function watchInbox(app: AddingParts): Promise<void> {
  const goOn = async () => void (await loadAdding()).addingOf(app);
  app.storage.onChange((change) => {
    if (change.type === "inbox") goOn().catch(() => {});
  });
  try {
    if ((await countInbox(app.storage)) + (await countWanted(app.storage)) > 0) await goOn();
  } catch {
    // Without storage there is nothing on its way; without the part it goes on next time.
  }
}
