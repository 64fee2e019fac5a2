import { type ReadonlySignal, signal } from "@preact/signals";
import { quoteAt } from "#domain/anchor.ts";
import { clampPosition, type Position, progressAt } from "#domain/position.ts";
import type { StoredPosition } from "#storage/database.ts";
import type { OpenArticle, ReaderModel } from "./reader.ts";
import { isSameText } from "./same-text.ts";
import type { EditorParts } from "./settings-editor.ts";

/** The place in the article that is read aloud, whether it is on screen or not. */
export interface HeardPlace {
  /** As it is stored, or soon will be. */
  stored: ReadonlySignal<StoredPosition>;
  /** The reading position moves, and is stored: by the reader where the article is open, otherwise at once. */
  moveTo(position: Position, atEnd?: boolean): void;
}

export function createHeardPlace(
  heard: OpenArticle,
  reader: Pick<ReaderModel, "open" | "moveTo">,
  { storage, problems }: Pick<EditorParts, "storage" | "problems">,
): HeardPlace {
  const { id, revision } = heard.article.record;
  const placeAt = (position: Position, fraction: number): StoredPosition => ({
    ...{ id, position, fraction, revision },
    updatedAt: Date.now(),
    quote: quoteAt(position, heard.leaves),
  });
  const stored = signal(placeAt(heard.position, heard.fraction));
  return {
    stored,
    moveTo(position, atEnd = false) {
      const place = clampPosition(position, heard.leaves);
      const before = stored.peek();
      const moved = place.block !== before.position.block || place.offset !== before.position.offset;
      const fraction = atEnd ? 1 : progressAt(place, heard.leaves);
      if (moved || fraction !== before.fraction) stored.value = placeAt(place, fraction);
      if (isSameText(reader.open.peek(), heard)) reader.moveTo(position, atEnd);
      else if (stored.peek() !== before) void problems.watch(storage.savePosition(stored.peek()));
    },
  };
}
