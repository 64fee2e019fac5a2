import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ArticleId, ArticleRecord } from "#domain/article.ts";
import { FINISHED } from "#domain/position.ts";
import type { StoredPosition } from "#storage/database.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { withPatience } from "./patience.ts";
import type { ProblemsModel } from "./problems.ts";
import type { ShippedArticles } from "./shipped.ts";

export interface LibraryModel {
  /** Newest first. */
  records: ReadonlySignal<readonly ArticleRecord[]>;
  /** As stored; written by what moves a place while the library is on screen. */
  positions: Signal<ReadonlyMap<ArticleId, StoredPosition>>;
  status: ReadonlySignal<"loading" | "ready">;
  /** The article read last and not yet to its end. */
  unfinished: ReadonlySignal<ArticleRecord | undefined>;
  /** Reads again what is on the device. Never rejects. */
  refresh(): Promise<void>;
  /** Reads what is on the device, then adds what ships with the app. Never rejects. */
  load(): Promise<void>;
}

export function createLibrary(
  storage: LibraryStorage,
  shipped: ShippedArticles,
  problems: ProblemsModel,
): LibraryModel {
  const records = signal<readonly ArticleRecord[]>([]);
  const positions = signal<ReadonlyMap<ArticleId, StoredPosition>>(new Map());
  const status = signal<"loading" | "ready">("loading");

  const unfinished = computed(() => {
    let latest: StoredPosition | undefined;
    for (const position of positions.value.values()) {
      if (position.fraction >= FINISHED || position.fraction <= 0) continue;
      if (!latest || position.updatedAt > latest.updatedAt) latest = position;
    }
    return latest && records.value.find((record) => record.id === latest.id);
  });

  async function refresh(): Promise<void> {
    try {
      const [list, places] = await withPatience(Promise.all([storage.listRecords(), storage.listPositions()]));
      batch(() => {
        if (list.length > 0) records.value = list;
        positions.value = new Map(places.map((place) => [place.id, place]));
      });
    } catch (error) {
      problems.report(error);
    }
  }

  async function addShipped(): Promise<void> {
    let list: readonly ArticleRecord[];
    try {
      list = await shipped.list();
    } catch {
      return; // Without a network the library is what is on the device.
    }
    // What is not kept, or not yet, can be read all the same.
    if (records.value.length === 0) records.value = list;
    const ids = list.map(({ id }) => id);
    const isWithdrawn = ({ id, origin }: ArticleRecord) => origin === "shipped" && !ids.includes(id);
    const kept = [storage.saveRecords(list)];
    if (list.length > 0 && records.value.some(isWithdrawn)) kept.push(storage.forgetWithdrawn(ids));
    if (await problems.watch(withPatience(Promise.all(kept)))) await refresh();
  }

  storage.onChange((change) => {
    if (change.type === "records" || change.type === "position") void refresh();
  });

  return {
    records,
    positions,
    status,
    unfinished,
    refresh,
    async load() {
      await refresh();
      if (records.value.length > 0) status.value = "ready";
      await addShipped();
      status.value = "ready";
    },
  };
}
