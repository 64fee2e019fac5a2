/** The views' one door for `import()`: what the first load of the library does without. */
import { loadPart } from "#state/parts.ts";

export const loadReaderView = loadPart(() => import("./reader/ReaderView.tsx"));
export const loadPlaceInView = loadPart(() => import("#reading/place-in-view.ts"));
export const loadGrowingText = loadPart(() => import("./reader/growing-text.ts"));
export const loadPlayer = loadPart(() => import("./listening/Player.tsx"));
export const loadMiniPlayer = loadPart(() => import("./listening/MiniPlayer.tsx"));
export const loadQueueSheet = loadPart(() => import("./queue/QueueSheet.tsx"));
export const loadFromSelection = loadPart(() => import("./listening/FromSelection.tsx"));
export const loadTextSettings = loadPart(() => import("./settings/TextSettings.tsx"));
export const loadInstallSheet = loadPart(() => import("./install/InstallSheet.tsx"));
export const loadReadingAids = loadPart(() => import("./aids/reading-aids.ts"));
export const loadAddPage = loadPart(() => import("./adding/AddPage.tsx"));
export const loadNews = loadPart(() => import("./news/show-news.ts"));
export const loadPages = loadPart(() => import("./pages/attend-flow.tsx"));
