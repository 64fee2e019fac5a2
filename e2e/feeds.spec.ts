import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { startSite } from "../src/companion/testing.ts";
import { enFeeds as words } from "../src/i18n/en-feeds.ts";
import { expectNoViolations } from "./support/axe.ts";
import { testOnWeb } from "./support/companion-to.ts";
import { workerReady } from "./support/service-worker.ts";

interface Site {
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

const test = testOnWeb("lamps.example").extend<{ site: Site }>({
  site: async ({}, use) => {
    const site: Site = { url: "", entries: [], asked: [] };
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

function feedOf({ url, entries }: Site): string {
  const items = entries.map(({ id, title, whole }) => {
    const text = whole ? `<content:encoded><![CDATA[${textOf(title)}]]></content:encoded>` : "";
    const day = `${String(id).padStart(2, "0")} Apr 2025 08:00:00 GMT`;
    return `<item><guid>${id}</guid><title>${title}</title><link>${url}${id}</link><pubDate>${day}</pubDate><description>About ${title}.</description>${text}</item>`;
  });
  const named = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"';
  return `<rss version="2.0" ${named}><channel><title>Lamps</title><link>${url}</link><language>en</language>${items.join("")}</channel></rss>`;
}

function pageOf({ entries }: Site, path: string): string {
  const title = entries.find(({ id }) => path === `/${id}`)?.title ?? "Nothing";
  return `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>${textOf(title)}</article></html>`;
}

async function follow(page: Page, address: string): Promise<void> {
  await page.goto("./add");
  await page.getByLabel(words.field).fill(address);
  await page.getByRole("button", { name: words.follow, exact: true }).click();
}

const offers = (page: Page) => page.getByRole("region", { name: words.offers }).locator("h4");

test("a site is followed by its own address, and what is saved of it can be read offline", async ({
  page,
  site,
  context,
}) => {
  site.entries = [
    { id: 3, title: "The long night", whole: true },
    { id: 2, title: "The fog bell" },
    { id: 1, title: "The crack in the lens" },
  ];
  await follow(page, site.url);
  await expect(offers(page)).toHaveText(["The long night", "The fog bell", "The crack in the lens"]);
  await expect(page.getByRole("status")).toContainText("You follow “Lamps”");
  await expectNoViolations(page, "feeds, with offers");

  site.asked.length = 0;
  await page.getByRole("button", { name: "Save: The long night" }).click();
  await page.getByRole("button", { name: "Save: The fog bell" }).click();
  await expect(offers(page)).toHaveText(["The crack in the lens"]);
  await expect(page.getByRole("link", { name: "Open: The long night" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open: The fog bell" })).toBeVisible();
  expect(site.asked, "the first had its whole text in the feed").not.toContain("/3");
  expect(site.asked).toContain("/2");

  await workerReady(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Open: The long night" }).click();
  await expect(page.locator("#article h1")).toHaveText("The long night");
  await expect(page.locator("#article p", { hasText: "part 4" })).toHaveCount(1);
});

test("new articles are looked for by a button, and those that were left out do not come again", async ({
  page,
  site,
}) => {
  site.entries = [{ id: 1, title: "The crack in the lens" }];
  await follow(page, `${site.url}feed.xml`);
  await page.getByRole("button", { name: "Not this one: The crack in the lens" }).click();
  await expect(offers(page)).toHaveCount(0);
  await page.getByRole("button", { name: words.undo }).click();
  await expect(offers(page)).toHaveText(["The crack in the lens"]);
  await page.getByRole("button", { name: "Not this one: The crack in the lens" }).click();

  site.entries.unshift({ id: 2, title: "The fog bell" });
  await page.getByRole("button", { name: words.checkNow }).click();
  await expect(offers(page)).toHaveText(["The fog bell"]);
  await expect(page.getByRole("status")).toContainText(words.checked(1));
  await page.reload();
  await expect(offers(page)).toHaveText(["The fog bell"]);
});

test("a feed can save what it publishes by itself", async ({ page, site }) => {
  site.entries = [{ id: 1, title: "The crack in the lens" }];
  await follow(page, site.url);
  await page.locator("summary", { hasText: "Lamps" }).click();
  await page.getByRole("checkbox", { name: words.automatic }).check();
  site.entries.unshift({ id: 2, title: "The fog bell", whole: true });
  await page.getByRole("button", { name: words.checkNow }).click();
  await expect(page.getByRole("link", { name: "Open: The fog bell" })).toBeVisible();
  await expect(offers(page)).toHaveText(["The crack in the lens"]);
});

test("a list of feeds goes out as a file, and comes in again", { tag: "@once" }, async ({ page, site }) => {
  site.entries = [{ id: 1, title: "The crack in the lens" }];
  await follow(page, site.url);
  await expect(offers(page)).toHaveCount(1);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: words.saveFile }).click();
  const file = await (await saving).path();
  expect(await readFile(file, "utf8")).toContain(`xmlUrl="${site.url}feed.xml"`);

  await page.locator("summary", { hasText: "Lamps" }).click();
  await page.getByRole("button", { name: "Stop following: Lamps" }).click();
  await expect(page.getByText(words.noFeeds)).toBeVisible();
  await expect(page.getByRole("heading", { name: words.list })).toBeFocused();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: words.openFile }).click();
  await (await choosing).setFiles({ name: "feeds.opml", mimeType: "text/x-opml", buffer: await readFile(file) });
  await expect(offers(page)).toHaveText(["The crack in the lens"]);
});

test("what is no feed is said, and a wrong file", { tag: "@once" }, async ({ page, site }) => {
  await follow(page, `${site.url}nothing`);
  await expect(page.getByRole("alert")).toHaveText(words.noFeed);
  await expect(page.getByLabel(words.field)).toBeFocused();
  await page.getByLabel(words.field).fill("two words");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText(words.noAddress);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: words.openFile }).click();
  await (await choosing).setFiles({ name: "feeds.opml", mimeType: "text/x-opml", buffer: Buffer.from("Dear diary") });
  await expect(page.getByRole("alert").filter({ hasText: words.notAList })).toBeVisible();
});
