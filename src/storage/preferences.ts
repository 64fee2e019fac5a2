import { type Look, lookOf } from "#domain/look.ts";
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

/** How pages are to look: apart from the rest because the service worker needs only this. */
export async function readLook(connection: Connection<LecternSchema>): Promise<Look | undefined> {
  return (await connection.run((db) => read(db, ["preferences"], (tx) => tx.store.get("look")))) as Look | undefined;
}

export function createPreferenceStore(
  connection: Connection<LecternSchema>,
  announce: (change: Change) => void,
): PreferenceStore {
  /** Reads and writes in one transaction, so that no change from elsewhere can fall between the two. */
  function rewrite(change: (stored: Preferences) => Preferences): Promise<Preferences> {
    return connection.run((db) =>
      write(db, ["preferences"], "relaxed", async (tx) => {
        const preferences = change(((await tx.store.get("reader")) as Preferences | undefined) ?? {});
        await tx.store.put(preferences, "reader");
        await tx.store.put(lookOf(preferences), "look");
        return preferences;
      }),
    );
  }

  async function update(change: (stored: Preferences) => Preferences): Promise<Preferences> {
    const result = await rewrite(change);
    announce({ type: "preferences" });
    return result;
  }

  return {
    async readPreferences() {
      const [stored, look] = await connection.run((db) =>
        read(db, ["preferences"], (tx) => Promise.all([tx.store.get("reader"), tx.store.get("look")])),
      );
      const preferences = stored as Preferences | undefined;
      // Another version, to which the same choices look different, wrote it. Not announced: two versions would never come to rest.
      if (preferences && JSON.stringify(look) !== JSON.stringify(lookOf(preferences)))
        void rewrite((same) => same).catch(() => {});
      return preferences ?? {};
    },

    savePreferences: (patch) => update((stored) => ({ ...stored, ...patch })),

    resetPreferences: (names) =>
      update((stored) => {
        const kept = { ...stored };
        for (const name of names) delete kept[name];
        return kept;
      }),
  };
}
