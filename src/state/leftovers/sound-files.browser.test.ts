/** The browser's real folders and locks. */
import { beforeEach, expect, it, vi } from "vitest";
import { loadDiskSink } from "./lazy.ts";
import { clearSoundFiles } from "./sound-files.ts";

vi.mock("./lazy.ts", { spy: true });

beforeEach(() => void vi.mocked(loadDiskSink).mockClear());

const root = () => navigator.storage.getDirectory();
const isThere = async () =>
  (await root()).getDirectoryHandle("sound-files").then(
    () => true,
    () => false,
  );

it("removes what a page that is gone has left; the next time nothing is fetched for it", async () => {
  const folder = await (await root()).getDirectoryHandle("sound-files", { create: true });
  await folder.getFileHandle("of-a-page-that-is-gone", { create: true });
  await clearSoundFiles();
  expect(await isThere()).toBe(false);
  expect(loadDiskSink).toHaveBeenCalledOnce();
  await clearSoundFiles();
  expect(loadDiskSink).toHaveBeenCalledOnce();
  expect(await isThere()).toBe(false);
});

it("leaves it at that where the browser has no such folders", async () => {
  vi.spyOn(navigator.storage, "getDirectory").mockRejectedValue(new DOMException());
  await clearSoundFiles();
  expect(loadDiskSink).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
