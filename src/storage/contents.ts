/** What is on its way, as it is kept: what a list shows, and apart from it the texts and files themselves. */
import type { IDBPObjectStore } from "idb";
import { type Incoming, type InboxItem, type KeptFile, LARGEST_FILE, type ListedIncoming } from "#protocol/inbox.ts";
import type { LecternSchema, StoredContent, StoredInboxItem } from "./database.ts";

/** In bytes. Chromium refuses values above 127 MB, and a piece is read into memory whole. */
const PIECE = 8 * 1024 * 1024;

/** As it goes into the stores `inbox` and `contents`. */
export interface Packed {
  item: InboxItem<ListedIncoming>;
  contents: StoredContent[];
}

/** A name for what is kept apart. */
export const newContent = () => crypto.getRandomValues(new Uint32Array(4)).join("-");

/** All but files, which have to be read first. */
function packText(item: InboxItem<Exclude<Incoming, { kind: "file" | "share" }> | ListedIncoming>): Packed {
  const { incoming } = item;
  if ("content" in incoming || !("text" in incoming || "html" in incoming) || incoming.kind === "draft")
    return { item: { ...item, incoming: incoming as ListedIncoming }, contents: [] };
  const content = newContent();
  const listed = { ...item, incoming: { kind: incoming.kind, content } };
  return { item: listed, contents: [{ content, part: 0, incoming }] };
}

/** With its files, which are read here. One that cannot be read, or that is too large for any kind, is told as its problem. */
export async function pack(item: InboxItem<Incoming | ListedIncoming>): Promise<Packed> {
  const { incoming } = item;
  const contents: StoredContent[] = [];
  if (incoming.kind === "share") {
    const fields: [string, string | KeptFile][] = [];
    for (const [name, value] of incoming.fields)
      fields.push([name, value instanceof Blob ? await packFile(value, value, contents) : value]);
    return { item: { ...item, incoming: { kind: "share", fields } }, contents };
  }
  if (incoming.kind !== "file") return packText({ ...item, incoming });
  if (!("bytes" in incoming)) return { item: { ...item, incoming }, contents };
  // What has failed already is listed without its bytes.
  const file: KeptFile =
    item.status === "failed"
      ? { name: incoming.name, type: incoming.type, problem: item.problem ?? "damaged" }
      : await packFile(asBlob(incoming.bytes), incoming, contents);
  const failed = file.problem && { status: "failed" as const, problem: file.problem };
  return { item: { ...item, ...failed, incoming: { kind: "file", ...file } }, contents };
}

const asBlob = (bytes: ArrayBuffer | Blob) => (bytes instanceof Blob ? bytes : new Blob([bytes]));

async function packFile(file: Blob, { name, type }: KeptFile, contents: StoredContent[]): Promise<KeptFile> {
  if (file.size > LARGEST_FILE) return { name, type, problem: "too-large" };
  const content = newContent();
  const pieces: StoredContent[] = [];
  try {
    for (let at = 0; at < file.size; at += PIECE)
      pieces.push({ content, part: pieces.length, bytes: await file.slice(at, at + PIECE).arrayBuffer() });
  } catch {
    return { name, type, problem: "damaged" };
  }
  contents.push(...pieces);
  return { name, type, content };
}

type Stored<Name extends "inbox" | "contents", Mode extends IDBTransactionMode> = Pick<
  IDBPObjectStore<LecternSchema, Name[], Name, Mode>,
  "get" | "add" | "put" | "delete"
>;
type Contents<Mode extends IDBTransactionMode> = Stored<"contents", Mode>;

/** Yields its key, which is the database's to give. */
export async function addPacked(
  { item, contents }: Packed,
  inbox: Stored<"inbox", "readwrite">,
  store: Contents<"readwrite">,
): Promise<number> {
  for (const content of contents) await store.put(content);
  return inbox.add(item as StoredInboxItem);
}

/** What came in, with its text or file; piece by piece, so that a file is never in memory as a whole. */
export async function unpack(incoming: ListedIncoming, store: Contents<"readonly">): Promise<Incoming> {
  switch (incoming.kind) {
    case "address":
    case "draft":
      return incoming;
    case "share":
      throw new TypeError("A share is told apart first.");
    case "file": {
      const { name, type, content } = incoming;
      return { kind: "file", name, type, bytes: content ? await readFile(content, type, store) : new Blob() };
    }
    default: {
      const kept = (await store.get([incoming.content, 0]))!.incoming!;
      return incoming.kind === "entry" && incoming.part ? ({ ...kept, part: true } as Incoming) : kept;
    }
  }
}

async function readFile(content: string, type: string, store: Contents<"readonly">): Promise<Blob> {
  const pieces: Blob[] = [];
  for (;;) {
    const piece = await store.get([content, pieces.length]);
    if (!piece) return new Blob(pieces, { type });
    pieces.push(new Blob([piece.bytes!]));
  }
}

/** With what is kept apart of it, all goes that no other item has. */
export async function dropContents(incoming: ListedIncoming, store: Contents<"readwrite">): Promise<void> {
  const files = incoming.kind === "share" ? incoming.fields.map(([, value]) => value) : [incoming];
  for (const file of files) if (typeof file === "object" && "content" in file) await dropContent(file.content, store);
}

/** All pieces of it; nothing where there is none. */
export async function dropContent(content: string | undefined, store: Contents<"readwrite">): Promise<void> {
  // An array sorts after every number.
  if (content) await store.delete(IDBKeyRange.bound([content], [content, []]));
}
