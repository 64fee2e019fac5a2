/** Between two pictures, so that what the reader does meanwhile comes first; in milliseconds, where the browser has no idle time to tell of. */
const BREATH = 200;

/**
 * Pictures come when they are near the window, which spares a slow network. Paper has no window: those that were never near would be
 * missing from it. Once the service worker keeps them on the device, the rest are loaded one by one while the browser is idle; they are
 * decoded only where they are shown. Without the worker they are asked for as printing begins, which may be too late.
 * Returns the way to stop.
 */
export function loadKeptPictures(island: HTMLElement): () => void {
  const end = new AbortController();
  const { signal } = end;
  const waiting = () => island.querySelectorAll<HTMLImageElement>("img[loading=lazy]");
  const soon = (work: () => void) =>
    "requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work, BREATH);

  const loadNext = () => {
    const [next] = waiting();
    if (signal.aborted || !navigator.serviceWorker?.controller) return;
    if (!next) {
      // The end of a long text is still to come.
      if (document.querySelector("[data-growing]")) setTimeout(loadNext, 10 * BREATH);
      return;
    }
    const goOn = () => soon(loadNext);
    next.loading = "eager";
    if (next.complete) return void goOn();
    next.addEventListener("load", goOn, { once: true, signal });
    next.addEventListener("error", goOn, { once: true, signal });
  };

  const begin = () => soon(loadNext);
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true, signal });
  addEventListener("beforeprint", () => waiting().forEach((image) => (image.loading = "eager")), { signal });
  return () => end.abort();
}
