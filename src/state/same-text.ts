import { FINISHED, START } from "#domain/position.ts";
import type { OpenArticle } from "./reader.ts";

/** Whether positions count in the same text: an article that was fetched anew in another revision is another one. */
export function isSameText(a: OpenArticle | undefined, b: OpenArticle | undefined): boolean {
  const [one, other] = [a?.article.record, b?.article.record];
  return one !== undefined && one.id === other?.id && one.revision === other.revision;
}

/** What has been read to its end is heard anew. */
export function fromStart(opened: OpenArticle): OpenArticle {
  return opened.fraction >= FINISHED ? { ...opened, position: START, fraction: 0 } : opened;
}
