import { signal } from "@preact/signals";
import { render } from "preact";
import close from "icon:x";
import type { App } from "#state/app.ts";
import { Button } from "../parts/Button.tsx";
import { aidsWords as labels } from "./words.ts";

/** The syllables are wanted, and could not be fetched: the text settings say so in place. */
export const syllablesMissing = signal(false);

/**
 * Where no settings are open to say it: over the foot of the text, as long as its article is open and the reader has not put it away.
 * Returns the way to take it off.
 */
export function tellSyllablesMissing(app: App): () => void {
  syllablesMissing.value = true;
  const place = document.createElement("div");
  const end = () => {
    syllablesMissing.value = false;
    render(null, place);
    place.remove();
  };
  if (document.querySelector("dialog:modal")) return end;
  const dismiss = () => {
    end();
    document.querySelector<HTMLElement>(".reader-bar button")?.focus();
  };
  place.lang = labels.lang;
  document.getElementById("panel")?.after(place);
  render(
    <section class="at-foot" aria-label={labels.title}>
      <p>{labels.syllablesMissing}</p>
      <Button class="plain" icon={close} iconOnly label={labels.closeMessage} onClick={dismiss} />
    </section>,
    place,
  );
  app.announcer.say(labels.syllablesMissing);
  return end;
}
