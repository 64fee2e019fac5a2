import type { Connection } from "./connection.ts";
import type { LecternSchema, StoredImage } from "./database.ts";
import type { StorageLine } from "./inbox.ts";
import { read } from "./transact.ts";

/** A picture of a saved article, here or still to come: apart from the rest because the service worker needs only this. */
export function readImage(connection: Connection<LecternSchema>, key: string): Promise<StoredImage | undefined> {
  return connection.run((db) => read(db, ["images"], (tx) => tx.store.get(key)));
}

/** How many pictures are still to come. */
export function countWanted({ connection }: StorageLine): Promise<number> {
  return connection.run((db) => read(db, ["images"], (tx) => tx.store.index("wanted").count()));
}
