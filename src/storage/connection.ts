import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import { mayBeLostConnection, StorageError, storageErrorFrom } from "./errors.ts";

/** What the reader has to help with: close the app's other tabs, or reload this one. */
export type StorageProblem = "blocked" | "newer-version";

export interface ConnectionOptions<Schema extends DBSchema> {
  name: string;
  version: number;
  upgrade(
    db: IDBPDatabase<Schema>,
    oldVersion: number,
    tx: IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">,
  ): void;
  onProblem(problem: StorageProblem): void;
  /** The tabs in the way have gone after `blocked`: what was refused can be asked for again. */
  onUnblocked?: (() => void) | undefined;
}

export interface Connection<Schema extends DBSchema> {
  /**
   * Gives `work` an open database, and rejects with a `StorageError` alone. Work that fails with a dead connection is run again
   * from its beginning on a new one, so it must be harmless to repeat. Repeats keep the order in which the runs were asked for.
   */
  run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /** Lets go of the database once the transactions under way have ended. A later `run` opens it again. */
  close(): void;
}

/**
 * Milliseconds before each attempt. Most dead handles are cured by reopening at once; a storage process that has crashed needs
 * a moment. The sum stays well below the time after which a service worker should answer without storage.
 */
const PAUSES = [0, 0, 100, 400] as const;

/** How long work waits for the other tabs to let go, in milliseconds, before it is told that it cannot be done now. */
const BLOCKED_PATIENCE = 3000;

interface Handle<Schema extends DBSchema> {
  opened: Promise<IDBPDatabase<Schema>>;
  /** As `opened`, but rejects when patience with a blocked upgrade has run out. */
  ready: Promise<IDBPDatabase<Schema>>;
}

/** The one owner of a database's connection: opens it when first needed and heals it. It never deletes a database. */
export function createConnection<Schema extends DBSchema>(options: ConnectionOptions<Schema>): Connection<Schema> {
  const { name, version, upgrade, onProblem, onUnblocked } = options;
  let handle: Handle<Schema> | undefined;
  let outdated = false;

  function open(pause: number): Handle<Schema> {
    let patience: ReturnType<typeof setTimeout> | undefined;
    let giveUp: (error: StorageError) => void;
    const refusal = new Promise<never>((_, reject) => (giveUp = reject));
    const opened = (async () => {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      return openDB<Schema>(name, version, {
        upgrade: (db, oldVersion, _, tx) => upgrade(db, oldVersion, tx),
        blocked() {
          patience = setTimeout(() => giveUp(new StorageError("blocked")), BLOCKED_PATIENCE);
          onProblem("blocked");
        },
        blocking(_, newVersion) {
          drop(mine);
          // Null: the database is being deleted, by the reader's browser or its tools, not upgraded.
          if (newVersion !== null) retire();
        },
        terminated: () => drop(mine),
      });
    })();
    const mine: Handle<Schema> = { opened, ready: Promise.race([opened, refusal]) };
    opened.then(
      () => {
        mine.ready = opened;
        if (patience === undefined) return;
        clearTimeout(patience);
        onUnblocked?.();
      },
      (error: unknown) => {
        clearTimeout(patience);
        drop(mine);
        if (storageErrorFrom(error, "unavailable").reason === "newer-version") retire();
      },
    );
    return mine;
  }

  /** Other runs may find the same handle dead later on; by then it may have been replaced, and the new one stays. */
  function drop(dead: Handle<Schema>): void {
    if (handle === dead) handle = undefined;
    dead.opened.then(
      (db) => db.close(),
      () => {},
    );
  }

  function retire(): void {
    if (outdated) return;
    outdated = true;
    onProblem("newer-version");
  }

  async function run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      if (outdated) throw new StorageError("newer-version");
      const mine = (handle ??= open(PAUSES[attempt] ?? 0));
      let db: IDBPDatabase<Schema> | undefined;
      try {
        db = await mine.ready;
        return await work(db);
      } catch (error) {
        const lost = mayBeLostConnection(error);
        if (lost) drop(mine);
        if (!lost || attempt === PAUSES.length - 1) throw storageErrorFrom(error, db ? "failed" : "unavailable");
      }
    }
  }

  return {
    run,
    close() {
      if (handle) drop(handle);
    },
  };
}
