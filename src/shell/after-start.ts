import type { ReadonlySignal } from "@preact/signals";
import type { App } from "#state/app.ts";
import { clearSoundFiles } from "#state/leftovers/sound-files.ts";
import { watchFeeds } from "#state/watch-feeds.ts";
import { watchInbox } from "#state/watch-inbox.ts";
import { whenIdle } from "#state/when-idle.ts";
import { watchDrops } from "#ui/adding/drops.ts";
import { goToAdding } from "./go-to-adding.ts";
import { loadNews } from "#ui/lazy.ts";
import { registerServiceWorker } from "./service-worker.ts";

/** In milliseconds. The page before this one may have given the browser a sound file that is read still. */
const CLEARING_UP = 60_000;

/** What can wait until the page has been painted, and is no part of the first script. */
export function afterStart(app: App, busy: ReadonlySignal<boolean>, beforeReload: () => void): void {
  void registerServiceWorker(app.base, app.updates, busy, beforeReload);
  const goOn = async () => (await loadNews()).showNews(app);
  void watchInbox(app.storage, goOn);
  void watchFeeds(app.storage, async () => (await goOn()).feeds);
  watchDrops(() => goToAdding(app.base));
  setTimeout(() => whenIdle(busy, clearSoundFiles), CLEARING_UP);
}
