import { type Signal, signal } from "@preact/signals";
import type { StorageReason } from "#protocol/storage-reason.ts";
import { StorageError } from "#storage/errors.ts";

/** What went wrong with keeping things on the device, until the reader has dismissed it. */
export interface ProblemsModel {
  storage: Signal<StorageReason | undefined>;
  /** Takes the outcome of a write the reader should hear about when it fails. Never rejects; true where it succeeded. */
  watch(write: Promise<unknown>): Promise<boolean>;
  report(error: unknown): void;
  dismiss(): void;
}

export function createProblems(): ProblemsModel {
  const storage = signal<StorageReason | undefined>(undefined);
  const report = (error: unknown) => {
    storage.value = error instanceof StorageError ? error.reason : "failed";
  };
  return {
    storage,
    report,
    async watch(write) {
      try {
        await write;
        return true;
      } catch (error) {
        report(error);
        return false;
      }
    },
    dismiss: () => (storage.value = undefined),
  };
}
