import type { ArticleId } from "#domain/article.ts";
import type { PictureChoice } from "#domain/settings.ts";
import { createImageStore } from "#storage/images.ts";
import { createSavedArticles } from "#storage/saved-articles.ts";
import { addingOf, type AddingParts } from "./adding.ts";
import { isOffline } from "./in-turn.ts";

/** Why most of the pictures that are missing are: those with sentences of their own, or `other`. */
export type MissingReason = (typeof REASONS)[number] | "other";

const REASONS = ["offline", "no-companion", "companion-away", "not-found", "refused", "too-large", "damaged"] as const;

export interface PicturesHere {
  here: number;
  of: number;
  choice: PictureChoice;
  /** Absent: nothing is missing, or it has not been asked for yet. */
  why?: MissingReason;
}

export interface SavedPictures {
  /** Tells how an article's pictures are, now and whenever that changes. Returns how to stop. Tells nothing where storage fails. */
  watch(id: ArticleId, tell: (state: PicturesHere) => void): () => void;
  /** Asks once more for what is missing, and yields how they are then. Never rejects. */
  fetchMissing(id: ArticleId): Promise<PicturesHere | undefined>;
}

export function savedPicturesOf(app: AddingParts): SavedPictures {
  const images = createImageStore(app.storage);

  async function look(id: ArticleId): Promise<PicturesHere | undefined> {
    try {
      const list = await images.imagesOf(id);
      const missing = list.filter((image) => !image.here);
      const why =
        missing.length > 0 && reasonOf(missing.map(({ problem, address }) => problem ?? (address ? "" : "damaged")));
      const choice = app.settings.chosen.peek().pictures ?? "full";
      return { here: list.length - missing.length, of: list.length, choice, ...(why && { why }) };
    } catch {
      return undefined;
    }
  }

  return {
    watch(id, tell) {
      let watching = true;
      const again = () =>
        void look(id).then((state) => {
          if (watching && state) tell(state);
        });
      again();
      // Other tabs tell by the line between them; this one by its library.
      const stopHearing = app.storage.onChange((change) => {
        if (change.type === "records" && change.id === id) again();
      });
      const stopWatching = app.library.records.subscribe(again);
      return () => {
        watching = false;
        stopHearing();
        stopWatching();
      };
    },

    async fetchMissing(id) {
      await addingOf(app).fetchPictures(id);
      return look(id);
    },
  };
}

/** The most frequent one. A picture that was not asked for yet waits for a network, or for its turn. */
function reasonOf(problems: readonly string[]): MissingReason | undefined {
  if (isOffline()) return "offline";
  const counts = new Map<string, number>();
  for (const problem of problems) if (problem) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most && (REASONS.find((reason) => reason === most[0]) ?? "other");
}

/** Whether an article has been made of a page that is still here. Never rejects. */
export async function hasPage(app: AddingParts, id: ArticleId): Promise<boolean> {
  const source = await createSavedArticles(app.storage)
    .readSource(id)
    .catch(() => undefined);
  return source?.kind === "html" && source.bytes !== undefined;
}
