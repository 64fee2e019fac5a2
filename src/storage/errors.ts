import type { StorageReason } from "#protocol/storage-reason.ts";

/** The only error that leaves `storage/`. The browser's own error, where there is one, is its `cause`. */
export class StorageError extends Error {
  readonly reason: StorageReason;

  constructor(reason: StorageReason, cause?: unknown) {
    super(cause instanceof Error && cause.message ? `${reason}: ${cause.message}` : reason, { cause });
    this.name = "StorageError";
    this.reason = reason;
  }
}

/** `otherwise` is the reason given for an error that does not carry one in its name. */
export function storageErrorFrom(error: unknown, otherwise: StorageReason): StorageError {
  if (error instanceof StorageError) return error;
  return new StorageError(REASONS[nameOf(error)] ?? otherwise, error);
}

/**
 * Whether an error may mean that the connection is dead and a new one would do. Browsers close connections behind the app's back
 * (a suspended tab, a restarted storage process, cleared data) and say it in these three names, depending on the engine and
 * on whether a transaction was under way: https://bugs.webkit.org/show_bug.cgi?id=197050,
 * https://github.com/Expensify/App/issues/87864. Messages differ by engine and release, so names alone decide; taking a mere
 * failure for a dead connection costs three more attempts.
 */
export function mayBeLostConnection(error: unknown): boolean {
  return REASONS[nameOf(error)] === "unavailable";
}

/** By name rather than by class: `QuotaExceededError` is a DOMException in some browsers and a class of its own in others. */
const REASONS: Partial<Record<string, StorageReason>> = {
  QuotaExceededError: "quota",
  VersionError: "newer-version",
  InvalidStateError: "unavailable",
  AbortError: "unavailable",
  UnknownError: "unavailable",
};

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
