import { computed, type ReadonlySignal } from "@preact/signals";
import type { ArticleId, ArticleRecord } from "#domain/article.ts";
import { FINISHED } from "#domain/position.ts";
import { moved, type Queue, withAll, withFirst, withNext, without } from "#domain/queue.ts";
import type { App } from "./app.ts";
import { fromStart } from "./same-text.ts";
import type { ReadingModel } from "./reading.ts";
import { editorOf } from "./settings-editor.ts";

/** What is to be read aloud one after another. It is kept on the device, and shared by its tabs. */
export interface QueueModel {
  heard: ReadonlySignal<ArticleRecord | undefined>;
  /** After what is heard. */
  upcoming: ReadonlySignal<readonly ArticleRecord[]>;
  /** Not read to the end, newest first, in the queue or not; without what is heard. */
  unread: ReadonlySignal<readonly ArticleRecord[]>;
  /** An article that has been heard to its end counts as read. */
  markHeard: ReadonlySignal<boolean>;
  setMarkHeard(on: boolean): void;
  listenNext(id: ArticleId): void;
  /** All that is unread at the end of the queue; begins where nothing is heard. */
  listenToAll(): void;
  move(id: ArticleId, by: number): void;
  remove(id: ArticleId): void;
  clear(): void;
  /** Reads the first, or this one. Within a press. */
  play(id?: ArticleId): void;
}

export function createQueue(app: App, { reader, listening }: ReadingModel): QueueModel {
  const editor = editorOf(app);
  // What only waits in the small player is not heard yet.
  const heard = computed(() => (listening.wanted.value ? listening.heard.value?.article.record : undefined));
  const queue = () => editor.settings.peek().queue;
  const change = (next: Queue) => {
    editor.change({ queue: next });
    const waiting = listening.heard.peek()?.article.record.id;
    if (waiting !== undefined && !listening.wanted.peek() && waiting !== next[0]) listening.close();
  };
  const heardId = () => heard.peek()?.id;
  const upcoming = computed(() => {
    const known = new Map(app.library.records.value.map((record) => [record.id, record]));
    return editor.settings.value.queue.flatMap((id) => (id === heard.value?.id ? [] : (known.get(id) ?? [])));
  });
  const unread = computed(() =>
    app.library.records.value.filter(
      ({ id }) => id !== heard.value?.id && (app.library.positions.value.get(id)?.fraction ?? 0) < FINISHED,
    ),
  );

  function play(id = queue()[0]): void {
    if (id === undefined) return;
    // A press lets voices speak only while it lasts, and the article has yet to come.
    listening.unlock();
    void reader.find(id).then((found) => {
      if (typeof found !== "string") listening.hear(fromStart(found));
    });
  }

  return {
    heard,
    upcoming,
    unread,
    markHeard: computed(() => editor.settings.value.markHeard),
    setMarkHeard: (on) => editor.change({ markHeard: on }),
    listenNext: (id) => change(withNext(queue(), id, heardId())),
    listenToAll() {
      change(
        withAll(
          queue(),
          unread.peek().map(({ id }) => id),
          heardId(),
        ),
      );
      if (!heard.peek()) play();
    },
    move(id, by) {
      const own = heardId();
      const next = moved(own === undefined ? queue() : without(queue(), own), id, by);
      change(own === undefined ? next : withFirst(next, own));
    },
    remove: (id) => change(without(queue(), id)),
    clear: () => change([]),
    play,
  };
}
