/** The order in which articles are read aloud: ids, each once, the one that is read at the head. Nothing here changes what it is given. */
import type { ArticleId } from "./article.ts";

export type Queue = readonly ArticleId[];

export function without(queue: Queue, id: ArticleId): Queue {
  return queue.filter((other) => other !== id);
}

/** To the head, from wherever it was. */
export function withFirst(queue: Queue, id: ArticleId): Queue {
  return [id, ...without(queue, id)];
}

/** Right after what is heard, which stays or comes to the head; to the head itself where nothing is. */
export function withNext(queue: Queue, id: ArticleId, heard?: ArticleId): Queue {
  if (heard === undefined) return withFirst(queue, id);
  return heard === id ? withFirst(queue, id) : [heard, id, ...without(without(queue, heard), id)];
}

/** At the end, in the given order, where they are not in it already. */
export function withAll(queue: Queue, ids: Queue, heard?: ArticleId): Queue {
  return [...new Set([...(heard === undefined ? [] : [heard]), ...queue, ...ids])];
}

/** So many places further on (negative: back), held at the ends. */
export function moved(queue: Queue, id: ArticleId, by: number): Queue {
  const from = queue.indexOf(id);
  if (from < 0) return queue;
  const rest = without(queue, id);
  return rest.toSpliced(Math.min(Math.max(from + by, 0), rest.length), 0, id);
}
