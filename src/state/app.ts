import { type Signal, signal } from "@preact/signals";
import type { LibraryStorage } from "#storage/storage.ts";
import { createInstall, type InstallModel } from "./install.ts";
import { createLibrary, type LibraryModel } from "./library.ts";
import type { ProblemsModel } from "./problems.ts";
import type { ReadingModel } from "./reading.ts";
import { createSettings, type SettingsModel } from "./settings.ts";
import { createShippedArticles, type ShippedArticles } from "./shipped.ts";
import type { Announcer } from "./status.ts";
import { createUpdates, type UpdatesModel } from "./updates.ts";

export interface App {
  /** The app's base path, with a slash at both ends. */
  base: string;
  storage: LibraryStorage;
  shipped: ShippedArticles;
  announcer: Announcer;
  problems: ProblemsModel;
  settings: SettingsModel;
  library: LibraryModel;
  updates: UpdatesModel;
  install: InstallModel;
  /** The open article and its voice; there once the reader's part of the app has been fetched. */
  reading: Signal<ReadingModel | undefined>;
  /** What stands under the title of the library; there once something comes in, and the part of the app is here that draws it. */
  news: Signal<unknown>;
}

export interface AppDependencies {
  base: string;
  storage: LibraryStorage;
  problems: ProblemsModel;
  announcer: Announcer;
}

/** All models of the app. Tests make one of their own. */
export function createApp({ base, storage, problems, announcer }: AppDependencies): App {
  const shipped = createShippedArticles(base);
  return {
    base,
    storage,
    shipped,
    announcer,
    problems,
    settings: createSettings(storage, problems),
    library: createLibrary(storage, shipped, problems),
    updates: createUpdates(),
    install: createInstall(),
    reading: signal(undefined),
    news: signal(undefined),
  };
}
