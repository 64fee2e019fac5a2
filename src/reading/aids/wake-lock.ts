/** Whether this browser can keep the screen on. */
export function canHoldScreen(): boolean {
  return "wakeLock" in navigator;
}

/**
 * Keeps the screen on until it is told to stop. The browser takes the lock away whenever the page is hidden, and may refuse it (low
 * battery): https://developer.mozilla.org/docs/Web/API/WakeLock. It is asked again each time the page is shown.
 */
export function holdScreen(): () => void {
  if (!canHoldScreen()) return () => {};
  const end = new AbortController();
  let lock: WakeLockSentinel | undefined;

  const take = async () => {
    if (document.visibilityState !== "visible" || (lock && !lock.released)) return;
    try {
      const taken = await navigator.wakeLock.request("screen");
      // Two may have been asked for, or nobody may want it any more.
      if (end.signal.aborted || (lock && !lock.released)) await taken.release();
      else lock = taken;
    } catch {
      // Refused: the screen goes dark as it always does.
    }
  };
  document.addEventListener("visibilitychange", () => void take(), { signal: end.signal });
  void take();
  return () => {
    end.abort();
    void lock?.release();
    lock = undefined;
  };
}
