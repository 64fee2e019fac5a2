/** For tests: a disk that fails. */

/** Ends a transaction of fake-indexeddb the way a browser does it, for a reason that is not the app's. */
export function abortWith(transaction: IDBTransaction | null, errorName: string): void {
  (transaction as unknown as { _abort(errorName: string): void })._abort(errorName);
}

/**
 * Makes fake-indexeddb behave as Chromium does with its quota exhausted, for writes to one store: the request succeeds, then the
 * transaction is aborted. Returns how to make room again.
 */
export function fillDisk(storeName: string): () => void {
  const { put, add } = IDBObjectStore.prototype;
  for (const [name, write] of Object.entries({ put, add }) as ["put" | "add", typeof put][]) {
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args) {
      const request = write.apply(this, args);
      if (this.name === storeName) {
        request.addEventListener("success", () => abortWith(request.transaction, "QuotaExceededError"));
      }
      return request;
    };
  }
  return () => Object.assign(IDBObjectStore.prototype, { put, add });
}
