/** What is on its way gets on: one browser does it once, however many tabs it has. */
import type { Article, ArticleId } from "#domain/article.ts";
import type { PictureChoice } from "#domain/settings.ts";
import type { FileProgress } from "#importing/files/file-progress.ts";
import type { Imported, Importer } from "#importing/import-article.ts";
import type { ListedIncoming } from "#protocol/inbox.ts";
import type { StoredInboxItem } from "#storage/database.ts";
import type { InboxStore } from "#storage/inbox.ts";
import type { SavedArticles } from "#storage/saved-articles.ts";
import type { Arrival } from "./adding-model.ts";
import { asAddress } from "./feed-entries.ts";
import { inTurn, isOffline, reasonOf } from "./in-turn.ts";
import { apartFrom, sameAs } from "./known.ts";
import { withOwnPictures } from "./own-pictures.ts";
import { incomingOfShare } from "./share.ts";
import { toArticle, withoutFragment } from "./to-article.ts";

/** Things on their way that are worked on at the same time: most of it is waiting for other people's servers. */
const LANES = 3;

/** Before what may heal by itself is tried again, in milliseconds: once each, then it has failed. */
const PAUSES = [10_000, 60_000, 300_000] as const;

/** What may heal by itself, with time. */
const HEALING = new Set(["timeout", "busy", "failed", "companion-away", "offline", "part-missing"]);
/** These wait for a network instead, where there is none. */
const OFFLINE = new Set(["offline", "part-missing"]);

/** Between two words on how far the reading of a file is, in milliseconds: what changes faster cannot be read. */
const BREATH = 300;

/** How often one is begun that never comes to an end, such as a file that takes the page down with it. */
const MOST_BEGINNINGS = 4;

export interface InboxWork {
  /** There may be something to do. */
  wake(): void;
  /** Ends the work on one, which the reader does not want now. */
  stop(key: number): void;
}

export interface InboxWorkOptions {
  /** Of the lock that the tabs of this app share. */
  name: string;
  inbox: InboxStore;
  saved: SavedArticles;
  readArticle(id: ArticleId): Promise<Article | undefined>;
  /** One is being worked on, has failed though it could not be written down, or is done. */
  tell(arrival: Pick<Arrival, "key"> & Partial<Arrival>): void;
  /** An article is in the library, and its pictures can follow. */
  onSaved(id: ArticleId): void;
  loadImporter(): Promise<Importer>;
  pictures(): PictureChoice;
  pauses?: readonly number[];
}

/** All are told as problems of the arrival. */
class Offline extends Error {
  readonly reason = "offline";
}

class Unended extends Error {
  readonly reason = "damaged";
}

/** A file that is not here. */
class Unread extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The text of a feed's entry that is likely not all: its page would be better. */
const isPageFirst = (incoming: ListedIncoming) => incoming.kind === "entry" && incoming.part === "page-first";

function seldom(say: (progress: FileProgress) => void): (progress: FileProgress) => void {
  let next = 0;
  return (progress) => {
    const now = Date.now();
    if (now < next || progress.of < 2) return;
    next = now + BREATH;
    say(progress);
  };
}

export function createInboxWork(options: InboxWorkOptions): InboxWork {
  const { name, inbox, saved, readArticle, tell, onSaved, loadImporter, pictures, pauses = PAUSES } = options;
  const underWay = new Map<number, AbortController>();
  /** What failed and could not even be marked as failed: left alone until the page is loaded again. */
  const unmarked = new Set<number>();
  let running = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function wake(): void {
    again = true;
    if (running) return;
    running = true;
    void run().finally(() => {
      running = false;
      if (again) wake();
    });
  }

  async function run(): Promise<void> {
    await inTurn(name, async () => {
      while (again) {
        again = false;
        await Promise.all(Array.from({ length: LANES }, lane));
      }
    }).catch(() => {});
    await sleepUntilDue().catch(() => {});
  }

  async function lane(): Promise<void> {
    for (;;) {
      const item = (await inbox.listInbox()).find(isDue);
      if (!item) return;
      const end = new AbortController();
      underWay.set(item.key, end);
      try {
        await work(item, end.signal);
      } catch (error) {
        if (!end.signal.aborted) await fail(item, error);
      } finally {
        underWay.delete(item.key);
      }
    }
  }

  const isDue = (item: StoredInboxItem) =>
    item.status === "waiting" &&
    !underWay.has(item.key) &&
    !unmarked.has(item.key) &&
    (item.notBefore ?? 0) <= Date.now() &&
    !(OFFLINE.has(item.problem!) && isOffline());

  async function sleepUntilDue(): Promise<void> {
    clearTimeout(timer);
    const items = await inbox.listInbox();
    const due = items.flatMap(({ status, notBefore }) => (status === "waiting" && notBefore ? [notBefore] : []));
    if (due.length > 0) timer = setTimeout(wake, Math.max(0, Math.min(...due) - Date.now()));
  }

  /** Whether an article is known and what is done about it belong together: two of the same may be read at the same time. */
  let saving: Promise<unknown> = Promise.resolve();
  function oneByOne<T>(save: () => Promise<T>): Promise<T> {
    const mine = saving.then(save);
    saving = mine.catch(() => {});
    return mine;
  }

  async function work(item: StoredInboxItem, signal: AbortSignal): Promise<void> {
    const { key, incoming: listed, address, renew, both } = item;
    if (listed.kind === "share") {
      const { addressesIn } = await loadImporter();
      const [first, ...others] = incomingOfShare(item, listed.fields, addressesIn);
      // Under its own key, which the page that the share has opened knows it by.
      await inbox.unpackItem(key, first, others);
      return wake();
    }
    tell({ key, status: "working" });
    const begun = (item.begun ?? 0) + 1;
    if (begun > MOST_BEGINNINGS) throw new Unended();
    await inbox.updateItem(key, { begun });
    if (listed.kind === "file" && listed.problem) throw new Unread(listed.problem);
    const isFetched = listed.kind === "address" || isPageFirst(listed);
    if (isFetched && isOffline()) throw new Offline();
    /** What this is to take the place of, or to be kept beside: the reader has been asked. */
    const answered = renew ?? both;
    const known = new Map<ArticleId, { id: ArticleId; title: string }>();
    const note = (found: readonly { id: ArticleId; title: string }[]) => {
      for (const { id, title } of found) known.set(id, { id, title });
    };
    // To fetch it would be in vain.
    if (address && isFetched && !answered) note(await saved.findKnown([withoutFragment(address)]));
    if (known.size > 0) return leaveKnown(key, [...known.values()]);

    const articles: NonNullable<Arrival["articles"]> = [];
    const skip = item.progress?.done ?? 0;
    const importer = await loadImporter();
    const kept = await inbox.readIncoming(key);
    // The reader has taken it off the list in the meantime.
    if (!kept) return;
    const incoming = isFetched ? asAddress(kept) : kept;
    const parts = importer.articles(incoming, {
      ...(address && { address }),
      skip,
      onProgress: seldom((reading) => tell({ key, status: "working", reading })),
      signal,
    });
    let held: Imported | undefined;
    const save = (imported: Imported, last: boolean) => oneByOne(() => saveNow(imported, last));
    const saveNow = async (imported: Imported, last: boolean) => {
      const { article, images } = await withOwnPictures(imported.article, pictures(), importer.pictures.read);
      const toSave = await toArticle({ ...imported, article }, images, Date.now(), address);
      const found = await saved.findKnown(toSave.source.addresses, toSave.source.hash);
      const before = answered
        ? found.filter(({ id }) => answered.includes(id))
        : await sameAs(found, toSave, readArticle);
      const { part } = imported;
      const progress = part && { done: part.part, of: part.of };
      if (!answered) note(before);
      // Another part of the same has come in before the reader was asked.
      if (answered ? before.length === 0 && found.length > 0 : before.length > 0) {
        if (progress) await inbox.updateItem(key, { progress });
      } else {
        const patch = last && known.size === 0 ? undefined : { progress, begun: 1 };
        const old = renew && before[0]?.id;
        const own = old ? toSave : await apartFrom(found, toSave, saved.readSource);
        const withInbox = { ...own, inbox: { key, ...(patch && { patch }) } };
        const id = old
          ? (await saved.renewArticle(old, withInbox))
            ? old
            : undefined
          : await saved.saveImported(withInbox);
        // The reader has taken it off the list in the meantime.
        if (id === undefined) return false;
        const here = toSave.images.filter(({ bytes }) => bytes).length;
        articles.push({
          id,
          title: imported.article.title,
          doubts: imported.article.doubts,
          pictures: { here, of: toSave.images.length },
        });
        onSaved(id);
      }
      if (!last) tell({ key, status: "working", ...(progress && { progress }), articles });
      return true;
    };
    for await (const imported of parts) {
      signal.throwIfAborted();
      if (held && !(await save(held, false))) return;
      held = imported;
    }
    signal.throwIfAborted();
    if (held && !(await save(held, true))) return;
    if (known.size > 0) return leaveKnown(key, [...known.values()], articles);
    if (!held || articles.length === 0) await inbox.removeItem(key);
    tell({
      key,
      way: item.way,
      name: held?.part?.title ?? articles[0]?.title ?? item.name,
      ...(address && { address }),
      status: "done",
      articles,
    });
  }

  /** It stays in the inbox, until the reader has said whether to renew what is known. */
  async function leaveKnown(key: number, known: Arrival["known"], articles: Arrival["articles"] = []): Promise<void> {
    const item = await inbox.updateItem(key, {
      status: "known",
      known,
      progress: undefined,
      renew: undefined,
      both: undefined,
      begun: undefined,
    });
    // Gone: another tab has just made it known.
    if (item) tell({ key, ...(articles.length > 0 && { articles }) });
  }

  async function fail(item: StoredInboxItem, error: unknown): Promise<void> {
    const { key } = item;
    const problem = reasonOf(error);
    const attempts = (item.attempts ?? 0) + 1;
    const pause = HEALING.has(problem) ? pauses[attempts - 1] : undefined;
    const waits = OFFLINE.has(problem) && isOffline();
    const status = waits || pause !== undefined ? ("waiting" as const) : ("failed" as const);
    const notBefore = waits || pause === undefined ? undefined : Date.now() + pause;
    const tried = waits ? undefined : attempts;
    const { incoming } = item;
    try {
      if (status === "failed" && isPageFirst(incoming)) {
        const alone = { ...incoming, part: "alone" };
        await inbox.updateItem(key, { incoming: alone, problem: undefined, attempts: undefined, begun: undefined });
        return wake();
      }
      await inbox.updateItem(key, { status, problem, attempts: tried, notBefore, begun: undefined });
      tell({ key, status });
    } catch {
      // Not even that could be written down. It is in the inbox as it was, and tried again when the page is loaded next.
      unmarked.add(key);
      tell({ key, status: "failed", problem: problem as NonNullable<Arrival["problem"]> });
    }
  }

  globalThis.addEventListener?.("online", wake);
  return {
    wake,
    stop: (key) => underWay.get(key)?.abort(),
  };
}
