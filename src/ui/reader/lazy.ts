/** The reader's own door for `import()`, apart from the views' other one, which the first script has in it. */
import { loadPart } from "#state/parts.ts";

export const loadFinding = loadPart(() => import("../finding/Finding.tsx"));
export const loadPicturesLine = loadPart(() => import("../pictures/show-pictures-line.tsx"));
export const loadVoiceWishes = loadPart(() => import("../listening/voice-wishes.ts"));
