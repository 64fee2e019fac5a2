import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { enAdding } from "../src/i18n/en-adding.ts";
import { enFeeds as words } from "../src/i18n/en-feeds.ts";
import { expectNoViolations } from "./support/axe.ts";
import { follow, testWithFeed } from "./support/feed-site.ts";
import { workerReady } from "./support/service-worker.ts";

const test = testWithFeed;

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

test("a feed is said to be followed still where its end cannot be kept", { tag: "@once" }, async ({ page, site }) => {
  await follow(page, site.url);
  await page.locator("summary", { hasText: "Lamps" }).click();
  await page.evaluate(() => {
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException("Full.", "QuotaExceededError");
    };
  });
  await page.getByRole("button", { name: "Stop following: Lamps" }).click();
  await expect(page.getByRole("status")).toContainText(words.notUnfollowed("Lamps"));
  await expect(page.getByRole("region", { name: "Storage" })).toContainText("no room left");
  await expect(page.locator("summary", { hasText: "Lamps" })).toBeVisible();
});

test("feeds stand in folders, which come and go with lists of feeds", async ({ page, site }) => {
  await page.goto("./add");
  const outline = (name: string) => `<outline text="${name}" xmlUrl="${site.url}feed.xml?${name}"/>`;
  const folders = `<outline text="Sea">${outline("Tides")}<outline text="Lights">${outline("Lamps")}</outline></outline>`;
  const list = `<?xml version="1.0"?><opml version="2.0"><body>${outline("Weather")}${folders}</body></opml>`;
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: words.openFile }).click();
  await (await choosing).setFiles({ name: "feeds.opml", mimeType: "text/x-opml", buffer: Buffer.from(list) });
  const region = page.getByRole("region", { name: words.list });
  await expect(region.locator("h4, summary")).toHaveText(["Weather", "Sea", "Tides", "Sea / Lights", "Lamps"]);

  await region.locator("summary", { hasText: "Weather" }).click();
  const item = (title: string) => region.locator("li", { has: page.locator("summary", { hasText: title }) });
  const weather = item("Weather");
  await weather.getByLabel(words.folder).selectOption({ label: words.newFolder });
  await weather.getByLabel(words.newFolderName).press("Enter");
  await expect(weather.getByRole("alert")).toHaveText(words.needsFolderName);
  await expect(weather.getByLabel(words.newFolderName)).toBeFocused();
  await expectNoViolations(page, "feeds in folders");
  await page.keyboard.type("Hills");
  await weather.getByRole("button", { name: "Move: Weather" }).click();
  await expect(region.locator("h4, summary")).toHaveText(["Hills", "Weather", "Sea", "Tides", "Sea / Lights", "Lamps"]);
  await expect(page.getByRole("status")).toContainText(words.moved("Weather", "Hills"));
  await expect(weather.locator("summary")).toBeFocused();

  await region.locator("summary", { hasText: "Lamps" }).click();
  const lamps = item("Lamps");
  await lamps.getByLabel(words.folder).selectOption({ label: words.noFolder });
  await lamps.getByRole("button", { name: "Move: Lamps" }).click();
  const moved = ["Lamps", "Hills", "Weather", "Sea", "Tides"];
  await expect(region.locator("h4, summary")).toHaveText(moved);
  await page.reload();
  await expect(region.locator("h4, summary")).toHaveText(moved);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: words.saveFile }).click();
  const saved = await readFile(await (await saving).path(), "utf8");
  expect(saved.replace(/>\s+</g, "><")).toMatch(/<outline text="Hills" title="Hills"><outline text="Weather"/);
});

test(
  "what can be done with a feed is made when the feed is opened, and stays as it was left",
  { tag: "@once" },
  async ({ page, site }) => {
    await page.goto("./add");
    const names = Array.from({ length: 9 }, (_, index) => `Light ${index + 1}`);
    const outlines = names.map(
      (name, index) =>
        `<outline text="${name}"><outline text="Of ${name}" xmlUrl="${site.url}feed.xml?${index}"/></outline>`,
    );
    const list = `<?xml version="1.0"?><opml version="2.0"><body>${outlines.join("")}</body></opml>`;
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: words.openFile }).click();
    await (await choosing).setFiles({ name: "feeds.opml", mimeType: "text/x-opml", buffer: Buffer.from(list) });
    const region = page.getByRole("region", { name: words.list });
    const summary = region.locator("summary", { hasText: "Of Light 5" });
    await expect(summary).toBeVisible();
    await expect(region.locator("option"), "each would have every folder").toHaveCount(0);
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect(region.locator("option")).toHaveCount(names.length + 2);
    await expect(region.getByLabel(words.folder)).toHaveValue(JSON.stringify(["Light 5"]));
    await page.keyboard.press("Tab");
    await expect(region.getByRole("link")).toBeFocused();
    await region.getByLabel(words.folder).selectOption({ label: "Light 7" });
    await summary.press("Enter");
    await expect(region.getByLabel(words.folder)).toBeHidden();
    await expect(summary).toBeFocused();
    await summary.press("Enter");
    await expect(region.getByLabel(words.folder)).toHaveValue(JSON.stringify(["Light 7"]));
  },
);

test("a list of feeds among files to add is followed, and the others are added", async ({ page, site }) => {
  site.entries = [{ id: 1, title: "The crack in the lens" }];
  await page.goto("./add");
  const outline = `<outline text="Lamps" xmlUrl="${site.url}feed.xml"/>`;
  const list = `<?xml version="1.0"?><opml version="2.0"><body>${outline}</body></opml>`;
  const files = [
    { name: "feeds.opml", mimeType: "", buffer: Buffer.from(list) },
    {
      name: "night.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(`A long night\n\n${"The lamp was lit. ".repeat(40)}`),
    },
  ];
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: enAdding.chooseFiles }).click();
  await (await choosing).setFiles(files);
  await expect(offers(page)).toHaveText(["The crack in the lens"]);
  await expect(page.locator("summary", { hasText: "Lamps" })).toBeVisible();
  await expect(page.getByRole("heading", { name: words.list })).toBeFocused();
  await expect(page.getByRole("link", { name: "Open: A long night" })).toBeVisible();
  await expect(page.getByText(enAdding.problems["feed-list"])).toHaveCount(0);
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
