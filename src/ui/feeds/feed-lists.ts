import { afterProlog } from "#domain/markup-start.ts";

/** Characters at the beginning of a file within which it says what it is. */
const HEAD = 2000;

/** Lists of feeds (OPML) among files, told by their content: they are followed, and no articles. What cannot be read is none. */
export async function withoutFeedLists<Some extends Blob>(
  files: readonly Some[],
): Promise<{ lists: Some[]; others: Some[] }> {
  const isList = await Promise.all(files.map(isFeedList));
  return { lists: files.filter((_, index) => isList[index]), others: files.filter((_, index) => !isList[index]) };
}

async function isFeedList(file: Blob): Promise<boolean> {
  const head = await file
    .slice(0, HEAD)
    .text()
    .catch(() => "");
  return /^<opml[\s>]/i.test(afterProlog(head));
}
