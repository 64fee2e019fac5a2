import { type Signal, signal } from "@preact/signals";
import type { Look } from "#domain/look.ts";
import type { Preferences } from "#domain/settings.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { withPatience } from "./patience.ts";
import type { ProblemsModel } from "./problems.ts";

/**
 * What the reader chose, and how pages look by it, as both are kept. What the settings are, and changing them, is the business of
 * `settings-editor.ts`: a first visit needs neither.
 */
export interface SettingsModel {
  readonly chosen: Signal<Preferences>;
  readonly look: Signal<Look>;
  /** False until what is stored has been read: before that nothing on screen may be changed to suit the settings. */
  readonly loaded: Signal<boolean>;
  /** Never rejects. Again whenever another tab has changed something. */
  load(): Promise<void>;
}

const PLAIN: Look = { attributes: {}, properties: {} };

export function createSettings(storage: LibraryStorage, problems: ProblemsModel): SettingsModel {
  const chosen = signal<Preferences>({});
  const look = signal(PLAIN);
  const loaded = signal(false);

  async function load(): Promise<void> {
    try {
      const stored = await withPatience(Promise.all([storage.readPreferences(), storage.readLook()]));
      chosen.value = stored[0];
      look.value = stored[1] ?? PLAIN;
    } catch (error) {
      problems.report(error);
    }
    loaded.value = true;
  }

  storage.onChange((change) => {
    if (change.type === "preferences") void load();
  });

  return { chosen, look, loaded, load };
}
