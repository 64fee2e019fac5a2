import { placeInTelling } from "#domain/retelling.ts";
import type { FlowState } from "./flow.ts";

/**
 * Puts the new telling of the article, where one waits, in place of the old one, and answers where a place of the old one is in it.
 * Whoever goes beyond the sentence that is being read gets what now follows that.
 */
export function takeOver(state: FlowState, index: number, offset = 0): { index: number; offset: number } {
  const { script, nextScript } = state;
  if (!nextScript) return { index, offset };
  state.nextScript = undefined;
  state.script = nextScript;
  const onward = index === state.index + 1;
  return placeInTelling(script.reading.utterances, nextScript.reading.utterances, { index, offset }, onward);
}
