import type { ReadonlySignal } from "@preact/signals";
import { Workbox } from "workbox-window";
import type { UpdatesModel } from "#state/updates.ts";
import { whenIdle } from "#state/when-idle.ts";
import { trustedWorker } from "#protocol/trusted-worker.ts";

/**
 * Registers the service worker once the page has painted, and offers its updates. A new version waits until the reader takes it;
 * all tabs then reload into it together, because the one worker serves them all.
 */
export async function registerServiceWorker(
  base: string,
  updates: UpdatesModel,
  busy: ReadonlySignal<boolean>,
  beforeReload: () => void,
): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const workbox = new Workbox(trustedWorker(`${base}sw.js`), { scope: base });
  const offer = () => updates.offer(() => workbox.messageSkipWaiting());
  workbox.addEventListener("waiting", offer);

  // A page that was loaded without a worker is not reloaded when the first one takes charge of it.
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // Another tab may have taken the update while a voice speaks in this one, or a sound file is made.
    if (controlled)
      whenIdle(busy, () => {
        beforeReload();
        location.reload();
      });
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
