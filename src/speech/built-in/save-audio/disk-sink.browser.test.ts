/** The browser's real folders and locks. */
import { beforeEach, expect, it, vi } from "vitest";
import { clearLeftovers, openDiskSink } from "./disk-sink.ts";

const folder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("sound-files", { create: true }) as unknown as Promise<
    FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }
  >;

async function names(): Promise<string[]> {
  const found: string[] = [];
  for await (const name of (await folder()).keys()) found.push(name);
  // Where a browser keeps what is being written, before it is the file.
  return found.filter((name) => !name.endsWith(".crswap"));
}

const bytes = (...values: number[]) => new Blob([Uint8Array.from(values)]);
const content = async (file: Blob) => [...new Uint8Array(await file.arrayBuffer())];

beforeEach(clearLeftovers);

it("has what was written in order, behind the head that comes last, under the type that is asked for", async () => {
  const sink = (await openDiskSink(1000, 2))!;
  await sink.write(bytes(1, 2));
  await sink.write(bytes(3));
  const file = await sink.finish("audio/wav", Uint8Array.from([8, 9]));
  expect(file.type).toBe("audio/wav");
  expect(await content(file)).toEqual([8, 9, 1, 2, 3]);
  sink.discard();
});

it("writes what is more than it holds back as it comes", async () => {
  const written = vi.spyOn(FileSystemWritableFileStream.prototype, "write");
  const sink = (await openDiskSink(3e6))!;
  const piece = new Blob([new Uint8Array(400_000).fill(7)]);
  for (let i = 0; i < 6; i++) await sink.write(piece);
  expect(written).toHaveBeenCalledTimes(2);
  const file = await sink.finish("audio/ogg");
  expect(file.size).toBe(2_400_000);
  expect(await content(file.slice(-2))).toEqual([7, 7]);
  vi.restoreAllMocks();
  sink.discard();
});

it("leaves nothing when it is let go of, in the middle or afterwards", async () => {
  const begun = (await openDiskSink(1000))!;
  await begun.write(bytes(1));
  const done = (await openDiskSink(1000))!;
  await done.write(bytes(1));
  await done.finish("audio/ogg");
  expect(await names()).toHaveLength(2);
  begun.discard();
  done.discard();
  await expect.poll(names).toEqual([]);
});

it("clears up after pages that are gone, and leaves what is being made or waits to be saved", async () => {
  const gone = await (await folder()).getFileHandle("of-a-page-that-is-gone", { create: true });
  expect(await names()).toEqual([gone.name]);
  const sink = (await openDiskSink(1000))!;
  await sink.write(bytes(1));
  await clearLeftovers();
  const [left, ...others] = await names();
  expect(others).toEqual([]);
  expect(left).not.toBe(gone.name);
  expect(await content(await sink.finish("audio/ogg"))).toEqual([1]);
  await clearLeftovers();
  expect(await names()).toEqual([left]);
  sink.discard();
});

it("leaves what another page is in the middle of writing, beside the file as well", async () => {
  const sink = (await openDiskSink(3e6))!;
  const piece = new Blob([new Uint8Array(1_200_000).fill(7)]);
  await sink.write(piece);
  const removed = vi.spyOn(FileSystemDirectoryHandle.prototype, "removeEntry");
  await clearLeftovers();
  // Only the folder is tried, which has something in it.
  expect(removed.mock.calls).toEqual([["sound-files"]]);
  vi.restoreAllMocks();
  await sink.write(piece);
  expect((await sink.finish("audio/ogg")).size).toBe(2_400_000);
  sink.discard();
});

it("takes the folder away with the last of it, and not while a page is about to put a file into it", async () => {
  const root = await navigator.storage.getDirectory();
  const isThere = () =>
    root.getDirectoryHandle("sound-files").then(
      () => true,
      () => false,
    );
  for (const ending of ["", ".crswap"])
    await (await folder()).getFileHandle(`of-a-page-that-is-gone${ending}`, { create: true });
  await clearLeftovers();
  expect(await isThere()).toBe(false);
  const { getFileHandle } = FileSystemDirectoryHandle.prototype;
  vi.spyOn(FileSystemDirectoryHandle.prototype, "getFileHandle").mockImplementation(async function late(
    this: FileSystemDirectoryHandle,
    ...args
  ) {
    await clearLeftovers();
    return getFileHandle.apply(this, args);
  });
  const sink = await openDiskSink(1000);
  vi.restoreAllMocks();
  expect(sink).toBeDefined();
  sink?.discard();
});

it.each<[string, () => void]>([
  ["has no such folders", () => vi.spyOn(navigator.storage, "getDirectory").mockRejectedValue(new DOMException())],
  [
    "cannot write in them",
    () => vi.spyOn(FileSystemFileHandle.prototype, "createWritable").mockRejectedValue(new TypeError()),
  ],
  ["has no room for it", () => vi.spyOn(navigator.storage, "estimate").mockResolvedValue({ quota: 2000, usage: 900 })],
])("is none where the browser %s, and leaves nothing", async (_, take) => {
  take();
  expect(await openDiskSink(1000)).toBeUndefined();
  vi.restoreAllMocks();
  expect(await names()).toEqual([]);
});
