import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { findAgain, quoteAt } from "#domain/anchor.ts";
import type { Article, ArticleId } from "#domain/article.ts";
import { clampPosition, comparePositions, FINISHED, type Position, progressAt, START } from "#domain/position.ts";
import { minutesLeft } from "#domain/reading-time.ts";
import { type Leaf, leavesOf } from "#domain/text.ts";
import type { StoredPosition } from "#storage/database.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { withPatience } from "./patience.ts";
import type { ProblemsModel } from "./problems.ts";
import { type ShippedArticles, Unreachable } from "./shipped.ts";

export interface OpenArticle {
  article: Article;
  leaves: readonly Leaf[];
  /** Where to open, and how far through the text that is. */
  position: Position;
  fraction: number;
}

export type OpenOutcome = OpenArticle | "missing" | "unreachable" | "stale";

export interface ReaderModel {
  open: ReadonlySignal<OpenArticle | undefined>;
  position: ReadonlySignal<Position>;
  /** How far the position is through the text, 0 to 1. */
  fraction: ReadonlySignal<number>;
  minutesLeft: ReadonlySignal<number>;
  /**
   * Finds an article and the place to open it at, and leaves what is open alone: it is being read until the other one is there.
   * Answers "stale" when another article was asked for in the meantime. `wasStored`: `at` is what was stored a moment ago, and what is stored
   * now is newer. Never rejects.
   */
  load(id: ArticleId, at?: Position, wasStored?: boolean): Promise<OpenOutcome>;
  /** Finds an article and its place as `load` does, for another use than to show it. Never rejects. */
  find(id: ArticleId): Promise<OpenArticle | "missing" | "unreachable">;
  /** Makes what was loaded the open article. The one before has to be closed. */
  enter(opened: OpenArticle): void;
  /** The one reading position moves. It is stored soon; `keep` stores it now. */
  moveTo(position: Position, atEnd?: boolean): void;
  keep(): void;
  close(): void;
}

/** A position is stored at most this often while it moves, in milliseconds. */
const PAUSE = 800;

export function createReader(storage: LibraryStorage, shipped: ShippedArticles, problems: ProblemsModel): ReaderModel {
  const open = signal<OpenArticle | undefined>(undefined);
  const position = signal<Position>(START);
  const fraction = signal(0);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function findArticle(id: ArticleId): Promise<Article | undefined> {
    let stored: Article | undefined;
    let current: string | undefined;
    try {
      const revision = storage.readRecord(id).then((record) => record?.revision);
      [stored, current] = await withPatience(Promise.all([storage.readArticle(id), revision]));
    } catch (error) {
      problems.report(error);
    }
    if (stored && (stored.record.origin !== "shipped" || stored.record.revision === current)) return stored;
    let fetched: Article | undefined;
    try {
      fetched = await shipped.read(id);
    } catch (error) {
      if (stored) return stored;
      throw error;
    }
    if (fetched) void problems.watch(storage.saveArticle(fetched));
    return fetched ?? stored;
  }

  async function load(
    id: ArticleId,
    asked?: Position,
    wasStored?: boolean,
  ): Promise<OpenArticle | "missing" | "unreachable"> {
    let article: Article | undefined;
    let place: StoredPosition | undefined;
    try {
      [article, place] = await Promise.all([findArticle(id), startingPlace(id)]);
    } catch (error) {
      if (!(error instanceof Unreachable)) problems.report(error);
      return "unreachable";
    }
    if (!article) return "missing";
    const leaves = leavesOf(article.body);
    const { revision } = article.record;
    if (place && place.revision !== revision) {
      const { quote = "", fraction: was } = place;
      const found = findAgain(place.position, quote, was, leaves);
      place = { ...place, position: found, fraction: was < FINISHED ? progressAt(found, leaves) : was };
    }
    const at = wasStored && place ? undefined : asked;
    const start = clampPosition(at ?? place?.position ?? START, leaves);
    // The service worker names the stored place in the address, and that place may have counted as the end.
    const stored = place && (!at || comparePositions(at, place.position) === 0) ? place.fraction : undefined;
    return { article, leaves, position: start, fraction: stored ?? progressAt(start, leaves) };
  }

  async function startingPlace(id: ArticleId): Promise<StoredPosition | undefined> {
    try {
      return await withPatience(storage.readPosition(id));
    } catch {
      return undefined; // Already reported by the read of the article.
    }
  }

  function keep(): void {
    clearTimeout(timer);
    timer = undefined;
    const current = open.peek();
    if (!current) return;
    const { id, revision } = current.article.record;
    const at = position.peek();
    const quote = quoteAt(at, current.leaves);
    const place = { id, position: at, fraction: fraction.peek(), updatedAt: Date.now(), revision, quote };
    void problems.watch(storage.savePosition(place));
  }

  return {
    open,
    position,
    fraction,
    minutesLeft: computed(() => {
      const minutes = open.value?.article.record.minutes ?? 0;
      return minutesLeft(minutes, fraction.value >= FINISHED ? 1 : fraction.value);
    }),

    async load(id, at, wasStored) {
      const mine = ++asked;
      const outcome = await load(id, at, wasStored);
      return mine === asked ? outcome : "stale";
    },

    find: (id) => load(id),

    enter(opened) {
      batch(() => {
        open.value = opened;
        position.value = opened.position;
        fraction.value = opened.fraction;
      });
    },

    moveTo(next, atEnd = false) {
      const current = open.peek();
      if (!current) return;
      const place = clampPosition(next, current.leaves);
      const progress = atEnd ? 1 : progressAt(place, current.leaves);
      const before = position.peek();
      if (place.block === before.block && place.offset === before.offset && progress === fraction.peek()) return;
      batch(() => {
        position.value = place;
        fraction.value = progress;
      });
      timer ??= setTimeout(keep, PAUSE);
    },

    keep() {
      if (timer !== undefined) keep();
    },

    close() {
      asked++;
      if (timer !== undefined) keep();
      open.value = undefined;
    },
  };
}
