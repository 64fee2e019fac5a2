import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cdp, server } from "vitest/browser";
import { type Connection, createConnection } from "./connection.ts";

interface Shelf extends DBSchema {
  books: { key: string; value: string };
}

const onProblem = vi.fn();
const onUnblocked = vi.fn();
let name: string;
let connection: Connection<Shelf>;

beforeEach(() => {
  onProblem.mockReset();
  onUnblocked.mockReset();
  name = crypto.randomUUID();
  connection = connect(1);
});

afterEach(() => {
  connection.close();
  indexedDB.deleteDatabase(name);
});

function connect(version: number): Connection<Shelf> {
  return createConnection<Shelf>({
    name,
    version,
    upgrade: (db, oldVersion) => {
      if (oldVersion < 1) db.createObjectStore("books");
    },
    onProblem,
    onUnblocked,
  });
}

const put = (key: string, value: string) => (db: IDBPDatabase<Shelf>) => db.put("books", value, key);
const get = (key: string) => (db: IDBPDatabase<Shelf>) => db.get("books", key);

test("a handle that was closed is replaced, and everything is still there", async () => {
  await connection.run(put("a", "1"));
  await connection.run(async (db) => db.close());
  expect(await connection.run(get("a"))).toBe("1");
});

test("a handle that is closed while a write is under way is replaced and the write done again", async () => {
  let attempts = 0;
  await connection.run(async (db) => {
    if (attempts++ === 0) db.close();
    await put("a", "1")(db);
  });
  expect(attempts).toBe(2);
  expect(await connection.run(get("a"))).toBe("1");
});

/** Only Chromium can be told to take it away. */
test.runIf(server.browser === "chromium")("a database that the browser takes away is made again", async () => {
  await connection.run(put("a", "1"));
  const closed = connection.run((db) => new Promise((resolve) => db.addEventListener("close", resolve)));
  await clearSiteData();
  await closed;
  expect(await connection.run(get("a"))).toBeUndefined();
  await connection.run(put("a", "2"));
  expect(await connection.run(get("a"))).toBe("2");
  expect(onProblem).not.toHaveBeenCalled();
});

test("a newer version gets the database without being blocked, and this page stays out of it", async () => {
  await connection.run(put("a", "1"));
  const blocked = vi.fn();
  const newer = await openDB<Shelf>(name, 2, { blocked });
  expect(blocked).not.toHaveBeenCalled();
  expect(onProblem).toHaveBeenCalledExactlyOnceWith("newer-version");
  await expect(connection.run(get("a"))).rejects.toMatchObject({ reason: "newer-version" });
  expect(await newer.get("books", "a")).toBe("1");
  newer.close();
});

test("a page older than its database says so", async () => {
  await connection.run(put("a", "1"));
  (await openDB(name, 2)).close();
  const old = connect(1);
  await expect(old.run(get("a"))).rejects.toMatchObject({
    name: "StorageError",
    reason: "newer-version",
    cause: { name: "VersionError" },
  });
});

test("an older tab that does not make way blocks for a while, and not for ever", async () => {
  const older = await openDB<Shelf>(name, 1, { upgrade: (db) => void db.createObjectStore("books") });
  await older.put("books", "1", "a");
  const upgraded = connect(2);
  await expect(upgraded.run(get("a"))).rejects.toMatchObject({ reason: "blocked" });
  expect(onProblem).toHaveBeenCalledExactlyOnceWith("blocked");
  older.close();
  await vi.waitFor(() => expect(onUnblocked).toHaveBeenCalledOnce());
  expect(await upgraded.run(get("a"))).toBe("1");
  upgraded.close();
});

/** What the browser's own "clear site data" does, or its eviction under storage pressure: forced closing, then deletion. */
async function clearSiteData(): Promise<void> {
  await (cdp() as unknown as Session).send("Storage.clearDataForOrigin", {
    origin: location.origin,
    storageTypes: "indexeddb",
  });
}

interface Session {
  send(method: string, parameters: object): Promise<unknown>;
}
