import type { ArticleId } from "#domain/article.ts";
import { withFirst, without } from "#domain/queue.ts";
import type { SleepState } from "#speech/sleep-timer.ts";
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
 * on screen stays there. Articles that are gone leave the queue too; those that only cannot be reached now stay in it.
 */
export async function goOn(
  listening: Pick<ListeningModel, "heard" | "hear" | "turning">,
  reader: Pick<ReaderModel, "find">,
  app: EditorParts,
  sleep: SleepState | undefined,
): Promise<void> {
  const editor = editorOf(app);
  const ended = listening.heard.peek();
  const { queue } = editor.settings.peek();
  if (!ended || queue.length === 0) return;
  const rest = without(queue, ended.article.record.id);
  editor.change({ queue: rest });
  if (rest.length === 0 || isOver(sleep)) return;
  listening.turning.value = true;
  for (const id of rest) {
    const found = await reader.find(id);
    // The reader has stopped it, or chosen another article.
    if (listening.heard.peek() !== ended || !listening.turning.peek()) return;
    if (found === "missing") editor.change({ queue: without(editor.settings.peek().queue, id) });
    if (typeof found !== "string") return listening.hear(fromStart(found), sleep);
  }
  listening.turning.value = false;
}

function isOver(sleep: SleepState | undefined): boolean {
  return sleep !== undefined && (sleep.endsAt === undefined || sleep.endsAt <= Date.now());
}
