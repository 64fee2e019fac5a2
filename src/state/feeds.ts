import { batch, computed, signal } from "@preact/signals";
import type { FeedFound } from "#importing/feeds/feeds.ts";
import type { EntryKey, StoredEntry, StoredFeed } from "#storage/database.ts";
import { createFeedStore } from "#storage/feeds.ts";
import { addingOf, type AddingParts } from "./adding.ts";
import { entriesOf, entryKeyOf, itemOf, keyOf, newestFirst, shownOffer } from "./feed-entries.ts";
import type { Feed, FeedProblem, FeedsModel } from "./feeds-model.ts";
import { loadFeedReading, loadFeedReadingQuietly } from "./arriving/lazy.ts";
import { inTurn, isOffline } from "./in-turn.ts";

/** Feeds that are looked at together: politeness costs the reader little here. */
const LANES = 3;

/** Milliseconds after which a feed may be looked at again without the reader's asking. */
const FRESH = 30 * 60_000;

/** What is amiss on the way to every feed: no other can be had now, and none has been asked for anything. */
const ON_THE_WAY: ReadonlySet<FeedProblem> = new Set(["offline", "companion-away", "no-companion", "part-missing"]);

const models = new WeakMap<AddingParts["storage"], FeedsModel>();

/** The one model of an app. */
export function feedsOf(app: AddingParts): FeedsModel {
  let model = models.get(app.storage);
  if (!model)
    models.set(
      app.storage,
      (model = createFeeds(app, () => addingOf(app).wake(), loadFeedReading, loadFeedReadingQuietly)),
    );
  return model;
}

/** `onTaken`: something has gone into the inbox. `load`, and how that is done without a word where it fails: what tests do differently. */
export function createFeeds(
  { base, storage, problems }: AddingParts,
  onTaken: () => void,
  load: typeof loadFeedReading,
  loadQuietly: typeof loadFeedReading = load,
): FeedsModel {
  const store = createFeedStore(storage);
  const stored = signal<readonly StoredFeed[] | undefined>(undefined);
  const fresh = signal<readonly StoredEntry[]>([]);
  const checking = signal(false);
  const away = signal<FeedProblem | undefined>(undefined);

  const feeds = computed(() => stored.value?.map(shownFeed).toSorted((a, b) => a.title.localeCompare(b.title)));
  const offers = computed(() => {
    const titles = titlesOf(stored.value);
    return fresh.value.toSorted(newestFirst).map((entry) => shownOffer(entry, titles));
  });

  const part = () =>
    load().catch((cause: unknown) => {
      throw Object.assign(new Error("", { cause }), { reason: isOffline() ? "offline" : "part-missing" });
    });
  let finder: ReturnType<Awaited<ReturnType<typeof load>>["createFeedFinder"]> | undefined;
  const findFeed = async (...asked: Parameters<NonNullable<typeof finder>>): Promise<FeedFound> => {
    const { createFeedFinder } = await part();
    finder ??= createFeedFinder(new URL(base, location.href).href);
    return finder(...asked);
  };

  let again = false;
  let refreshing: Promise<void> | undefined;

  /** One after another, and once for all that is asked for meanwhile: another tab tells of every feed it has looked at. */
  function refresh(): Promise<void> {
    again = true;
    return (refreshing ??= (async () => {
      while (again) await readAll();
    })().finally(() => (refreshing = undefined)));
  }

  async function readAll(): Promise<void> {
    again = false;
    await problems.watch(
      Promise.all([store.listFeeds(), store.listFresh()]).then(([list, entries]) => {
        batch(() => {
          stored.value = list;
          fresh.value = entries;
        });
      }),
    );
  }
  const write = async (writing: Promise<unknown>): Promise<boolean> => {
    const done = await problems.watch(writing);
    await refresh();
    return done;
  };

  storage.onChange((change) => {
    if (change.type === "feeds") void refresh();
  });

  async function look(feed: StoredFeed): Promise<number> {
    const { address, title, etag, lastModified, automatic } = feed;
    const now = Date.now();
    let found: FeedFound;
    try {
      const since = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
      found = await findFeed(address, AbortSignal.timeout(PATIENCE), since);
    } catch (error) {
      const problem = problemOf(error);
      // It is not the feed's, which is looked at again as soon as it can be.
      if (ON_THE_WAY.has(problem)) away.value = problem;
      else await problems.watch(store.updateFeed(address, { checkedAt: now, problem }));
      return 0;
    }
    // A page in the place of a feed that was one once.
    const problem = found.kind === "page" ? "wrong-type" : undefined;
    const news = found.kind === "feed" ? entriesOf(found.feed) : [];
    const patch = {
      checkedAt: now,
      problem,
      ...(found.kind === "feed" && { etag: found.etag, lastModified: found.lastModified }),
    };
    let added = 0;
    await problems.watch(
      store.found(address, patch, news, now, automatic && ((offer) => itemOf(offer, title))).then((count) => {
        added = count;
      }),
    );
    return added;
  }

  async function check(olderThan = Infinity): Promise<number> {
    if (checking.peek()) return 0;
    checking.value = true;
    away.value = undefined;
    let added = 0;
    try {
      // One tab is enough, and two would bring everything twice to each other's eyes.
      await inTurn(`${base} feeds`, async () => {
        await refresh();
        const due = (stored.peek() ?? []).filter(({ checkedAt = 0 }) => checkedAt < olderThan);
        const lane = async () => {
          for (let feed = due.shift(); feed && !away.peek(); feed = due.shift()) {
            // Not in one step: `added` would be the one of before the look, without what other lanes have found.
            const found = await look(feed);
            added += found;
          }
        };
        await Promise.all(Array.from({ length: LANES }, lane));
      });
    } finally {
      checking.value = false;
    }
    await refresh();
    if (added > 0) onTaken();
    return added;
  }

  async function checkDue(): Promise<number> {
    const since = Date.now() - FRESH;
    await refresh();
    if (isOffline() || !stored.peek()?.some(({ checkedAt = 0 }) => checkedAt < since)) return 0;
    // The reader has asked for nothing: a part that cannot be had now is no news.
    const isHere = await loadQuietly().then(
      () => true,
      () => false,
    );
    return isHere ? check(since) : 0;
  }

  void refresh();
  return {
    feeds,
    offers,
    checking,
    away,
    check,
    checkDue,

    async follow(asked) {
      try {
        const known = await store.readFeed(asked);
        if (known) return { kind: "known", title: known.title };
        let found = await findFeed(asked, AbortSignal.timeout(PATIENCE));
        if (found.kind === "page") {
          const [first, ...others] = found.links;
          if (others.length > 0) return { kind: "choose", feeds: found.links };
          found = await findFeed(first!.address, AbortSignal.timeout(PATIENCE));
        }
        if (found.kind !== "feed") return { kind: "problem", problem: "wrong-type" };
        const { feed, address, etag, lastModified } = found;
        const record: StoredFeed = {
          address,
          title: feed.title,
          ...(feed.site && { site: feed.site }),
        };
        let offered = 0;
        const now = Date.now();
        let added = 0;
        const following = store.follow([record]).then(async (count) => {
          added = count;
          offered = await store.found(address, { checkedAt: now, etag, lastModified }, entriesOf(feed), now);
        });
        if (!(await write(following))) return { kind: "problem", problem: "storage" };
        return added > 0
          ? { kind: "followed", title: feed.title, offers: offered }
          : { kind: "known", title: feed.title };
      } catch (error) {
        return { kind: "problem", problem: problemOf(error) };
      }
    },

    unfollow: (address) => write(store.unfollow(address)),

    setAutomatic: async (address, automatic) =>
      void (await write(store.updateFeed(address, { automatic: automatic || undefined }))),

    moveTo: (address, folder) => write(store.updateFeed(address, { folder: folder.length > 0 ? folder : undefined })),

    async take(keys) {
      const wanted = new Set(keys);
      const titles = titlesOf(stored.peek());
      const entries = new Map(fresh.peek().map((entry) => [keyOf(entry), entry]));
      // The newest last, so that it stands first among what has come in.
      const taken = offers
        .peek()
        .toReversed()
        .flatMap(({ key }) => {
          const { feed, id, offer } = entries.get(key)!;
          return wanted.has(key) && offer
            ? [{ key: [feed, id] as EntryKey, item: itemOf(offer, titles.get(feed)) }]
            : [];
        });
      if (await write(store.takeEntries(taken))) onTaken();
    },

    dismiss: async (keys) => void (await write(store.dismissEntries(keys.map(entryKeyOf)))),
    offerAgain: async (keys) => void (await write(store.dismissEntries(keys.map(entryKeyOf), true))),

    async readOpml(file) {
      try {
        const { opml } = await part();
        if (file.size > MOST_LIST) return { problem: "too-large" };
        const all = opml.read(new Uint8Array(await file.arrayBuffer()));
        const found = all.slice(0, MOST_FEEDS);
        let added = 0;
        const stored = await write(
          store.follow(found).then((count) => {
            added = count;
          }),
        );
        return stored ? { added, of: found.length, left: all.length - found.length } : { problem: "storage" };
      } catch (error) {
        const problem = problemOf(error);
        // All it can want of a network is the part that reads it.
        return { problem: problem === "offline" ? "part-missing" : (problem as "damaged") };
      }
    },

    async writeOpml(title) {
      try {
        const { opml } = await part();
        return new Blob([opml.write(title, await store.listFeeds())], { type: "text/x-opml" });
      } catch (error) {
        problems.report(error);
        return undefined;
      }
    },
  };
}

/** In bytes: as large as any feed. */
const MOST_LIST = 10 * 1024 * 1024;

/** Of one list. All of them stand in one view, and each is looked at: nobody has read so many. */
const MOST_FEEDS = 5000;

/** Milliseconds after which a feed is given up: the companion's own limit and the way to it. */
const PATIENCE = 30_000;

function problemOf(error: unknown): FeedProblem {
  const { reason, name } = error as { reason?: FeedProblem; name?: string };
  if (reason) return reason;
  return name === "TimeoutError" ? "timeout" : "failed";
}

function shownFeed({ address, title, site, folder = [], automatic, checkedAt, problem }: StoredFeed): Feed {
  return {
    address,
    title,
    ...(site && { site }),
    folder,
    automatic: automatic ?? false,
    ...(checkedAt && { checkedAt }),
    ...(problem && { problem: problem as FeedProblem }),
  };
}

const titlesOf = (feeds: readonly StoredFeed[] = []) => new Map(feeds.map(({ address, title }) => [address, title]));
