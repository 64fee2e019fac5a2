import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Node } from "mdast";
import { fail, type Source } from "./source.ts";

const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * A link's address as the article keeps it: absolute with a scheme that cannot run anything, or, for a link to the Markdown
 * file of another article (`other.md`), that article's address relative to the app's base path.
 */
export function linkAddress(url: string, at: Node, source: Source): string {
  if (URL.canParse(url)) {
    const { protocol } = new URL(url);
    if (!SCHEMES.has(protocol))
      fail(source, at, `A link may begin with https:, http:, mailto: or tel:, not with “${protocol}”.`);
    return url;
  }
  const article = /^(?:\.\/)?([^/?#]+)\.md$/.exec(url)?.[1];
  if (article === undefined) {
    fail(source, at, `“${url}” is neither a full address nor the file of another article such as “other.md”.`);
  }
  const beside = join(dirname(source.file), `${article}.md`);
  if (basename(beside) !== basename(source.file) && !existsSync(beside))
    fail(source, at, `There is no article “${url}”.`);
  return `read/${article}`;
}
