import type { ReadonlySignal } from "@preact/signals";
import { PART_MISSING } from "#state/parts.ts";
import type { UpdatesModel } from "#state/updates.ts";

const STAMP = "lectern:reloaded-for-missing-part";

/** At most one reload of itself in this time, in milliseconds: a part that is really gone must not become a loop. */
const GUARD = 20_000;

/**
 * A part of the app may be gone from the server after an update while a page of the old version is open. Online, one reload
 * mends it; otherwise, or if it did not help, the reader is told. `busy`: a reload would cut a voice off or lose a sound file; then, too,
 * the reader is only told.
 */
export function recoverFromMissingParts(
  updates: UpdatesModel,
  busy: ReadonlySignal<boolean>,
  beforeReload: () => void,
): void {
  addEventListener(PART_MISSING, () => {
    if (!navigator.onLine || busy.peek() || !mayReload()) {
      updates.partMissing();
      return;
    }
    beforeReload();
    location.reload();
  });
}

/** Whether the last reload is long enough ago, and if so this one is noted. Where that cannot be remembered (a browser may forbid storage), it never is. */
function mayReload(): boolean {
  try {
    if (Date.now() - Number(sessionStorage.getItem(STAMP) ?? 0) < GUARD) return false;
    sessionStorage.setItem(STAMP, `${Date.now()}`);
    return true;
  } catch {
    return false;
  }
}
