import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { lookOf } from "#domain/look.ts";
import { type Preferences, resolveSettings, type Settings, TEXT_SETTINGS } from "#domain/settings.ts";
import type { App } from "./app.ts";

export interface SettingsEditor {
  /** All of them, as they are in force. */
  settings: ReadonlySignal<Settings>;
  /** The text settings as they were before the last reset, for as long as that can be undone. */
  beforeReset: ReadonlySignal<Preferences | undefined>;
  /** In force at once, then kept. */
  change(patch: Preferences): void;
  resetText(): void;
  undoReset(): void;
}

export type EditorParts = Pick<App, "settings" | "storage" | "problems">;

const editors = new WeakMap<EditorParts["settings"], SettingsEditor>();

/** The one editor of an app's settings. */
export function editorOf(app: EditorParts): SettingsEditor {
  let editor = editors.get(app.settings);
  if (!editor) editors.set(app.settings, (editor = createEditor(app)));
  return editor;
}

function createEditor({ settings: model, storage, problems }: EditorParts): SettingsEditor {
  const beforeReset = signal<Preferences | undefined>(undefined);

  const choose = (preferences: Preferences) =>
    batch(() => {
      model.chosen.value = preferences;
      model.look.value = lookOf(preferences);
    });
  const change = (patch: Preferences) => {
    choose({ ...model.chosen.peek(), ...patch });
    void problems.watch(storage.savePreferences(patch, lookOf));
  };

  return {
    settings: computed(() => resolveSettings(model.chosen.value)),
    beforeReset,
    change(patch) {
      beforeReset.value = undefined;
      change(patch);
    },
    resetText() {
      const kept = { ...model.chosen.peek() };
      const old: Preferences = {};
      for (const name of TEXT_SETTINGS) {
        if (kept[name] !== undefined) Object.assign(old, { [name]: kept[name] });
        delete kept[name];
      }
      beforeReset.value = old;
      choose(kept);
      void problems.watch(storage.resetPreferences(TEXT_SETTINGS, lookOf));
    },
    undoReset() {
      const old = beforeReset.peek();
      beforeReset.value = undefined;
      if (old) change(old);
    },
  };
}

/** Where another version of the app wrote the look, to which the same choices look different: what is kept and shown is renewed. */
export function renewLook({ settings: { chosen, look }, storage, problems }: EditorParts): void {
  const fresh = lookOf(chosen.peek());
  if (JSON.stringify(fresh) === JSON.stringify(look.peek())) return;
  look.value = fresh;
  void problems.watch(storage.savePreferences({}, lookOf));
}
