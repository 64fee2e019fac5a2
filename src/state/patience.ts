import { StorageError } from "#storage/errors.ts";

/** Longer than storage takes on any device that works, in milliseconds. */
const PATIENCE = 3000;

/**
 * The result of a read or write, or a `StorageError` where the browser neither does it nor says why: another tab may be in the
 * middle of an upgrade, and WebKit has been seen not to answer at all. The work itself goes on, and may still be done.
 */
export function withPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StorageError("unavailable")), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
