import type { Page } from "@playwright/test";
import { lookOf } from "../../src/domain/look.ts";
import type { Preferences } from "../../src/domain/settings.ts";

/**
 * What the app has stored, read past its own code. The connection is closed at once, so that it stands in nobody's way. Undefined
 * where there is no such entry.
 */
export function readStored<T>(
  page: Page,
  store: string,
  key: string | number | (string | number)[],
): Promise<T | undefined> {
  return page.evaluate(
    async ([name, id]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("lectern");
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
      try {
        return await new Promise<T>((resolve, reject) => {
          const request = db.transaction(name).objectStore(name).get(id);
          request.addEventListener("success", () => resolve(request.result as T));
          request.addEventListener("error", () => reject(request.error));
        });
      } finally {
        db.close();
      }
    },
    [store, key] as const,
  );
}

/** Puts values into the stores of the app past its own code: `{ records: [...], preferences: [{ theme: "dark" }] }`, which brings its look. */
export async function plant(page: Page, values: Record<string, unknown[]>): Promise<void> {
  const looks = ((values["preferences"] ?? []) as Preferences[]).map(lookOf);
  await page.evaluate(
    async ([planted, looked]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("lectern");
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
      const tx = db.transaction(Object.keys(planted), "readwrite");
      for (const [name, entries] of Object.entries(planted)) {
        const store = tx.objectStore(name);
        for (const entry of entries) store.put(entry, store.keyPath === null ? "reader" : undefined);
      }
      for (const look of looked!) tx.objectStore("preferences").put(look, "look");
      await new Promise((resolve, reject) => {
        tx.addEventListener("complete", resolve);
        tx.addEventListener("abort", () => reject(tx.error));
      });
      db.close();
    },
    [values, looks] as const,
  );
}

/** Takes one record away behind the app's back. */
export function removeStored(page: Page, store: string, key: string): Promise<void> {
  return page.evaluate(
    async ([from, which]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("lectern");
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
      await new Promise<void>((resolve, reject) => {
        const tx = db.transaction(from, "readwrite");
        tx.objectStore(from).delete(which);
        tx.addEventListener("complete", () => resolve());
        tx.addEventListener("abort", () => reject(tx.error));
      });
      db.close();
    },
    [store, key] as const,
  );
}

/** Stores noise until not a kilobyte of the origin's quota is left. Fails where `quota` bytes of it do not fill it. */
export function fillDatabase(page: Page, quota: number): Promise<void> {
  return page.evaluate(async (most) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("lectern");
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
    const put = (size: number) =>
      new Promise<boolean>((resolve) => {
        const noise = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
        const tx = db.transaction("preferences", "readwrite");
        tx.objectStore("preferences").put(noise, crypto.randomUUID());
        tx.addEventListener("complete", () => resolve(true));
        tx.addEventListener("abort", () => resolve(false));
      });
    let stored = 0;
    for (let size = 1_048_576; size >= 1024; size /= 2) {
      while (await put(size)) if ((stored += size) > most) throw new Error("There is no end to the room.");
    }
    db.close();
  }, quota);
}
