/** Pictures follow their articles, a few at a time, and are tried again where that may help. */
import type { ArticleId } from "#domain/article.ts";
import type { PictureChoice } from "#domain/settings.ts";
import type { PictureReader } from "#importing/pictures/picture-reader.ts";
import type { StoredImage } from "#storage/database.ts";
import type { ImageOutcome, ImageStore } from "#storage/images.ts";
import { inTurn, isOffline, reasonOf } from "./in-turn.ts";

/** Pictures that are fetched at the same time, and stored in one step. */
const AT_ONCE = 4;

/** How often a picture is asked for, before the reader asks again. */
const MOST_TRIES = 4;

/** Before what may heal by itself is asked for again, in milliseconds; longer each time. */
const PAUSE = 15_000;

/** For one picture, in milliseconds: to be fetched, which gives up by itself when nothing comes any more, and to be made smaller. */
const PATIENCE = 120_000;

/** What may heal by itself. Every other reason is that picture's own. */
const HEALING = new Set(["timeout", "busy", "failed", "companion-away", "part-missing"]);

/** These end the work for now: no other picture would come either. */
const ENDING = new Set(["offline", "no-companion"]);

export interface PictureWork {
  /** There may be something to fetch. */
  wake(): void;
  /** Resolves when all that is under way has come to an end. */
  settled(): Promise<void>;
}

export interface PictureWorkOptions {
  /** Of the lock that the tabs of this app share. */
  name: string;
  images: ImageStore;
  choice(): PictureChoice;
  loadReader(): Promise<PictureReader>;
  /** Where the article is that shows the picture. */
  addressOf(id: ArticleId): Promise<string | undefined>;
  /** Pictures of these articles have come. */
  onCome(ids: readonly ArticleId[]): void;
  pause?: number;
  patience?: number;
}

class TookTooLong extends Error {
  readonly reason = "timeout";
}

export function createPictureWork(options: PictureWorkOptions): PictureWork {
  const { name, images, choice, loadReader, addressOf, onCome, pause = PAUSE, patience = PATIENCE } = options;
  let working: Promise<void> | undefined;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function wake(): void {
    clearTimeout(timer);
    again = true;
    working ??= run()
      // Storage that fails is told by those who keep articles; pictures go on when the app is opened next.
      .catch(() => {})
      .finally(() => {
        working = undefined;
        if (again) wake();
      });
  }

  async function run(): Promise<void> {
    again = false;
    if (choice() === "none" || isOffline()) return;
    await inTurn(name, async () => {
      /** Asked for in this run, and not to be asked for again in it. */
      const asked = new Set<string>();
      let reader: PictureReader | undefined;
      for (;;) {
        const wanted = (await images.listWanted(MOST_TRIES)).filter(({ key }) => !asked.has(key)).slice(0, AT_ONCE);
        const size = choice();
        if (wanted.length === 0 || size === "none") break;
        const from = (reader ??= await loadReader());
        const outcomes = await Promise.all(wanted.map((image) => fetchOne(from, image, size)));
        for (const { key } of wanted) asked.add(key);
        onCome(await images.saveImages(outcomes.filter((outcome) => outcome !== undefined)));
        if (outcomes.includes(undefined)) break;
      }
      reader?.rest();
      const left = (await images.listWanted(MOST_TRIES)).filter(({ key }) => asked.has(key));
      const tries = Math.min(...left.map(({ wanted = 0 }) => wanted));
      if (left.length > 0 && tries > 0) timer = setTimeout(wake, pause * 4 ** (tries - 1));
    });
  }

  /** Undefined where the work has to end. */
  async function fetchOne(
    reader: PictureReader,
    { key, address, articles }: StoredImage,
    size: Exclude<PictureChoice, "none">,
  ): Promise<ImageOutcome | undefined> {
    if (!address) return { key, problem: "not-found", again: false };
    // All tabs wait for the end of this one, whatever holds it up.
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TookTooLong()), patience);
    });
    try {
      const page = articles[0] && (await addressOf(articles[0]));
      return { key, ...(await Promise.race([reader.fetch(address, size, end.signal, page), tooLong])) };
    } catch (error) {
      end.abort();
      const problem = reasonOf(error);
      return ENDING.has(problem) ? undefined : { key, problem, again: HEALING.has(problem) };
    } finally {
      clearTimeout(timer);
    }
  }

  globalThis.addEventListener?.("online", wake);
  return {
    wake,
    async settled() {
      for (let work = working; work; work = working) await work;
    },
  };
}
