import type { App } from "#state/app.ts";
import { watchInbox } from "#state/watch-inbox.ts";
import { watchDrops } from "#ui/adding/drops.ts";
import { addDropped } from "./add-dropped.ts";
import { registerServiceWorker } from "./service-worker.ts";

/** What can wait until the page has been painted, and is no part of the first script. */
export function afterStart(app: App, whenQuiet: (work: () => void) => void, beforeReload: () => void): void {
  void registerServiceWorker(app.base, app.updates, whenQuiet, beforeReload);
  void watchInbox(app);
  watchDrops((files) => void addDropped(app, files));
}
