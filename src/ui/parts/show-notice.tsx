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
  /** Its action is the only way to something: nothing but the reader puts it away. */
  stays?: true;
}

export interface ShownNotice {
  /** Says something else in its place, which it has again where it was closed. */
  tell(told: Told): void;
  close(): void;
}

/** The one that gives way to the next. */
let shown: ShownNotice | undefined;

/** A notice in place of the last one, shown and said, until the reader puts it away or, unless it stays, opens another article. */
export function showNotice(app: App, first: Told): ShownNotice {
  shown?.close();
  const place = document.createElement("div");
  place.lang = "en";
  const told = signal(first);
  const notice: ShownNotice = {
    tell(next) {
      told.value = next;
      draw();
    },
    close() {
      const hadFocus = place.contains(document.activeElement);
      render(null, place);
      place.remove();
      if (shown === notice) shown = undefined;
      if (hadFocus) document.querySelector<HTMLElement>("h1")?.focus();
    },
  };
  const open = app.reading.peek()?.reader.open;
  const opened = open?.peek();
  const Shown = () => {
    const { label, text, dismiss, action } = told.value;
    useEffect(() => open?.subscribe((now) => now && now !== opened && !told.peek().stays && notice.close()), []);
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
  function draw(): void {
    const { stays, text } = told.peek();
    if (!stays) shown = notice;
    else if (shown === notice) shown = undefined;
    if (!place.isConnected) {
      document.getElementById("notices")!.after(place);
      render(<Shown />, place);
    }
    app.announcer.say(text);
  }
  draw();
  return notice;
}
