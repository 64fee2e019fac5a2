/** The views' one door for `import()`: what the first load of the library does without. */
import { loadPart } from "#state/parts.ts";

export const loadReaderView = loadPart(() => import("./reader/ReaderView.tsx"));
export const loadPlaceInView = loadPart(() => import("#reading/place-in-view.ts"));
export const loadGrowingText = loadPart(() => import("./reader/growing-text.ts"));
export const loadPlayer = loadPart(() => import("./listening/Player.tsx"));
export const loadMiniPlayer = loadPart(() => import("./listening/MiniPlayer.tsx"));
export const loadQueueSheet = loadPart(() => import("./queue/QueueSheet.tsx"));
export const loadVoiceWishes = loadPart(() => import("./listening/voice-wishes.ts"));
export const loadFromSelection = loadPart(() => import("./listening/FromSelection.tsx"));
export const loadKeysSheet = loadPart(() => import("./listening/KeysSheet.tsx"));
export const loadSavingAudio = loadPart(() => import("./saving-audio/SavingAudio.tsx"));
export const loadReadingAloud = loadPart(() => import("./reading-aloud/ReadingAloud.tsx"));
export const loadTextSettings = loadPart(() => import("./settings/TextSettings.tsx"));
export const loadFinding = loadPart(() => import("./finding/Finding.tsx"));
export const loadInstallSheet = loadPart(() => import("./install/InstallSheet.tsx"));
export const loadReadingAids = loadPart(() => import("./aids/reading-aids.ts"));
export const loadAutoScroll = loadPart(() => import("./aids/auto-scroll.tsx"));
export const loadAddPage = loadPart(() => import("./adding/AddPage.tsx"));
export const loadPicturesLine = loadPart(() => import("./pictures/show-pictures-line.tsx"));
export const loadPages = loadPart(() => import("./pages/attend-flow.tsx"));
