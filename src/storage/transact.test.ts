import "fake-indexeddb/auto";
import { type IDBPDatabase, openDB, unwrap } from "idb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LecternSchema } from "./database.ts";
import { upgrade } from "./migrations.ts";
import { abortWith, fillDisk } from "./testing.ts";
import { read, write } from "./transact.ts";

let db: IDBPDatabase<LecternSchema>;

beforeEach(async () => {
  db = await openDB<LecternSchema>(crypto.randomUUID(), 1, {
    upgrade: (opened, oldVersion, _, tx) => upgrade(opened, oldVersion, tx),
  });
});

afterEach(() => db.close());

const saveSize = (size: number) =>
  write(db, ["preferences"], "strict", async (tx) => {
    await tx.store.put({ size }, "reader");
    return size;
  });
const stored = () => read(db, ["preferences"], (tx) => tx.store.get("reader"));

test("resolves with what the work yields once the transaction has completed", async () => {
  const events: string[] = [];
  await write(db, ["preferences"], "strict", async (tx) => {
    expect(tx.durability).toBe("strict");
    tx.addEventListener("complete", () => events.push("complete"));
    await tx.store.put({ size: 20 }, "reader");
    events.push("put");
  });
  expect(events).toEqual(["put", "complete"]);
  expect(await saveSize(21)).toBe(21);
  expect(await stored()).toEqual({ size: 21 });
});

describe("on a full disk", () => {
  test("rejects although the request has succeeded", async () => {
    const makeRoom = fillDisk("preferences");
    await expect(saveSize(20)).rejects.toMatchObject({ name: "QuotaExceededError" });
    makeRoom();
    expect(await stored()).toBeUndefined();
  });

  test("gives the transaction's reason, not the AbortError of the waiting request", async () => {
    const waiting = write(db, ["preferences"], "strict", async (tx) => {
      const stored = tx.store.put({ size: 20 }, "reader");
      abortWith(unwrap(tx), "QuotaExceededError");
      await stored;
    });
    await expect(waiting).rejects.toMatchObject({ name: "QuotaExceededError" });
  });

  test("does not wait for a request that never answers", async () => {
    const abandoned = write(db, ["preferences"], "strict", async (tx) => {
      abortWith(unwrap(tx), "QuotaExceededError");
      await new Promise(() => {});
    });
    await expect(abandoned).rejects.toMatchObject({ name: "QuotaExceededError" });
  });
});

test("gives the reason of the request that failed", async () => {
  const twice = write(db, ["preferences"], "strict", async (tx) => {
    await Promise.all([tx.store.add({ size: 20 }, "reader"), tx.store.add({ size: 30 }, "reader")]);
  });
  await expect(twice).rejects.toMatchObject({ name: "ConstraintError" });
  expect(await stored()).toBeUndefined();
});

test("keeps nothing of work that throws half way, and the next work goes on", async () => {
  const halfway = write(db, ["preferences", "records"], "strict", async (tx) => {
    await tx.objectStore("preferences").put({ size: 20 }, "reader");
    throw new RangeError("half way");
  });
  await expect(halfway).rejects.toThrow(RangeError);
  expect(await stored()).toBeUndefined();
  expect(await saveSize(21)).toBe(21);
});
