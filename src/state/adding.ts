import { computed, signal } from "@preact/signals";
import type { InboxItem } from "#protocol/inbox.ts";
import { createInboxStore } from "#storage/inbox.ts";
import { createSavedArticles } from "#storage/saved-articles.ts";
import type { StoredInboxItem } from "#storage/database.ts";
import type { AddingModel, Arrival, Draft } from "./adding-model.ts";
import { addressesIn } from "./addresses.ts";
import type { App } from "./app.ts";
import { createInboxWork, type InboxWorkOptions } from "./inbox-work.ts";
import { loadImporting } from "./lazy.ts";

export type AddingParts = Pick<App, "base" | "storage" | "problems" | "library">;

const models = new WeakMap<App["storage"], AddingModel>();

/** The one model of an app. Made for the first time, it goes on with what is in the inbox. */
export function addingOf(app: AddingParts): AddingModel {
  let model = models.get(app.storage);
  if (!model) models.set(app.storage, (model = createAdding(app)));
  return model;
}

type News = Pick<Arrival, "key"> & Partial<Arrival>;

/** `work`: what tests do differently. */
export function createAdding(
  { base, storage, problems, library }: AddingParts,
  work: Partial<Pick<InboxWorkOptions, "load" | "pauses">> = {},
): AddingModel {
  const inbox = createInboxStore(storage);
  const saved = createSavedArticles(storage);
  const items = signal<readonly StoredInboxItem[]>([]);
  /** What is not in storage: that one is being worked on, how far, and what is done. By key. */
  const news = signal<ReadonlyMap<number, News>>(new Map());
  const draft = signal<Draft | undefined>(undefined);
  let drafted: { text: string; html?: string } | undefined;

  const arrivals = computed(() => {
    const list = items.value.map((item) => arrivalOf(item, news.value.get(item.key)));
    const listed = new Set(list.map(({ key }) => key));
    for (const one of news.value.values()) if (one.status === "done" && !listed.has(one.key)) list.push(one as Arrival);
    return list.sort((a, b) => b.key - a.key);
  });

  async function refresh(): Promise<void> {
    await problems.watch(
      inbox.listInbox().then((list) => {
        items.value = list;
      }),
    );
  }

  function hear(one: News): void {
    news.value = new Map(news.value).set(one.key, one);
  }

  function forget(key: number): void {
    const rest = new Map(news.value);
    rest.delete(key);
    news.value = rest;
  }

  const worker = createInboxWork({
    name: `${base} inbox`,
    inbox,
    saved,
    tell(one) {
      hear(one);
      void refresh();
      storage.announce({ type: "inbox", arrival: one });
    },
    onSaved: () => void library.refresh(),
    ...work,
  });

  storage.onChange((change) => {
    if (change.type !== "inbox") return;
    if (change.arrival) hear(change.arrival as News);
    else worker.wake();
    void refresh();
  });

  /** Stores them, and only then shows them and has them worked on. */
  async function receive(...received: InboxItem[]): Promise<boolean> {
    const stored = await problems.watch(inbox.receive(received));
    await refresh();
    worker.wake();
    return stored;
  }

  /** In storage first; what is being done with it ends. */
  async function change(key: number, patch: Parameters<typeof inbox.updateItem>[1]): Promise<void> {
    worker.stop(key);
    await problems.watch(inbox.updateItem(key, patch));
    forget(key);
    await refresh();
    worker.wake();
  }

  void refresh();
  worker.wake();

  return {
    arrivals,
    draft,

    async addAddresses(text) {
      const found = addressesIn(text);
      if (found.length > 0)
        await receive(...found.map((address) => itemOf("address", address, { kind: "address" }, address)));
      return found.length > 0;
    },

    async addFiles(files) {
      for (const file of files) {
        const { name, type } = file;
        const bytes = await file.arrayBuffer().catch(() => undefined);
        const item = itemOf("file", name, { kind: "file", name, type, bytes: bytes ?? new ArrayBuffer() });
        await receive(bytes ? item : { ...item, status: "failed", problem: "damaged" });
      }
    },

    async addPage({ address, html, title }) {
      const at = addressesIn(address)[0];
      await receive(itemOf("page", title || address, { kind: "page", html }, at));
    },

    async paste(pasted) {
      const [address, ...more] = addressesIn(pasted.text);
      if (address && more.length === 0 && /^\S+$/.test(pasted.text.trim())) {
        await receive(itemOf("address", address, { kind: "address" }, address));
        return;
      }
      try {
        const { importDraft } = await loadImporting();
        const article = await importDraft(pasted);
        drafted = pasted;
        const show = (shown: Draft["article"]) => {
          draft.value = { article: shown, change: (part) => show({ ...shown, ...part }) };
        };
        show(article);
      } catch (error) {
        // It is kept all the same, with what is wrong with it.
        const problem = (error as { reason?: string }).reason ?? "damaged";
        const item = itemOf("paste", pasted.text.trim().slice(0, 80), { kind: "text", text: pasted.text });
        await receive({ ...item, status: problem === "part-missing" ? "waiting" : "failed", problem });
      }
    },

    async saveDraft() {
      const article = draft.peek()?.article;
      if (!article || !drafted) return;
      const stored = await receive(itemOf("paste", article.title, { kind: "draft", article, ...drafted }));
      if (stored && draft.peek()?.article === article) draft.value = undefined;
    },

    wake() {
      void refresh();
      worker.wake();
    },

    dropDraft: () => (draft.value = undefined),

    retry: (key) => change(key, { status: "waiting", problem: undefined, attempts: undefined, notBefore: undefined }),
    keepForLater: (key) => change(key, { status: "kept", notBefore: undefined }),
    renew: (key) => change(key, { status: "waiting", renew: true, known: undefined }),

    async remove(key) {
      worker.stop(key);
      await problems.watch(inbox.removeItem(key));
      forget(key);
      await refresh();
    },
  };
}

function itemOf(way: InboxItem["way"], name: string, incoming: InboxItem["incoming"], address?: string): InboxItem {
  return { way, name: name.slice(0, 200), ...(address && { address }), incoming, status: "waiting" };
}

function arrivalOf(item: StoredInboxItem, one: News | undefined): Arrival {
  const { key, way, name, address, status, problem, progress, known } = item;
  // What is kept, known or has failed is over, whatever was told of it before.
  const shown = status === "waiting" ? { ...one } : one?.articles ? { articles: one.articles } : {};
  return {
    key,
    way,
    name,
    ...(address && { address }),
    status: status === "known" ? "done" : status,
    ...(problem && { problem: problem as NonNullable<Arrival["problem"]> }),
    ...(progress && { progress }),
    ...(known && { known }),
    ...shown,
  };
}
