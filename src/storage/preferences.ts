import type { Look } from "#domain/look.ts";
import type { Preferences } from "#domain/settings.ts";
import type { Change } from "#protocol/changes.ts";
import type { Connection } from "./connection.ts";
import type { LecternSchema } from "./database.ts";
import { read, write } from "./transact.ts";

/**
 * Everything rejects with a `StorageError`, and with nothing else. Whoever changes something says how the result looks, and that is
 * kept with it: the service worker and a first view need the look, and not what it is worked out by.
 */
export interface PreferenceStore {
  /** What the reader has chosen, as stored: another version may have written it, so `resolveSettings` has to check it. */
  readPreferences(): Promise<Preferences>;
  readLook(): Promise<Look | undefined>;
  /** Changes these settings and leaves the others as they are, whichever tab set them. `voices` counts as one setting. Yields the result. */
  savePreferences(patch: Preferences, lookOf: LookOf): Promise<Preferences>;
  /** Forgets what was chosen for these settings, and in the same step changes what `patch` names. Yields the result. */
  resetPreferences(names: readonly (keyof Preferences)[], lookOf: LookOf, patch?: Preferences): Promise<Preferences>;
}

type LookOf = (preferences: Preferences) => Look;

/** How pages are to look: apart from the rest because the service worker needs only this. */
export async function readLook(connection: Connection<LecternSchema>): Promise<Look | undefined> {
  return (await connection.run((db) => read(db, ["preferences"], (tx) => tx.store.get("look")))) as Look | undefined;
}

export function createPreferenceStore(
  connection: Connection<LecternSchema>,
  announce: (change: Change) => void,
): PreferenceStore {
  /** Reads and writes in one transaction, so that no change from elsewhere can fall between the two. */
  async function update(change: (stored: Preferences) => Preferences, lookOf: LookOf): Promise<Preferences> {
    const result = await connection.run((db) =>
      write(db, ["preferences"], "relaxed", async (tx) => {
        const preferences = change(((await tx.store.get("reader")) as Preferences | undefined) ?? {});
        await tx.store.put(preferences, "reader");
        await tx.store.put(lookOf(preferences), "look");
        return preferences;
      }),
    );
    announce({ type: "preferences" });
    return result;
  }

  return {
    async readPreferences() {
      const stored = await connection.run((db) => read(db, ["preferences"], (tx) => tx.store.get("reader")));
      return (stored as Preferences | undefined) ?? {};
    },

    readLook: () => readLook(connection),

    savePreferences: (patch, lookOf) => update((stored) => ({ ...stored, ...patch }), lookOf),

    resetPreferences: (names, lookOf, patch) =>
      update((stored) => {
        const kept = { ...stored };
        for (const name of names) delete kept[name];
        return { ...kept, ...patch };
      }, lookOf),
  };
}
