import type { Cast } from "./cast.ts";
import type { SpeechEngine } from "./engine.ts";
import type { FlowState } from "./flow.ts";

/** While the system's voices are waited for, has the sentence made by the voice that reads where none come: heard as soon as that is known. */
export function prepareMeanwhile(engine: SpeechEngine, cast: Cast, { script, index, offset }: FlowState): void {
  const lang = script.languageOf(index);
  const voice = cast.spareFor(lang);
  const text = script.at(index)?.text.slice(offset);
  if (voice && text) void engine.prepare?.([{ text, lang, voice }]);
}
