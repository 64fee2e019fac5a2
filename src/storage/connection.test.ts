import "fake-indexeddb/auto";
import { forceCloseDatabase } from "fake-indexeddb";
import { type DBSchema, type IDBPDatabase, openDB, unwrap } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Connection, createConnection } from "./connection.ts";
import { abortWith } from "./testing.ts";

interface Shelf extends DBSchema {
  books: { key: string; value: string };
}

const onProblem = vi.fn();
const onUnblocked = vi.fn();
let name: string;
let connections: Connection<Shelf>[];

beforeEach(() => {
  name = crypto.randomUUID();
  connections = [];
});

afterEach(() => {
  for (const connection of connections) connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  onProblem.mockReset();
  onUnblocked.mockReset();
});

function connect(version = 1): Connection<Shelf> {
  const connection = createConnection<Shelf>({
    name,
    version,
    upgrade: (db, oldVersion) => {
      if (oldVersion < 1) db.createObjectStore("books");
    },
    onProblem,
    onUnblocked,
  });
  connections.push(connection);
  return connection;
}

/** Another tab, which does not listen when it is asked to make way. */
function openElsewhere(version: number): Promise<IDBPDatabase<Shelf>> {
  return openDB<Shelf>(name, version, { upgrade: (db) => void db.createObjectStore("books") });
}

const put = (key: string, value: string) => (db: IDBPDatabase<Shelf>) => db.put("books", value, key);
const get = (key: string) => (db: IDBPDatabase<Shelf>) => db.get("books", key);
const closeUnder = (connection: Connection<Shelf>) => connection.run(async (db) => db.close());
const forceClose = (db: IDBPDatabase<Shelf>) => forceCloseDatabase(unwrap(db) as never);

/** Makes the pauses between attempts pass at once. */
function hurry() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.setTimerTickMode("nextTimerAsync");
}

/** Work that fails with this error for the given number of attempts and then yields "done". */
function failing(error: Error, attempts: number) {
  return vi.fn(async () => {
    if (attempts-- > 0) throw error;
    return "done";
  });
}

function refuseToOpen(error: Error, times: number) {
  const original = indexedDB.open.bind(indexedDB);
  return vi.spyOn(indexedDB, "open").mockImplementation((...args) => {
    if (times-- > 0) throw error;
    return original(...args);
  });
}

test("opens nothing before there is work", async () => {
  const open = vi.spyOn(indexedDB, "open");
  const connection = connect();
  expect(open).not.toHaveBeenCalled();
  await Promise.all([connection.run(put("a", "1")), connection.run(put("b", "2"))]);
  expect(open).toHaveBeenCalledOnce();
});

test("lets go when closed, and opens again for later work", async () => {
  const connection = connect();
  await connection.run(put("a", "1"));
  connection.close();
  const other = await openDB(name, 2, { blocked: () => expect.fail("still held") });
  other.close();
  expect(onProblem).not.toHaveBeenCalled();
});

describe("a dead handle", () => {
  beforeEach(hurry);

  test("closed between two pieces of work is replaced", async () => {
    const connection = connect();
    await connection.run(put("a", "1"));
    await closeUnder(connection);
    expect(await connection.run(get("a"))).toBe("1");
  });

  test("closed by the browser is replaced without an attempt on it", async () => {
    const connection = connect();
    await connection.run(async (db) => forceClose(db));
    const work = vi.fn(get("a"));
    expect(await connection.run(work)).toBeUndefined();
    expect(work).toHaveBeenCalledOnce();
  });

  test("closed by the browser in the middle of a transaction has the work done again", async () => {
    const connection = connect();
    let closings = 0;
    await connection.run(async (db) => {
      const tx = db.transaction("books", "readwrite");
      const stored = tx.store.put("1", "a");
      if (closings++ === 0) {
        forceClose(db);
        // What the standard asks of a forced close, which fake-indexeddb leaves out.
        abortWith(unwrap(tx), "AbortError");
      }
      await Promise.all([stored, tx.done]);
    });
    expect(closings).toBe(2);
    expect(await connection.run(get("a"))).toBe("1");
  });

  test.each(["InvalidStateError", "AbortError", "UnknownError"])("that says %s is replaced", async (error) => {
    const connection = connect();
    const handles = new Set<IDBPDatabase<Shelf>>();
    const work = failing(new DOMException("lost", error), 3);
    expect(await connection.run((db) => (handles.add(db), work()))).toBe("done");
    expect(handles.size).toBe(4);
  });

  test("is given up after three new ones, and the next work starts afresh", async () => {
    const connection = connect();
    const error = new DOMException("Connection to Indexed Database server lost", "UnknownError");
    const work = failing(error, 4);
    await expect(connection.run(work)).rejects.toMatchObject({ reason: "unavailable", cause: error });
    expect(work).toHaveBeenCalledTimes(4);
    expect(await connection.run(failing(error, 3))).toBe("done");
  });

  test("does not take its replacement with it when work finds it dead late", async () => {
    const connection = connect();
    const open = vi.spyOn(indexedDB, "open");
    let release = () => {};
    const late = connection.run(async (db) => {
      await new Promise<void>((resolve) => (release = resolve));
      return get("a")(db);
    });
    await closeUnder(connection);
    await connection.run(put("a", "1"));
    const repeatedly = setInterval(() => release(), 1);
    expect(await late).toBe("1");
    clearInterval(repeatedly);
    expect(open).toHaveBeenCalledTimes(2);
  });

  test("does not change the order of writes, however long its replacement takes", async () => {
    vi.setTimerTickMode("manual");
    const connection = connect();
    await closeUnder(connection);
    const open = refuseToOpen(new DOMException("Internal error opening backing store", "UnknownError"), 2);
    const writes = [connection.run(put("a", "first")), connection.run(put("a", "second"))];
    await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(1));
    writes.push(connection.run(put("a", "third")));
    vi.setTimerTickMode("nextTimerAsync");
    await Promise.all(writes);
    expect(await connection.run(get("a"))).toBe("third");
  });
});

describe("opening", () => {
  beforeEach(hurry);

  test("is tried again when the backing store does not answer", async () => {
    refuseToOpen(new DOMException("Internal error opening backing store", "UnknownError"), 3);
    const connection = connect();
    await connection.run(put("a", "1"));
    expect(await connection.run(get("a"))).toBe("1");
  });

  test("works later on after it has been given up", async () => {
    const open = refuseToOpen(new DOMException("Internal error opening backing store", "UnknownError"), 4);
    const connection = connect();
    await expect(connection.run(get("a"))).rejects.toMatchObject({ name: "StorageError", reason: "unavailable" });
    expect(open).toHaveBeenCalledTimes(4);
    expect(await connection.run(get("a"))).toBeUndefined();
  });

  test("is not tried again where it is forbidden, until it is asked for again", async () => {
    const open = refuseToOpen(new DOMException("The operation is insecure", "SecurityError"), 1);
    const connection = connect();
    await expect(connection.run(get("a"))).rejects.toMatchObject({ reason: "unavailable" });
    expect(open).toHaveBeenCalledOnce();
    expect(await connection.run(get("a"))).toBeUndefined();
  });

  test("fails plainly where there is no IndexedDB", async () => {
    vi.stubGlobal("indexedDB", undefined);
    await expect(connect().run(get("a"))).rejects.toMatchObject({ name: "StorageError", reason: "unavailable" });
  });

  test("tells a full disk apart", async () => {
    refuseToOpen(new DOMException("Encountered full disk while opening backing store", "QuotaExceededError"), 1);
    await expect(connect().run(get("a"))).rejects.toMatchObject({ reason: "quota" });
  });
});

test("work that fails for a reason of its own is not repeated", async () => {
  const connection = connect();
  const work = failing(new DOMException("Key already exists", "ConstraintError"), 1);
  await expect(connection.run(work)).rejects.toMatchObject({ name: "StorageError", reason: "failed" });
  expect(work).toHaveBeenCalledOnce();
});

describe("an upgrade that another tab blocks", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));

  test("is refused after three seconds, and done when the tab makes way", async () => {
    const other = await openElsewhere(1);
    await other.put("books", "1", "a");
    const connection = connect(2);
    const first = connection.run(get("a")).catch((error: unknown) => error);
    await vi.waitFor(() => expect(onProblem).toHaveBeenCalledExactlyOnceWith("blocked"));
    vi.advanceTimersByTime(3000);
    expect(await first).toMatchObject({ name: "StorageError", reason: "blocked" });
    await expect(connection.run(get("a"))).rejects.toMatchObject({ reason: "blocked" });

    expect(onUnblocked).not.toHaveBeenCalled();
    other.close();
    await vi.waitFor(() => expect(onUnblocked).toHaveBeenCalledOnce());
    expect(await connection.run(get("a"))).toBe("1");
    expect(onProblem).toHaveBeenCalledOnce();
  });

  test("waits without complaint for a tab that makes way in time", async () => {
    const other = await openElsewhere(1);
    const connection = connect(2);
    const first = connection.run(put("a", "1"));
    await vi.waitFor(() => expect(onProblem).toHaveBeenCalledWith("blocked"));
    vi.advanceTimersByTime(2900);
    other.close();
    expect(await first).toBe("a");
    expect(onUnblocked).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1000);
    expect(await connection.run(get("a"))).toBe("1");
  });
});

describe("a newer version of the app", () => {
  const newer = { name: "StorageError", reason: "newer-version" };

  test("gets the database at once, and this page stays out of it", async () => {
    const connection = connect();
    await connection.run(put("a", "1"));
    const other = await openDB<Shelf>(name, 2, { blocked: () => expect.fail("held up") });
    expect(onProblem).toHaveBeenCalledExactlyOnceWith("newer-version");
    const open = vi.spyOn(indexedDB, "open");
    await expect(connection.run(get("a"))).rejects.toMatchObject(newer);
    expect(open).not.toHaveBeenCalled();
    expect(await other.get("books", "a")).toBe("1");
    other.close();
  });

  test("lets a write under way finish first", async () => {
    const connection = connect();
    await connection.run(get("a"));
    const upgrade: Promise<IDBPDatabase<Shelf>>[] = [];
    await connection.run(async (db) => {
      const tx = db.transaction("books", "readwrite");
      await tx.store.put("1", "a");
      upgrade.push(openDB<Shelf>(name, 2));
      await Promise.all([tx.store.put("2", "b"), tx.done]);
    });
    const other = await upgrade[0]!;
    expect(await other.getAll("books")).toEqual(["1", "2"]);
    other.close();
  });

  test("that has had the database already is noticed on opening", async () => {
    (await openElsewhere(2)).close();
    const connection = connect(1);
    await expect(connection.run(get("a"))).rejects.toMatchObject(newer);
    await expect(connection.run(get("a"))).rejects.toMatchObject(newer);
    expect(onProblem).toHaveBeenCalledExactlyOnceWith("newer-version");
  });

  test("is not what deleting the database looks like", async () => {
    const connection = connect();
    await connection.run(put("a", "1"));
    const deletion = indexedDB.deleteDatabase(name);
    await new Promise((resolve) => deletion.addEventListener("success", resolve));
    expect(await connection.run(get("a"))).toBeUndefined();
    expect(onProblem).not.toHaveBeenCalled();
  });
});
