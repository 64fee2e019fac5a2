import { SOUND_FILES } from "#protocol/sound-files.ts";
import { loadDiskSink } from "./lazy.ts";

/** Removes sound files that pages have left on the disk which are gone. Fetches nothing where there are none. Never rejects. */
export async function clearSoundFiles(): Promise<void> {
  try {
    await (await navigator.storage.getDirectory()).getDirectoryHandle(SOUND_FILES);
    await (await loadDiskSink()).clearLeftovers();
  } catch {
    // There is no such folder, or no way to it.
  }
}
