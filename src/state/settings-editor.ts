import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { lookOf } from "#domain/look.ts";
import { type Preferences, resolveSettings, type Settings, TEXT_SETTINGS, TYPE_SETTINGS } from "#domain/settings.ts";
import type { App } from "./app.ts";

export interface SettingsEditor {
  /** All of them, as they are in force. */
  settings: ReadonlySignal<Settings>;
  /** The text settings as they were before the last reset or preset, for as long as that can be undone. */
  beforeReset: ReadonlySignal<Preferences | undefined>;
  /** In force at once, then kept. */
  change(patch: Preferences): void;
  /** Returns one setting to its default, which the article's script may have its own idea of. */
  forget(setting: keyof Settings): void;
  /** Sets the type as a preset has it: what the preset does not name returns to its default. Can be undone like a reset. */
  use(preset: Preferences): void;
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

  /** Forgets these settings, and then chooses. In storage that is one step: nobody is left with half of it. */
  const replace = (names: readonly (keyof Settings)[], patch: Preferences) => {
    const chosen = model.chosen.peek();
    const kept = { ...chosen };
    const old: Preferences = {};
    for (const name of TEXT_SETTINGS) if (chosen[name] !== undefined) Object.assign(old, { [name]: chosen[name] });
    for (const name of names) delete kept[name];
    beforeReset.value = old;
    choose({ ...kept, ...patch });
    void problems.watch(storage.resetPreferences(names, lookOf, patch));
  };

  return {
    settings: computed(() => resolveSettings(model.chosen.value)),
    beforeReset,
    change(patch) {
      beforeReset.value = undefined;
      change(patch);
    },
    forget(setting) {
      beforeReset.value = undefined;
      const { [setting]: _, ...rest } = model.chosen.peek();
      choose(rest);
      void problems.watch(storage.resetPreferences([setting], lookOf));
    },
    use: (preset) => replace(TYPE_SETTINGS, preset),
    resetText() {
      const chosen = model.chosen.peek();
      // A second reset in a row would leave nothing to undo.
      if (TEXT_SETTINGS.some((name) => chosen[name] !== undefined)) replace(TEXT_SETTINGS, {});
    },
    undoReset() {
      const old = beforeReset.peek();
      if (old) replace(TEXT_SETTINGS, old);
      beforeReset.value = undefined;
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
