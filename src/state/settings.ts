import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type Look, lookOf } from "#domain/look.ts";
import { type Preferences, resolveSettings, type Settings, TEXT_SETTINGS } from "#domain/settings.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { withPatience } from "./patience.ts";
import type { ProblemsModel } from "./problems.ts";

export interface SettingsModel {
  settings: ReadonlySignal<Settings>;
  /** What of them the reader chose; the rest is left to defaults, which are not the same in every script. */
  chosen: ReadonlySignal<Preferences>;
  /** How the page is to look by them. */
  look: ReadonlySignal<Look>;
  /** False until what is stored has been read: before that nothing on screen may be changed to suit the settings. */
  loaded: ReadonlySignal<boolean>;
  /** The text settings as they were before the last reset, for as long as that can be undone. */
  beforeReset: ReadonlySignal<Preferences | undefined>;
  load(): Promise<void>;
  /** In force at once, then kept. */
  change(patch: Preferences): void;
  resetText(): void;
  undoReset(): void;
}

export function createSettings(storage: LibraryStorage, problems: ProblemsModel): SettingsModel {
  const preferences = signal<Preferences>({});
  const loaded = signal(false);
  const beforeReset = signal<Preferences | undefined>(undefined);

  async function load(): Promise<void> {
    try {
      preferences.value = await withPatience(storage.readPreferences());
    } catch (error) {
      problems.report(error);
    }
    loaded.value = true;
  }

  storage.onChange((change) => {
    if (change.type === "preferences") void load();
  });

  const change = (patch: Preferences) => {
    preferences.value = { ...preferences.value, ...patch };
    void problems.watch(storage.savePreferences(patch));
  };

  return {
    settings: computed(() => resolveSettings(preferences.value)),
    chosen: preferences,
    look: computed(() => lookOf(preferences.value)),
    loaded,
    beforeReset,
    load,
    change(patch) {
      beforeReset.value = undefined;
      change(patch);
    },
    resetText() {
      const kept = { ...preferences.value };
      const old: Preferences = {};
      for (const name of TEXT_SETTINGS) {
        if (kept[name] !== undefined) Object.assign(old, { [name]: kept[name] });
        delete kept[name];
      }
      beforeReset.value = old;
      preferences.value = kept;
      void problems.watch(storage.resetPreferences(TEXT_SETTINGS));
    },
    undoReset() {
      const old = beforeReset.value;
      beforeReset.value = undefined;
      if (old) change(old);
    },
  };
}
