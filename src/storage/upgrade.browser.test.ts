import { openDB } from "idb";
import { expect, test, vi } from "vitest";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import type { KeptFile } from "#protocol/inbox.ts";
import type { LecternSchema } from "./database.ts";
import { createInboxStore } from "./inbox.ts";
import { MIGRATIONS, upgrade } from "./migrations.ts";
import { createStorage } from "./storage.ts";

test("a reader's library of version 1 is brought up to date as soon as an old tab lets go, and nothing of it is lost", async () => {
  const name = crypto.randomUUID();
  const { record, body } = sampleArticle({ id: "tides" });
  // A tab of the version before, which does not hear that it is in the way: its page is frozen.
  const old = await openDB<LecternSchema>(name, 1, {
    upgrade: (db, from, _, tx) => upgrade(db, from, tx, MIGRATIONS.slice(0, 1)),
  });
  await old.put("records", record);
  await old.put("bodies", { ...body, revision: record.revision });
  await old.put("preferences", { size: 32 }, "reader");

  const told: string[] = [];
  const storage = createStorage({
    name,
    onProblem: (problem) => told.push(problem),
    onUnblocked: () => told.push("free"),
  });
  await expect(storage.listRecords()).rejects.toMatchObject({ reason: "blocked" });
  expect(told).toEqual(["blocked"]);

  old.close();
  await vi.waitFor(() => expect(told).toEqual(["blocked", "free"]));
  expect(await storage.readArticle("tides")).toEqual({ record, body });
  expect(await storage.readPreferences()).toEqual({ size: 32 });
  const [key] = await createInboxStore(storage).receive([
    { way: "paste", name: "Moons", incoming: { kind: "text", text: "Moons" }, status: "waiting" },
  ]);
  expect(key).toBe(1);
  storage.close();
});

test("bytes come back from the inbox as they went in, of a share as of a file, in however many pieces", async () => {
  const storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  const inbox = createInboxStore(storage);
  const bytes = new Uint8Array(17 * 1024 * 1024).map((_, at) => at % 251);
  const file = new File([bytes], "sea.epub", { type: "application/epub+zip" });
  const [shared, chosen] = await inbox.receive([
    { way: "share", name: "", incoming: { kind: "share", fields: [["files", file]] }, status: "waiting" },
    {
      way: "file",
      name: file.name,
      incoming: { kind: "file", name: file.name, type: file.type, bytes: bytes.buffer },
      status: "waiting",
    },
  ]);
  const ofShare = (await inbox.readItem(shared!))!.incoming;
  if (ofShare.kind !== "share") return expect.fail("It is what it was.");
  const kept = ofShare.fields[0]![1] as KeptFile;
  await inbox.unpackItem(
    shared!,
    { way: "share", name: file.name, incoming: { kind: "file", ...kept }, status: "waiting" },
    [],
  );
  for (const key of [shared!, chosen!]) {
    const incoming = await inbox.readIncoming(key);
    if (incoming?.kind !== "file") return expect.fail("It is a file.");
    expect(incoming).toMatchObject({ name: "sea.epub", type: "application/epub+zip" });
    expect(await sumOf(new Blob([incoming.bytes]))).toEqual(await sumOf(file));
  }
  storage.close();
});

/** By which megabytes are compared at once, and not one by one. */
async function sumOf(blob: Blob): Promise<string> {
  return String(new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())));
}
