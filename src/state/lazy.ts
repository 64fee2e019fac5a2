/** The models' one door for `import()`. */
import { loadPart } from "./parts.ts";

export const loadSettingsEditor = loadPart(() => import("./settings-editor.ts"));
export const loadListeningSession = loadPart(() => import("./listening-session.ts"));
export const loadGoingOn = loadPart(() => import("./going-on.ts"));
export const loadReadAloud = loadPart(() => import("#speech/read-aloud.ts"));
export const loadAdding = loadPart(() => import("./adding.ts"));
export const loadImporting = loadPart(() => import("#importing/import-article.ts"));
export const loadFeedReading = loadPart(() => import("#importing/feeds/feeds.ts"));
