import type { LibraryStorage } from "#storage/storage.ts";
import { createInstall, type InstallModel } from "./install.ts";
import { createLibrary, type LibraryModel } from "./library.ts";
import { createListening, type ListeningModel } from "./listening.ts";
import type { ProblemsModel } from "./problems.ts";
import { createReader, type ReaderModel } from "./reader.ts";
import { createSettings, type SettingsModel } from "./settings.ts";
import { createShippedArticles } from "./shipped.ts";
import type { Announcer } from "./status.ts";
import { createUpdates, type UpdatesModel } from "./updates.ts";

export interface App {
  /** The app's base path, with a slash at both ends. */
  base: string;
  announcer: Announcer;
  problems: ProblemsModel;
  settings: SettingsModel;
  library: LibraryModel;
  reader: ReaderModel;
  listening: ListeningModel;
  updates: UpdatesModel;
  install: InstallModel;
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
  const settings = createSettings(storage, problems);
  const reader = createReader(storage, shipped, problems);
  return {
    base,
    announcer,
    problems,
    settings,
    reader,
    library: createLibrary(storage, shipped, problems),
    listening: createListening(reader, settings, announcer),
    updates: createUpdates(),
    install: createInstall(),
  };
}

