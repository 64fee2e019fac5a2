import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { lookOf } from "#domain/look.ts";
import { RESET_SPOKEN } from "#domain/spoken-settings.ts";
import { type Preferences, resolveSettings, type Settings, TEXT_SETTINGS, TYPE_SETTINGS } from "#domain/settings.ts";
import type { App } from "./app.ts";

export interface SettingsEditor {
  /** All of them, as they are in force. */
  settings: ReadonlySignal<Settings>;
  /** The text settings as they were before the last reset or preset, for as long as that can be undone. */
  beforeReset: ReadonlySignal<Preferences | undefined>;
  /** The same of the settings of reading aloud. */
  beforeSpokenReset: ReadonlySignal<Preferences | undefined>;
  /** In force at once, then kept. */
  change(patch: Preferences): void;
  /** The same, for what the reader is told is kept: true once storage has said so, false where it could not. */
  keep(patch: Preferences): Promise<boolean>;
  /** Returns one setting to its default, which the article's script may have its own idea of. */
  forget(setting: keyof Settings): void;
  /** Sets the type as a preset has it: what the preset does not name returns to its default. Can be undone like a reset. */
  use(preset: Preferences): void;
  resetText(): void;
  undoReset(): void;
  /** Returns what concerns reading aloud to its defaults, but neither the voices nor the list of words. */
  resetSpoken(): void;
  undoSpokenReset(): void;
}

export type EditorParts = Pick<App, "settings" | "storage" | "problems">;

const editors = new WeakMap<EditorParts["settings"], SettingsEditor>();

/** The one editor of an app's settings. */
export function editorOf(app: EditorParts): SettingsEditor {
  let editor = editors.get(app.settings);
  if (!editor) editors.set(app.settings, (editor = createEditor(app)));
  return editor;
}

type Names = readonly (keyof Settings)[];

function createEditor({ settings: model, storage, problems }: EditorParts): SettingsEditor {
  const beforeReset = signal<Preferences | undefined>(undefined);
  const beforeSpokenReset = signal<Preferences | undefined>(undefined);

  const choose = (preferences: Preferences) =>
    batch(() => {
      model.chosen.value = preferences;
      model.look.value = lookOf(preferences);
    });
  const keep = (patch: Preferences) => {
    beforeReset.value = beforeSpokenReset.value = undefined;
    choose({ ...model.chosen.peek(), ...patch });
    return problems.watch(storage.savePreferences(patch, lookOf));
  };

  /** Forgets these settings, and then chooses. In storage that is one step: nobody is left with half of it. */
  const replace = (names: Names, patch: Preferences) => {
    const kept = { ...model.chosen.peek() };
    for (const name of names) delete kept[name];
    choose({ ...kept, ...patch });
    void problems.watch(storage.resetPreferences(names, lookOf, patch));
  };
  const chosenOf = (names: Names) => {
    const chosen = model.chosen.peek();
    const found: Preferences = {};
    for (const name of names) if (chosen[name] !== undefined) Object.assign(found, { [name]: chosen[name] });
    return found;
  };
  const reset = (names: Names, before: Signal<Preferences | undefined>) => {
    const old = chosenOf(names);
    // A second reset in a row would leave nothing to undo.
    if (Object.keys(old).length === 0) return;
    before.value = old;
    replace(names, {});
  };
  const undo = (names: Names, before: Signal<Preferences | undefined>) => {
    const old = before.peek();
    if (old) replace(names, old);
    before.value = undefined;
  };

  return {
    settings: computed(() => resolveSettings(model.chosen.value)),
    beforeReset,
    beforeSpokenReset,
    change: (patch) => void keep(patch),
    keep,
    forget(setting) {
      beforeReset.value = beforeSpokenReset.value = undefined;
      const { [setting]: _, ...rest } = model.chosen.peek();
      choose(rest);
      void problems.watch(storage.resetPreferences([setting], lookOf));
    },
    use(preset) {
      beforeReset.value = chosenOf(TEXT_SETTINGS);
      replace(TYPE_SETTINGS, preset);
    },
    resetText: () => reset(TEXT_SETTINGS, beforeReset),
    undoReset: () => undo(TEXT_SETTINGS, beforeReset),
    resetSpoken: () => reset(RESET_SPOKEN, beforeSpokenReset),
    undoSpokenReset: () => undo(RESET_SPOKEN, beforeSpokenReset),
  };
}

/** Where another version of the app wrote the look, to which the same choices look different: what is kept and shown is renewed. */
export function renewLook({ settings: { chosen, look }, storage, problems }: EditorParts): void {
  const fresh = lookOf(chosen.peek());
  if (JSON.stringify(fresh) === JSON.stringify(look.peek())) return;
  look.value = fresh;
  void problems.watch(storage.savePreferences({}, lookOf));
}
