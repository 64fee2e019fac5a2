import { computed, signal } from "@preact/signals";
import type { ArticleId } from "#domain/article.ts";
import type { Importer } from "#importing/import-article.ts";
import type { InboxItem } from "#protocol/inbox.ts";
import { createImageStore } from "#storage/images.ts";
import { createInboxStore } from "#storage/inbox.ts";
import { createSavedArticles } from "#storage/saved-articles.ts";
import type { StoredInboxItem } from "#storage/database.ts";
import type { AddingModel, Arrival } from "./adding-model.ts";
import type { App } from "./app.ts";
import { arrivalOf, isFinished, type News } from "./arrival.ts";
import { loadImporting } from "./arriving/lazy.ts";
import { createDraftKeeper } from "./draft.ts";
import { itemOf, itemOfAddress } from "./inbox-item.ts";
import { reasonOf } from "./in-turn.ts";
import { createInboxWork, type InboxWorkOptions } from "./inbox-work.ts";
import { createPictureWork } from "./picture-work.ts";
import { readPicturesAgain } from "./pictures-again.ts";

export type AddingParts = Pick<App, "base" | "storage" | "problems" | "library" | "settings">;

const models = new WeakMap<App["storage"], AddingModel>();

/** The one model of an app. Made for the first time, it goes on with what is in the inbox. */
export function addingOf(app: AddingParts): AddingModel {
  let model = models.get(app.storage);
  if (!model) models.set(app.storage, (model = createAdding(app)));
  return model;
}

/** What tests do differently. */
interface OtherMeans extends Partial<Pick<InboxWorkOptions, "loadImporter" | "pauses">> {
  picturePause?: number;
}

export function createAdding(
  { base, storage, problems, library, settings }: AddingParts,
  { loadImporter = importerOf(base), pauses, picturePause }: OtherMeans = {},
): AddingModel {
  const inbox = createInboxStore(storage);
  const saved = createSavedArticles(storage);
  const images = createImageStore(storage);
  const pictures = () => settings.chosen.peek().pictures ?? "full";
  const items = signal<readonly StoredInboxItem[]>([]);
  /** What is not in storage: that one is being worked on, how far, and what is done. By key. */
  const news = signal<ReadonlyMap<number, News>>(new Map());

  const arrivals = computed(() => {
    const list = items.value
      .filter(({ status }) => status !== "draft")
      .map((item) => arrivalOf(item, news.value.get(item.key)));
    const listed = new Set(list.map(({ key }) => key));
    for (const one of news.value.values()) if (one.status === "done" && !listed.has(one.key)) list.push(one as Arrival);
    return list.sort((a, b) => b.key - a.key).map(withPictures);
  });

  /** Pictures come after the text, and are counted in the library. */
  function withPictures(arrival: Arrival): Arrival {
    if (!arrival.articles) return arrival;
    const counts = new Map(library.records.value.map((record) => [record.id, record.pictures]));
    return {
      ...arrival,
      articles: arrival.articles.map((one) => ({ ...one, pictures: counts.get(one.id) ?? one.pictures })),
    };
  }

  async function refresh(): Promise<void> {
    await problems.watch(
      inbox.listInbox().then((list) => {
        items.value = list;
      }),
    );
  }

  function hear(one: News): void {
    // A key is given once, so what is done stays so, whatever a tab says that is still at it.
    if (news.peek().get(one.key)?.status === "done") return;
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
    readArticle: (id) => storage.readArticle(id),
    tell(one) {
      hear(one);
      // How far it is stands in no record, and to read those is to read the files in them.
      if (!one.reading) void refresh();
      storage.announce({ type: "inbox", arrival: one });
    },
    onSaved() {
      void library.refresh();
      pictureWork.wake();
    },
    loadImporter,
    pictures,
    ...(pauses && { pauses }),
  });

  const onCome = (ids: readonly ArticleId[]) => void (ids.length > 0 && library.refresh());
  const pictureWork = createPictureWork({
    name: `${base} pictures`,
    images,
    choice: pictures,
    loadReader: async () => (await loadImporter()).pictures,
    addressOf: async (id) => (await storage.readRecord(id))?.address,
    onCome,
    ...(picturePause !== undefined && { pause: picturePause }),
  });

  storage.onChange((change) => {
    if (change.type !== "inbox") return;
    if (change.arrival) hear(change.arrival as News);
    else worker.wake();
    if (!(change.arrival as News | undefined)?.reading) void refresh();
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

  /** What the reader is asked about. */
  const knownTo = (key: number) =>
    items
      .peek()
      .find((item) => item.key === key)
      ?.known?.map(({ id }) => id) ?? [];

  async function remove(key: number): Promise<void> {
    worker.stop(key);
    await problems.watch(inbox.removeItem(key));
    forget(key);
    await refresh();
  }

  const findAddresses = (text: string) =>
    loadImporter().then(
      ({ addressesIn }) => addressesIn(text),
      () => undefined,
    );

  /** Why a file is not kept. Without the part that reads it, it is: what is wrong with it comes to light later. */
  async function refusalOf(file: File): Promise<string | undefined> {
    const importer = await loadImporter().catch(() => undefined);
    return importer?.refusalOf(file).catch(() => "damaged");
  }

  /** A shortcut to a page is the address that is in it. */
  const shortcutAddress = (file: File) =>
    loadImporter()
      .then((importer) => importer.shortcutAddress(file))
      .catch(() => undefined);

  const drafts = createDraftKeeper({
    inbox,
    problems,
    loadImporter,
    async onSaved(instead) {
      if (instead !== undefined) await remove(instead);
      await refresh();
      worker.wake();
    },
  });

  const ready = refresh();
  worker.wake();
  pictureWork.wake();
  drafts.reopen().catch(() => {});

  return {
    ready,
    arrivals,
    draft: drafts.draft,

    async addAddresses(text) {
      const found = await findAddresses(text);
      // The part that finds them is not here: it is kept as it is, and told apart later.
      if (!found) await receive(itemOf("address", text.trim(), { kind: "share", fields: [["text", text]] }));
      else if (found.length > 0) await receive(...found.map(itemOfAddress));
      return found?.length !== 0;
    },

    async addFiles(files) {
      for (const file of files) {
        const { name, type } = file;
        const address = await shortcutAddress(file);
        if (address) {
          await receive(itemOfAddress(address));
          continue;
        }
        const problem = await refusalOf(file);
        const item = itemOf("file", name, { kind: "file", name, type, bytes: file });
        await receive(problem ? { ...item, status: "failed", problem } : item);
      }
    },

    async addPage({ address, html, title }) {
      const at = /^https?:/.test(address) ? address : undefined;
      return receive(itemOf("page", title || address, { kind: "page", html }, at));
    },

    async paste(pasted, instead) {
      try {
        const article = await (await loadImporter()).pasted(pasted);
        if ("addresses" in article) {
          await receive(...article.addresses.map(itemOfAddress));
          return;
        }
        await drafts.open(article, { ...pasted, ...(instead !== undefined && { instead }) });
      } catch (error) {
        // It is kept all the same, with what is wrong with it.
        const problem = reasonOf(error);
        const item = itemOf("paste", pasted.text.trim().slice(0, 80), { kind: "text", text: pasted.text });
        await receive({ ...item, status: problem === "part-missing" ? "waiting" : "failed", problem });
      }
    },

    saveDraft: drafts.save,
    dropDraft: drafts.drop,
    undropDraft: drafts.undrop,

    wake() {
      void refresh();
      worker.wake();
    },

    retry: (key) =>
      change(key, {
        status: "waiting",
        problem: undefined,
        attempts: undefined,
        notBefore: undefined,
        begun: undefined,
      }),
    keepForLater: (key) => change(key, { status: "kept", notBefore: undefined }),
    async fileOf(key) {
      const incoming = await inbox.readIncoming(key).catch(() => undefined);
      return incoming?.kind === "file" ? new Blob([incoming.bytes]) : undefined;
    },

    renew: (key) => change(key, { status: "waiting", renew: knownTo(key), known: undefined }),
    keepBoth: (key) => change(key, { status: "waiting", both: knownTo(key), known: undefined }),

    async fetchPictures(id) {
      await problems.watch(images.wantAgain(id));
      pictureWork.wake();
      // Without the part that reads them nothing is lost: the reader asks again.
      const inside = readPicturesAgain(id, { images, saved, choice: pictures(), loadImporter }).then(onCome, () => {});
      await Promise.all([inside, pictureWork.settled()]);
    },

    remove,

    clearFinished() {
      const finished = arrivals.peek().filter(isFinished);
      const rest = new Map(news.peek());
      for (const { key } of finished) rest.delete(key);
      news.value = rest;
      return finished.length;
    },
  };
}

/** Loads the one importer of an app that lies under `base`, when it is first wanted. */
export function importerOf(base: string): InboxWorkOptions["loadImporter"] {
  let importer: Importer | undefined;
  return async () => (importer ??= (await loadImporting()).createImporter(new URL(base, location.href).href));
}
