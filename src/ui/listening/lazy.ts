/** The door for `import()` of what the player leads to. It is apart from the views' other one, which the first script has in it. */
import { loadPart } from "#state/parts.ts";

export const loadSavingAudio = loadPart(() => import("../saving-audio/SavingAudio.tsx"));
export const loadReadingAloud = loadPart(() => import("../reading-aloud/ReadingAloud.tsx"));
