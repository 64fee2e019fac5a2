/** Whether what has come in is in the library already: sites give many pages one address, and one page many. */
import type { Article, ArticleId } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import type { ArticleToSave, KnownArticle, SavedArticles } from "#storage/saved-articles.ts";

/** Of the shorter text, in threes of words. Versions of one article share most of it, and two pages of a site their notices at most. */
const LEAST_SHARED = 0.2;

/**
 * Those of `found` that are the same article: with the same text, or of the same address and not another one by both title and text.
 * Rejects with a `StorageError`.
 */
export async function sameAs(
  found: readonly KnownArticle[],
  { article }: ArticleToSave,
  read: (id: ArticleId) => Promise<Article | undefined>,
): Promise<KnownArticle[]> {
  const same: KnownArticle[] = [];
  for (const one of found) {
    const before = one.sameText || isSameTitle(one.title, article.record.title) ? undefined : await read(one.id);
    if (!before || sharedOf(threesOf(before), threesOf(article)) >= LEAST_SHARED) same.push(one);
  }
  return same;
}

/** An article that is kept beside these: its addresses are those that are not theirs, and it is known by the first of them. */
export async function apartFrom(
  others: readonly KnownArticle[],
  saved: ArticleToSave,
  readSource: SavedArticles["readSource"],
): Promise<ArticleToSave> {
  if (others.length === 0) return saved;
  const theirs = new Set<string>();
  for (const { id } of others) for (const address of (await readSource(id))?.addresses ?? []) theirs.add(address);
  const addresses = saved.source.addresses.filter((address) => !theirs.has(address));
  const [first] = addresses;
  const { record, body } = saved.article;
  const own = first !== undefined && theirs.has(record.address ?? "") && { address: first };
  return {
    ...saved,
    article: { record: { ...record, ...own }, body },
    source: { ...saved.source, ...own, addresses },
  };
}

function isSameTitle(one: string, other: string): boolean {
  const plain = (title: string) => title.toLowerCase().match(WORDS)?.join(" ") ?? title;
  return plain(one) === plain(other);
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

function threesOf({ body }: Article): ReadonlySet<string> {
  const text = leavesOf(body).map((leaf) => leaf.text);
  const words = text.join("\n").toLowerCase().match(WORDS) ?? [];
  if (words.length < 3) return new Set(words);
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

/** How much of the smaller is in the other, 0 to 1; nothing is in everything. */
function sharedOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0) return 1;
  let shared = 0;
  for (const three of small) if (large.has(three)) shared++;
  return shared / small.size;
}
