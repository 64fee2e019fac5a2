import { effect, type ReadonlySignal } from "@preact/signals";
import { Workbox } from "workbox-window";
import type { UpdatesModel } from "#state/updates.ts";
import { trustedWorker } from "#protocol/trusted-worker.ts";

function whenReleased(held: ReadonlySignal<boolean>, work: () => void): void {
  const stop = effect(() => {
    if (held.value) return;
    // Not before there is a `stop`, and what holds now may have given way to what holds next.
    queueMicrotask(() => {
      stop();
      work();
    });
  });
}

/**
 * Registers the service worker once the page has painted, and offers its updates. A new version waits until the reader takes it;
 * all tabs then reload into it together, because the one worker serves them all.
 */
export async function registerServiceWorker(
  base: string,
  updates: UpdatesModel,
  whenQuiet: (work: () => void) => void,
  beforeReload: () => void,
): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const workbox = new Workbox(trustedWorker(`${base}sw.js`), { scope: base });
  const offer = () => updates.offer(() => workbox.messageSkipWaiting());
  workbox.addEventListener("waiting", offer);

  // A page that was loaded without a worker is not reloaded when the first one takes charge of it.
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (controlled) {
      // Another tab may have taken the update while a voice speaks in this one, or a sound file is made.
      const reload = () =>
        whenQuiet(() => {
          if (updates.held.peek()) return whenReleased(updates.held, reload);
          beforeReload();
          location.reload();
        });
      reload();
    }
    controlled = true;
  });

  try {
    await workbox.register({ immediate: true });
  } catch {
    return; // Blocked by the browser or its settings: the app works, but only with a network.
  }
  // A page that stays open for days still hears of new versions: whenever it comes back into view, at most once an hour.
  let checked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - checked < 3_600_000) return;
    checked = Date.now();
    workbox.update().catch(() => {});
  });
}
