import type { ReadonlySignal } from "@preact/signals";
import type { ArticleId } from "#domain/article.ts";
import type { FileProgress } from "#importing/files/file-progress.ts";
import type { ImportDoubt, ImportedArticle } from "#importing/imported-article.ts";
import type { ImportReason } from "#importing/import-problem.ts";
import type { FetchReason } from "#protocol/fetch-reason.ts";
import type { Way } from "#protocol/inbox.ts";
import type { StorageReason } from "#protocol/storage-reason.ts";

export type { Way };

/** Something on its way into the library. It is stored from the moment it came in, and goes on after a reload. */
export interface Arrival {
  /** Of its record in the inbox; grows with time. */
  key: number;
  way: Way;
  /** What the reader knows it by: a title, an address, or the name of a file. */
  name: string;
  /** Where it is, if it is on the web. */
  address?: string;
  /**
   * - `waiting`: its turn has not come, or it waits for a network.
   * - `working`: it is being fetched or read.
   * - `kept`: kept by the reader for later, and left alone until then.
   * - `failed`: `problem` says why; nothing goes on by itself.
   * - `done`: it is in the library as `articles`. Done arrivals are listed until the page is left.
   */
  status: "waiting" | "working" | "kept" | "failed" | "done";
  problem?: FetchReason | ImportReason | StorageReason;
  /** How many chapters or pages of it are in, where that is known. */
  progress?: { done: number; of: number };
  /** How far the reading of its file is, before anything of it is in. */
  reading?: FileProgress;
  articles?: { id: ArticleId; title: string; doubts: ImportDoubt[]; pictures: { here: number; of: number } }[];
  /** Articles that were in the library already, and have been left as they were: the reader is asked what to do. */
  known?: { id: ArticleId; title: string }[];
}

/** What has been pasted, as far as it is corrected. Shown before it is saved, and kept with every correction until then. */
export interface Draft {
  /** Tells one draft from the next. */
  number: number;
  /** All of what was pasted. */
  article: ImportedArticle;
  /** The first of its blocks that does not belong to the text: what is there is not saved, but for its links and for notes. */
  end: number;
  /** What the reader corrects; an empty author or date is none. */
  change(
    part: Partial<Pick<ImportedArticle, "title" | "byline" | "published" | "lang" | "dir" | "blocks" | "related">> & {
      end?: number;
    },
  ): void;
}

/** Getting articles in. All promises resolve once what was given is stored; none rejects: what goes wrong is in `arrivals` or `problems`. */
export interface AddingModel {
  /** Once what is in the inbox from before is among the arrivals. Never rejects. */
  ready: Promise<void>;
  /** The newest first. */
  arrivals: ReadonlySignal<readonly Arrival[]>;
  /** Takes every address out of a text; `false`: there is none. */
  addAddresses(text: string): Promise<boolean>;
  addFiles(files: Iterable<File>): Promise<void>;
  /** A page as the reader sees it, handed over by the bookmarklet. False: it could not be stored. */
  addPage(page: { address: string; html: string; title: string }): Promise<boolean>;
  /**
   * What was pasted becomes a draft; a lone address is added as one. `instead`: the key of an arrival that is taken off the list when the
   * draft is saved.
   */
  paste(pasted: { text: string; html?: string }, instead?: number): Promise<void>;
  draft: ReadonlySignal<Draft | undefined>;
  /** False: it could not be stored, and is a draft still. */
  saveDraft(): Promise<boolean>;
  dropDraft(): void;
  /** The draft that was dropped last is there again, as it was. */
  undropDraft(): Promise<void>;
  retry(key: number): Promise<void>;
  keepForLater(key: number): Promise<void>;
  /** The file that has this key, as it came in; undefined where there is none, or it cannot be had. */
  fileOf(key: number): Promise<Blob | undefined>;
  /** Something has been put into the inbox by another part of this tab. */
  wake(): void;
  /** Takes it off the list and out of the inbox. What it has become stays in the library. */
  remove(key: number): Promise<void>;
  /** Takes all off the list that is in the library, and nothing is left to be decided about. Yields how many. */
  clearFinished(): number;
  /** Asks once more for the pictures of an article that are missing. Resolves when that has come to an end: its record counts them. */
  fetchPictures(id: ArticleId): Promise<void>;
  /** Puts the new text in the place of the one that was known; highlights, tags and position stay. */
  renew(key: number): Promise<void>;
  /** What was known stays, and what has come in becomes an article beside it. */
  keepBoth(key: number): Promise<void>;
}
