import { signal } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import type { App } from "#state/app.ts";
import { Button } from "./Button.tsx";

export interface Told {
  /** Of its landmark. */
  label: string;
  text: string;
  dismiss: string;
  action?: { label: string; onPress(): void };
}

export interface ShownNotice {
  /** Says something else in its place. */
  tell(told: Told): void;
  close(): void;
}

/** The one that is there now. */
let shown: ShownNotice | undefined;

/** A notice in place of the last one, shown and said, until the reader puts it away or opens another article. */
export function showNotice(app: App, first: Told): ShownNotice {
  shown?.close();
  const place = document.createElement("div");
  place.lang = "en";
  document.getElementById("notices")!.after(place);
  const told = signal(first);
  const notice: ShownNotice = {
    tell(next) {
      told.value = next;
      app.announcer.say(next.text);
    },
    close() {
      const hadFocus = place.contains(document.activeElement);
      render(null, place);
      place.remove();
      if (shown === notice) shown = undefined;
      if (hadFocus) document.querySelector<HTMLElement>("h1")?.focus();
    },
  };
  shown = notice;
  const open = app.reading.peek()?.reader.open;
  const opened = open?.peek();
  const Shown = () => {
    const { label, text, dismiss, action } = told.value;
    useEffect(() => open?.subscribe((now) => now && now !== opened && notice.close()), []);
    return (
      <section class="notice" aria-label={label}>
        <p dir="auto">{text}</p>
        <div class="bar-actions">
          {action && <Button label={action.label} class="primary" onClick={action.onPress} />}
          <Button label={dismiss} onClick={notice.close} />
        </div>
      </section>
    );
  };
  render(<Shown />, place);
  app.announcer.say(first.text);
  return notice;
}
