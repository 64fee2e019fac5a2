import { effect } from "@preact/signals";
import type { ArticleId } from "#domain/article.ts";
import { withFirst, without } from "#domain/queue.ts";
import type { SleepState } from "#speech/sleep-timer.ts";
import type { ListeningMessage, ListeningSession } from "./listening-session.ts";
import type { ListeningModel } from "./listening.ts";
import type { ReaderModel } from "./reader.ts";
import { fromStart } from "./same-text.ts";
import { editorOf, type EditorParts } from "./settings-editor.ts";

/** What is read aloud is the head of the queue, where there is a queue. */
export function putFirst(app: EditorParts, id: ArticleId): void {
  const editor = editorOf(app);
  const { queue } = editor.settings.peek();
  if (queue.length > 0 && queue[0] !== id) editor.change({ queue: withFirst(queue, id) });
}

/**
 * What is heard has come to its end: it leaves the queue, and the next article that can be had begins, unless the sleep timer is over. What is
 * on screen stays there. Articles that are gone leave the queue too; those that only cannot be reached now, or have no voice here without a
 * network, stay in it.
 */
export async function goOn(
  listening: Pick<ListeningModel, "heard" | "hear" | "session" | "turning">,
  reader: Pick<ReaderModel, "find">,
  app: EditorParts,
  sleep: SleepState | undefined,
): Promise<void> {
  const editor = editorOf(app);
  let ended = listening.heard.peek();
  const { queue } = editor.settings.peek();
  if (!ended || queue.length === 0) return;
  const rest = without(queue, ended.article.record.id);
  editor.change({ queue: rest });
  if (rest.length === 0 || isOver(sleep)) return;
  for (const id of rest) {
    listening.turning.value = true;
    const found = await reader.find(id);
    // The reader has stopped it, or chosen another article.
    if (listening.heard.peek() !== ended || !listening.turning.peek()) return;
    if (found === "missing") editor.change({ queue: without(editor.settings.peek().queue, id) });
    if (typeof found === "string") continue;
    listening.hear(fromStart(found), sleep);
    ended = listening.heard.peek();
    const session = listening.session.peek();
    if (id === rest.at(-1) || !session || (await begins(session))) return;
    if (listening.session.peek() !== session) return;
  }
  listening.turning.value = false;
}

/** What keeps an article from being read aloud at all. */
const WITHOUT_VOICE: readonly (ListeningMessage["kind"] | undefined)[] = [
  "no-voice",
  "not-fetched",
  "only-online-voice",
];

/** Resolves when the first sentence has been said, or cannot be. */
function begins({ message, transport }: ListeningSession): Promise<boolean> {
  return new Promise((resolve) => {
    const first = transport.index.peek();
    const stop = effect(() => {
      const fails = WITHOUT_VOICE.includes(message.value?.kind);
      if (!fails && transport.index.value === first) return;
      queueMicrotask(() => stop());
      resolve(!fails);
    });
  });
}

function isOver(sleep: SleepState | undefined): boolean {
  return sleep !== undefined && (sleep.endsAt === undefined || sleep.endsAt <= Date.now());
}
