import { type ReadonlySignal, signal } from "@preact/signals";

/**
 * How this browser installs the app: by a prompt of its own, by steps in the iOS share sheet, by some item of its menu, or not
 * any more because it runs installed.
 */
export type InstallWay = "prompt" | "ios" | "menu" | "installed";

export interface InstallModel {
  way: ReadonlySignal<InstallWay>;
  set(way: InstallWay, prompt?: () => Promise<boolean>): void;
  /** Shows the browser's own prompt. True where the reader agreed. */
  prompt(): Promise<boolean>;
}

export function createInstall(): InstallModel {
  const way = signal<InstallWay>("menu");
  let ask: (() => Promise<boolean>) | undefined;
  return {
    way,
    set(next, prompt) {
      way.value = next;
      ask = prompt;
    },
    prompt: async () => (await ask?.()) ?? false,
  };
}
