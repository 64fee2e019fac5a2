/** The door for `import()` of what reads what comes in. It is apart from the models' other one, which the first script has in it. */
import { loadPart } from "../parts.ts";

export const loadImporting = loadPart(() => import("#importing/import-article.ts"));
export const loadFeedReading = loadPart(() => import("#importing/feeds/feeds.ts"));
/** For work that nobody has asked for: where the part is gone, no notice says so, and the page is not loaded again for it. */
export const loadFeedReadingQuietly = () => import("#importing/feeds/feeds.ts");
