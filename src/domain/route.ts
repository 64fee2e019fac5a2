import type { ArticleId } from "./article.ts";
import { formatPosition, parsePosition, type Position } from "./position.ts";

/** Where the reader can be. Every route has one address and every address one route. */
export type Route =
  | { name: "library" }
  /** `at`: open at this place instead of where reading stopped. */
  | { name: "read"; id: ArticleId; at?: Position }
  /** `shared`: just came from the share sheet, by its key in the inbox; `url`: is to be added. Each as the address has it. */
  | { name: "add"; shared?: string; url?: string }
  | { name: "not-found"; path: string };

const ARTICLE_ID = /^[a-z0-9][a-z0-9-]{0,127}$/;

export function isArticleId(text: string): text is ArticleId {
  return ARTICLE_ID.test(text);
}

/** `base` is the app's base path, with a slash at both ends. Accepts the forms that static hosts redirect to. */
export function parseRoute(url: URL, base: string): Route {
  const path = url.pathname;
  if (path === base.slice(0, -1)) return { name: "library" };
  if (!path.startsWith(base)) return { name: "not-found", path };
  const rest = path.slice(base.length);
  if (rest === "" || rest === "index.html") return { name: "library" };
  if (/^add(\/|\/index\.html)?$/.test(rest)) return { ...Object.fromEntries(url.searchParams), name: "add" };
  const id = /^read\/([^/]+?)(?:\/|\/index\.html)?$/.exec(rest)?.[1];
  if (id !== undefined && isArticleId(id)) {
    const at = parsePosition(url.searchParams.get("at") ?? "");
    return at ? { name: "read", id, at } : { name: "read", id };
  }
  return { name: "not-found", path };
}

/** The address of a route: an absolute path on the app's origin. */
export function formatRoute(route: Route, base: string): string {
  switch (route.name) {
    case "library":
      return base;
    case "read":
      return `${base}read/${route.id}${route.at ? `?at=${formatPosition(route.at)}` : ""}`;
    case "add": {
      const { name, ...asked } = route;
      const search = `${new URLSearchParams(asked)}`;
      return base + name + (search && `?${search}`);
    }
    case "not-found":
      return route.path;
  }
}
