import type { Page } from "@playwright/test";
import { startSite } from "../../src/companion/testing.ts";
import { enFeeds as words } from "../../src/i18n/en-feeds.ts";
import { testOnWeb } from "./companion-to.ts";

export interface FeedSite {
  /** Of the page that names the feed. */
  url: string;
  /** What the feed has: each entry with its whole text, or with none. */
  entries: { id: number; title: string; whole?: boolean }[];
  /** Paths, in the order they were asked for. */
  asked: string[];
}

const paragraph = (title: string, number: number) =>
  `<p>${title}, part ${number}. The keeper wrote down the hour, the wind and the height of the water, and read it all to the boy, who ` +
  `had to say whether the lamp was to be lit before dark or after. Most evenings it was before, because the fog came early.</p>`;
const textOf = (title: string) => [1, 2, 3, 4].map((number) => paragraph(title, number)).join("");

/** The test with the site of `http://lamps.example`, which has a feed; its feed is named “Lamps”. */
export const testWithFeed = testOnWeb("lamps.example").extend<{ site: FeedSite }>({
  site: async ({}, use) => {
    const site: FeedSite = { url: "", entries: [], asked: [] };
    const { port } = await startSite((request, response) => {
      const path = request.url ?? "/";
      site.asked.push(path);
      const type = path.endsWith(".xml") ? "application/rss+xml" : "text/html; charset=utf-8";
      response.writeHead(path === "/robots.txt" ? 404 : 200, { "content-type": type });
      response.end(path === "/feed.xml" ? feedOf(site) : path === "/" ? HOME : pageOf(site, path));
    });
    site.url = `http://lamps.example:${port}/`;
    await use(site);
  },
});

const HOME = `<!doctype html><title>Lamps</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Home</p>`;

function feedOf({ url, entries }: FeedSite): string {
  const items = entries.map(({ id, title, whole }) => {
    const text = whole ? `<content:encoded><![CDATA[${textOf(title)}]]></content:encoded>` : "";
    const day = `${String(id).padStart(2, "0")} Apr 2025 08:00:00 GMT`;
    return `<item><guid>${id}</guid><title>${title}</title><link>${url}${id}</link><pubDate>${day}</pubDate><description>About ${title}.</description>${text}</item>`;
  });
  const named = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"';
  return `<rss version="2.0" ${named}><channel><title>Lamps</title><link>${url}</link><language>en</language>${items.join("")}</channel></rss>`;
}

function pageOf({ entries }: FeedSite, path: string): string {
  const title = entries.find(({ id }) => path === `/${id}`)?.title ?? "Nothing";
  return `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>${textOf(title)}</article></html>`;
}

/** Follows the feed of an address, in the view of adding. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.goto("./add");
  await page.getByLabel(words.field).fill(address);
  await page.getByRole("button", { name: words.follow, exact: true }).click();
}
