import { effect, signal } from "@preact/signals";
import { render } from "preact";
import type { App } from "#state/app.ts";
import { scrollAtPace } from "#reading/aids/auto-scroll.ts";
import { editorOf } from "#state/settings-editor.ts";
import { AppContext } from "../app-context.ts";
import { AutoScroll } from "./AutoScroll.tsx";
import { aidsWords } from "./words.ts";

/** The one that is running or paused. */
let current: (() => void) | undefined;

/** What a reader does to look at something, or to move the page themselves. */
const INTERRUPTIONS = ["pointerdown", "touchstart", "wheel", "keydown"] as const;

/**
 * Starts scrolling the open article, with the control for it, until it is stopped, the article is closed or a voice begins to read.
 * Where it is on the way already, nothing but its pace goes on. A voice is paused: only one of the two leads.
 */
export function startAutoScroll(app: App): void {
  const reading = app.reading.peek();
  const open = reading?.reader.open.peek();
  const article = document.getElementById("article");
  if (!reading || !open || !article) return;
  current?.();
  reading.listening.pause();

  const { settings } = editorOf(app);
  const running = signal(true);
  const place = document.createElement("div");
  place.lang = aidsWords.lang;
  document.getElementById("panel")?.after(place);
  const end = new AbortController();
  const { signal: ended } = end;

  const finish = (focusLost = place.contains(document.activeElement)) => {
    end.abort();
    for (const stop of stops) stop();
    render(null, place);
    place.remove();
    current = undefined;
    if (focusLost) document.querySelector<HTMLElement>(".reader-bar button")?.focus();
  };
  const pause = (event: Event) => {
    const isInside = event.target instanceof Node && place.contains(event.target);
    // On the control itself, what presses a button is for the button, and any other key is the reader's.
    const key = event instanceof KeyboardEvent ? event.key : undefined;
    if (isInside && (key === undefined || key === "Enter" || key === " ")) return;
    running.value = false;
    // It has done what it is for, and the control that goes on keeps the focus.
    if (isInside && key === "Escape") event.preventDefault();
  };
  for (const name of INTERRUPTIONS)
    addEventListener(name, pause, { capture: true, passive: name !== "keydown", signal: ended });

  render(
    <AppContext.Provider value={app}>
      <AutoScroll running={running} onToggle={() => (running.value = !running.value)} onStop={() => finish()} />
    </AppContext.Provider>,
    place,
  );
  place.querySelector("button")?.focus({ preventScroll: true });

  let stopScrolling = () => {};
  const stops = [
    effect(() => {
      stopScrolling();
      stopScrolling = () => {};
      if (!running.value) return;
      stopScrolling = scrollAtPace(article, {
        leaves: open.leaves,
        lang: open.article.record.lang,
        speed: () => settings.peek().autoScroll,
        onEnd() {
          running.value = false;
          app.announcer.say(aidsWords.atEnd);
        },
      });
    }),
    () => stopScrolling(),
    effect(() => {
      if (reading.listening.active.value) running.value = false;
    }),
    effect(() => {
      if (reading.reader.open.value !== open) queueMicrotask(() => current === finish && finish(false));
    }),
  ];
  current = finish;
}
