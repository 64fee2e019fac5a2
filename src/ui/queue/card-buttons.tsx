import { useMemo } from "preact/hooks";
import { render } from "preact";
import list from "icon:list-music";
import { createQueue, type QueueModel } from "#state/queue.ts";
import type { App } from "#state/app.ts";
import type { ReadingModel } from "#state/reading.ts";
import { AppContext, useApp } from "../app-context.ts";
import { Icon } from "../parts/Icon.tsx";
import { queueWords as labels } from "./words.ts";

const started = new WeakSet<ReadingModel>();

/**
 * Puts "Listen next" on the library's cards, now and wherever they are drawn from now on: once what reads aloud is here at all, for no first visit
 * loads it. It stands beside what the card says of its length, where there is room, so that nothing moves.
 */
export function startCardButtons(app: App, reading: ReadingModel): void {
  if (started.has(reading)) return;
  started.add(reading);
  const queue = createQueue(app, reading);
  const draw = () => {
    for (const card of document.querySelectorAll<HTMLElement>("main .card:not(:has(> .card-next))")) {
      const link = card.querySelector<HTMLElement>("a[data-article]");
      if (!link) continue;
      const host = document.createElement("div");
      host.className = "card-next";
      card.append(host);
      render(
        <AppContext.Provider value={app}>
          <ListenNext queue={queue} id={link.dataset["article"]!} title={link.textContent ?? ""} />
        </AppContext.Provider>,
        host,
      );
    }
  };
  draw();
  new MutationObserver(draw).observe(document.body, { childList: true, subtree: true });
}

/** It stays, and says so, when the article is the next. */
function ListenNext({ queue, id, title }: { queue: QueueModel; id: string; title: string }) {
  const { announcer } = useApp();
  const name = useMemo(() => (label: string) => labels.of(label, title), [title]);
  if (queue.heard.value?.id === id) return null;
  const isNext = queue.upcoming.value[0]?.id === id;
  const label = name(isNext ? labels.isNext : labels.listenNext);
  const add = () => {
    queue.listenNext(id);
    announcer.say(name(labels.isNext));
  };
  return (
    <button
      type="button"
      class="button square plain"
      aria-label={label}
      title={label}
      aria-disabled={isNext ? "true" : undefined}
      onClick={isNext ? undefined : add}
    >
      <Icon shapes={list} />
    </button>
  );
}
