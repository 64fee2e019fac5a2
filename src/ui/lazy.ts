/** The views' one door for `import()`: what the first load of the library does without. */
import { loadPart } from "#state/parts.ts";

export const loadReaderView = loadPart(() => import("./reader/ReaderView.tsx"));
export const loadPlayer = loadPart(() => import("./listening/Player.tsx"));
export const loadTextSettings = loadPart(() => import("./settings/TextSettings.tsx"));
export const loadFinding = loadPart(() => import("./finding/Finding.tsx"));
export const loadScrollers = loadPart(() => import("#reading/scrollers.ts"));
export const loadKeptFocus = loadPart(() => import("./reader/kept-focus.ts"));
export const loadInstallSheet = loadPart(() => import("./install/InstallSheet.tsx"));
export const loadReadingAids = loadPart(() => import("./aids/reading-aids.ts"));
export const loadAutoScroll = loadPart(() => import("./aids/auto-scroll.tsx"));
