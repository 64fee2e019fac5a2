import { render } from "preact";
import { useEffect } from "preact/hooks";
import type { App } from "#state/app.ts";
import type { PutBack } from "#state/removing.ts";
import { Button } from "../parts/Button.tsx";
import { removingWords as words } from "./words.ts";

/** Takes the notice away that is there now. */
let end: (() => void) | undefined;

/** Says that an article has gone, with a way to have it back until the reader puts that away or opens an article. */
export function showRemoved(app: App, title: string, putBack: PutBack): void {
  end?.();
  const place = document.createElement("div");
  place.lang = "en";
  document.getElementById("notices")!.after(place);
  const close = () => {
    const hadFocus = place.contains(document.activeElement);
    render(null, place);
    place.remove();
    if (end === close) end = undefined;
    if (hadFocus) document.querySelector<HTMLElement>("h1")?.focus();
  };
  end = close;
  const undo = async () => {
    const isBack = await putBack();
    close();
    app.announcer.say(isBack ? words.back(title) : words.notBack(title));
  };
  render(<Removed app={app} title={title} onUndo={() => void undo()} onClose={close} />, place);
  app.announcer.say(words.removed(title));
}

interface RemovedProps {
  app: App;
  title: string;
  onUndo(): void;
  onClose(): void;
}

function Removed({ app, title, onUndo, onClose }: RemovedProps) {
  useEffect(() => app.reading.peek()?.reader.open.subscribe((opened) => opened && onClose()), [app, onClose]);
  return (
    <section class="notice" aria-label={words.label}>
      <p dir="auto">{words.removed(title)}</p>
      <div class="bar-actions">
        <Button label={words.undo} class="primary" onClick={onUndo} />
        <Button label={words.dismiss} onClick={onClose} />
      </div>
    </section>
  );
}
