import { all, parseMarkup, textOf, typesOf } from "./markup.ts";
import { targetOf } from "./paths.ts";

/** What the table of contents calls each file, by its path: the first name that is given to the file or to a place in it. */
export function chapterTitles(bytes: Uint8Array, path: string): Map<string, string> {
  const page = parseMarkup(bytes);
  const titles = new Map<string, string>();
  const add = (href: string | null | undefined, title: string) => {
    const target = targetOf(href, path);
    if (target && title && !titles.has(target.path)) titles.set(target.path, title);
  };
  const navs = all(page, "nav");
  const nav = navs.find((element) => typesOf(element).includes("toc")) ?? navs[0];
  for (const link of nav ? all(nav, "a") : []) add(link.getAttribute("href"), textOf(link));
  for (const point of all(page, "navpoint")) {
    // Points are inside each other: only a point's own children are its own.
    const own = (name: string) => [...point.children].find((child) => child.localName.toLowerCase().endsWith(name));
    add(own("content")?.getAttribute("src"), textOf(own("navlabel")));
  }
  return titles;
}
