import "fake-indexeddb/auto";
import { type IDBPDatabase, openDB } from "idb";
import { expect, test } from "vitest";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import type { LecternSchema } from "./database.ts";
import { type Migration, MIGRATIONS, upgrade } from "./migrations.ts";

/** The database as a version of the app with these migrations opens it. */
function openWith(name: string, migrations: readonly Migration[]): Promise<IDBPDatabase<LecternSchema>> {
  return openDB<LecternSchema>(name, migrations.length, {
    upgrade: (db, oldVersion, _, tx) => upgrade(db, oldVersion, tx, migrations),
  });
}

function shapeOf(db: IDBPDatabase<LecternSchema>) {
  return [...db.objectStoreNames].map((name) => {
    const { keyPath, indexNames } = db.transaction(name).store;
    return { name, keyPath, indexes: [...indexNames] };
  });
}

test("version 1 has the list apart from the bodies", async () => {
  const db = await openWith(crypto.randomUUID(), MIGRATIONS.slice(0, 1));
  expect(shapeOf(db)).toEqual([
    { name: "bodies", keyPath: "id", indexes: [] },
    { name: "positions", keyPath: "id", indexes: [] },
    { name: "preferences", keyPath: null, indexes: [] },
    { name: "records", keyPath: "id", indexes: ["savedAt"] },
  ]);
  db.close();
});

test("version 2 has room for what comes in, and takes nothing from version 1", async () => {
  const name = crypto.randomUUID();
  const old = await openWith(name, MIGRATIONS.slice(0, 1));
  const { record, body } = sampleArticle({ id: "tides" });
  await old.put("records", record);
  await old.put("bodies", { ...body, revision: record.revision });
  await old.put("positions", {
    id: "tides",
    position: { block: 0, offset: 3 },
    fraction: 0.5,
    updatedAt: 1,
    revision: "r1",
  });
  await old.put("preferences", { size: 32 }, "reader");
  old.close();

  const db = await openWith(name, MIGRATIONS.slice(0, 2));
  expect(await db.get("records", "tides")).toEqual(record);
  expect(await db.get("bodies", "tides")).toEqual({ ...body, revision: record.revision });
  expect(await db.get("positions", "tides")).toMatchObject({ fraction: 0.5 });
  expect(await db.get("preferences", "reader")).toEqual({ size: 32 });
  expect(shapeOf(db)).toEqual([
    { name: "bodies", keyPath: "id", indexes: [] },
    { name: "contents", keyPath: ["content", "part"], indexes: [] },
    { name: "entries", keyPath: ["feed", "id"], indexes: ["fresh"] },
    { name: "feeds", keyPath: "address", indexes: [] },
    { name: "images", keyPath: "key", indexes: ["articles", "wanted"] },
    { name: "inbox", keyPath: "key", indexes: [] },
    { name: "positions", keyPath: "id", indexes: [] },
    { name: "preferences", keyPath: null, indexes: [] },
    { name: "records", keyPath: "id", indexes: ["savedAt"] },
    { name: "sources", keyPath: "id", indexes: ["addresses", "hash"] },
  ]);
  db.close();
});

test("a later version takes only the steps that are missing, and keeps what is stored", async () => {
  const name = crypto.randomUUID();
  const old = await openWith(name, MIGRATIONS.slice(0, 1));
  await old.put("preferences", { size: 32 }, "reader");
  old.close();

  const from: number[] = [];
  const step =
    (version: number): Migration =>
    (db, tx) => {
      from.push(version);
      if (version === 2) tx.objectStore("positions").createIndex("updatedAt" as never, "updatedAt");
      else db.createObjectStore("images" as never);
    };
  const db = await openWith(name, [...MIGRATIONS.slice(0, 1), step(2), step(3)]);
  expect(from).toEqual([2, 3]);
  expect(await db.get("preferences", "reader")).toEqual({ size: 32 });
  expect(shapeOf(db).map((store) => store.name)).toContain("images");
  expect(shapeOf(db).find((store) => store.name === "positions")?.indexes).toEqual(["updatedAt"]);
  db.close();
});

test.each(MIGRATIONS.map((_, version) => version))(
  "coming from version %i ends in the same stores as a new database",
  async (version) => {
    const name = crypto.randomUUID();
    if (version > 0) (await openWith(name, MIGRATIONS.slice(0, version))).close();
    const upgraded = await openWith(name, MIGRATIONS);
    const fresh = await openWith(crypto.randomUUID(), MIGRATIONS);
    expect(shapeOf(upgraded)).toEqual(shapeOf(fresh));
    upgraded.close();
    fresh.close();
  },
);
