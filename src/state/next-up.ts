/** What will be heard after an article is got ready before that one ends: a phone that is locked may have no network then. */
import { computed, effect, type ReadonlySignal } from "@preact/signals";
import type { ArticleId } from "#domain/article.ts";
import { without } from "#domain/queue.ts";
import { fromStart } from "./same-text.ts";
import type { OpenArticle, ReaderModel } from "./reader.ts";
import { editorOf, type EditorParts } from "./settings-editor.ts";

/** So long before its end, in seconds as they are heard: time to fetch a text and a language of the built-in voice on a slow network. */
const SOON = 120;

export interface NextUp {
  /** What is heard now. */
  id: ArticleId;
  playing: ReadonlySignal<boolean>;
  time: ReadonlySignal<{ position: number; duration: number }>;
  reader: Pick<ReaderModel, "find">;
  /** Gets the beginning ready to be heard. Never rejects. */
  prepare(next: OpenArticle): Promise<void>;
}

/**
 * Finds the next article of the queue when the end is near, which keeps its text on the device, and has its beginning prepared; once, and again where the
 * queue goes on otherwise. Returns the way to stop.
 */
export function prepareNextUp({ id, playing, time, reader, prepare }: NextUp, app: EditorParts): () => void {
  const editor = editorOf(app);
  const rest = computed(() => {
    const { queue } = editor.settings.value;
    return queue.includes(id) ? without(queue, id).join(" ") : "";
  });
  const isNear = computed(() => playing.value && time.value.duration - time.value.position < SOON);
  let turn = 0;

  async function getReady(ids: readonly ArticleId[]): Promise<void> {
    const mine = ++turn;
    for (const next of ids) {
      const found = await reader.find(next);
      if (mine !== turn) return;
      // What is gone or cannot be had is passed over when its turn comes, too.
      if (typeof found !== "string") return prepare(fromStart(found));
    }
  }

  const stop = effect(() => {
    if (isNear.value && rest.value !== "") void getReady(rest.value.split(" "));
  });
  return () => {
    turn++;
    stop();
  };
}
