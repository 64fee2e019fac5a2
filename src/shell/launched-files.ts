import type { App } from "#state/app.ts";
import { loadAdding } from "#state/lazy.ts";

/** https://developer.mozilla.org/docs/Web/API/LaunchQueue: installed apps in Chromium on computers, and in no library of types. */
interface LaunchQueue {
  setConsumer(consume: (launched: { files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** Takes in the files that the system opens with the app: see `file_handlers` in the manifest. */
export function takeLaunchedFiles(app: App): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files = [] }) => {
    if (files.length === 0) return;
    try {
      const { addingOf } = await loadAdding();
      await addingOf(app).addFiles(await Promise.all(files.map((file) => file.getFile())));
    } catch {
      // The part could not be fetched: `recover.ts` has told.
    }
  });
}
