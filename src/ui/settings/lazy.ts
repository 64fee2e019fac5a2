/** The door for `import()` of what the text settings lead to. It is apart from the views' other one, which the first script has in it. */
import { loadPart } from "#state/parts.ts";

export const loadKeysSheet = loadPart(() => import("../listening/KeysSheet.tsx"));
export const loadAutoScroll = loadPart(() => import("../aids/auto-scroll.tsx"));
