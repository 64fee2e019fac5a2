import type { Preferences } from "#domain/settings.ts";
import type { Change } from "#protocol/changes.ts";
import type { Connection } from "./connection.ts";
import type { LecternSchema } from "./database.ts";
import { read, write } from "./transact.ts";

/** Everything rejects with a `StorageError`, and with nothing else. */
export interface PreferenceStore {
  /** What the reader has chosen, as stored: another version may have written it, so `resolveSettings` has to check it. */
  readPreferences(): Promise<Preferences>;
  /** Changes these settings and leaves the others as they are, whichever tab set them. `voices` counts as one setting. Yields the result. */
  savePreferences(patch: Preferences): Promise<Preferences>;
  /** Forgets what was chosen for these settings. Yields the result. */
  resetPreferences(names: readonly (keyof Preferences)[]): Promise<Preferences>;
}

/** What the reader has chosen: apart from the rest because the service worker needs only this. */
export async function readPreferences(connection: Connection<LecternSchema>): Promise<Preferences> {
  return (await connection.run((db) => read(db, ["preferences"], (tx) => tx.store.get("reader")))) ?? {};
}

export function createPreferenceStore(
  connection: Connection<LecternSchema>,
  announce: (change: Change) => void,
): PreferenceStore {
  /** Reads and writes in one transaction, so that no change from elsewhere can fall between the two. */
  async function update(change: (stored: Preferences) => Preferences): Promise<Preferences> {
    const result = await connection.run((db) =>
      write(db, ["preferences"], "relaxed", async (tx) => {
        const preferences = change((await tx.store.get("reader")) ?? {});
        await tx.store.put(preferences, "reader");
        return preferences;
      }),
    );
    announce({ type: "preferences" });
    return result;
  }

  return {
    readPreferences: () => readPreferences(connection),

    savePreferences: (patch) => update((stored) => ({ ...stored, ...patch })),

    resetPreferences: (names) =>
      update((stored) => {
        const kept = { ...stored };
        for (const name of names) delete kept[name];
        return kept;
      }),
  };
}
