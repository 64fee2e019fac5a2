import { expect, type Page } from "@playwright/test";
import { SESSION_PATH } from "../src/protocol/companion-api.ts";
import { enAdding } from "../src/i18n/en-adding.ts";
import { enFeeds } from "../src/i18n/en-feeds.ts";
import { enNews as words } from "../src/i18n/en-news.ts";
import { expectNoViolations } from "./support/axe.ts";
import { plant, readStored } from "./support/database.ts";
import { follow, testWithFeed as test } from "./support/feed-site.ts";
import { openLibrary } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";
import { workerReady } from "./support/service-worker.ts";

const feedsAsked = (asked: readonly string[]) => asked.filter((path) => path === "/feed.xml");
const offered = (page: Page, offers: number) =>
  page.getByRole("main").getByRole("link", { name: words.offers(offers) });
const notices = (page: Page) => page.locator("#notices");

/** The feed was looked at so long ago that another look is due. */
async function letTimePass(page: Page, url: string): Promise<void> {
  const feed = (await readStored<object>(page, "feeds", `${url}feed.xml`))!;
  await plant(page, { feeds: [{ ...feed, checkedAt: 1 }] });
}

test.describe("a feed that is followed", () => {
  test.beforeEach(async ({ page, site }) => {
    site.entries = [{ id: 1, title: "The crack in the lens" }];
    await follow(page, site.url);
    await expect(page.getByRole("heading", { name: "The crack in the lens" })).toBeVisible();
  });

  test("is looked at when the app is opened, and the library tells of it and moves nothing", async ({ page, site }) => {
    await page.getByRole("button", { name: "Not this one: The crack in the lens" }).click();
    await openLibrary(page);
    const places = () =>
      page.locator("main h1, main h2, main h3").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
    const before = await places();
    site.asked.length = 0;
    site.entries.unshift({ id: 2, title: "The fog bell" }, { id: 3, title: "The long night" });
    await page.reload();
    await expect(page.locator("main h3 a").first()).toBeVisible();
    await expect.poll(() => readStored(page, "feeds", `${site.url}feed.xml`)).toMatchObject({ title: "Lamps" });
    expect(feedsAsked(site.asked), "it has just been looked at").toEqual([]);

    await letTimePass(page, site.url);
    await page.reload();
    await expect(offered(page, 2)).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(words.offers(2));
    expect(feedsAsked(site.asked)).toHaveLength(1);
    expect(await places()).toEqual(before);
    await expectNoViolations(page, "library with news");

    await offered(page, 2).click();
    await expect(page.getByRole("heading", { name: enFeeds.offers })).toBeFocused();
    await page.getByRole("button", { name: enFeeds.dismissAll }).click();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
    await expect(offered(page, 2), "it says what is so now").toHaveCount(0);
  });

  test("saves by itself what it publishes, without the view of adding", async ({ page, site }) => {
    await page.locator("summary", { hasText: "Lamps" }).click();
    await page.getByRole("checkbox", { name: enFeeds.automatic }).check();
    site.entries.unshift({ id: 2, title: "The fog bell", whole: true }, { id: 3, title: "The long night" });
    await letTimePass(page, site.url);
    const sessions: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(SESSION_PATH)) sessions.push(request.url());
    });
    await openLibrary(page);
    const cards = page.getByRole("main").getByRole("article");
    await expect(cards.filter({ hasText: "The fog bell" })).toContainText("Lamps");
    await expect(cards.filter({ hasText: "The long night" })).toBeVisible();
    expect(sessions, "one for feeds and for pages").toHaveLength(1);
    await expect(offered(page, 1)).toBeVisible();
  });

  test("is looked at by one of two tabs", { tag: "@once" }, async ({ page, context, site, baseURL }) => {
    await letTimePass(page, site.url);
    site.asked.length = 0;
    site.entries.unshift({ id: 2, title: "The fog bell" });
    const other = await context.newPage();
    await Promise.all([page.goto(baseURL!), other.goto(baseURL!)]);
    await expect(offered(page, 2)).toBeVisible();
    await expect(offered(other, 2)).toBeVisible();
    expect(feedsAsked(site.asked)).toHaveLength(1);
  });

  test(
    "is left alone without a network, and looked at when there is one",
    { tag: "@once" },
    async ({ page, context, site }) => {
      await openLibrary(page);
      await workerReady(page);
      await letTimePass(page, site.url);
      site.entries.unshift({ id: 2, title: "The fog bell" });
      await context.setOffline(true);
      await page.reload();
      await expect(offered(page, 1)).toBeVisible();
      await expect(notices(page)).toBeEmpty();
      await context.setOffline(false);
      await expect(offered(page, 2)).toBeVisible();
    },
  );

  test("waits for a companion that is away, in silence", { tag: "@once" }, async ({ page, companion, site }) => {
    await openLibrary(page);
    await workerReady(page);
    await letTimePass(page, site.url);
    site.entries.unshift({ id: 2, title: "The fog bell" });
    await companion.kill();
    const refused = page.waitForEvent("requestfailed", (request) => request.url().includes("/api/"));
    await page.reload();
    await refused;
    await expect(offered(page, 1)).toBeVisible();
    await expect(notices(page)).toBeEmpty();
    expect(await readStored(page, "feeds", `${site.url}feed.xml`)).not.toHaveProperty("problem");

    await page.goto("./add");
    await page.getByRole("button", { name: enFeeds.checkNow }).click();
    await expect(page.getByRole("region", { name: enFeeds.offers })).toContainText("does not answer");

    await companion.start();
    await openLibrary(page);
    await expect(offered(page, 2)).toBeVisible();
  });
});

test("who follows no feed fetches nothing of all this", { tag: "@once" }, async ({ page }) => {
  const parts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => /\/(adding|feeds)-/.test(name)),
    );
  await openLibrary(page);
  await workerReady(page);
  await page.reload();
  await expect(page.locator("main h3 a").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await parts()).toEqual([]);
});

test("the library tells of what is on its way, and of what waits for the reader", async ({ page, context, site }) => {
  await openLibrary(page);
  await workerReady(page);
  await page.goto("./add");
  const field = page.getByRole("textbox", { name: "An address, or text to paste" });
  await field.fill("http://nowhere.example/");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(enAdding.problems["not-found"])).toBeVisible();
  await context.setOffline(true);
  await field.fill(`${site.url}1`);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Waiting until there is a network.")).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Lectern" }).click();
  const news = (name: string) => page.getByRole("main").getByRole("link", { name });
  await expect(news(words.onTheirWay(1))).toBeVisible();
  await expect(news(words.stuck(1))).toBeVisible();
  await page.reload();
  await expect(news(words.onTheirWay(1))).toBeVisible();
  await expectNoViolations(page, "library with things on their way");
  await news(words.stuck(1)).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add articles" })).toBeFocused();
});

test("a card says how many pictures are here, unless the reader wants none", { tag: "@once" }, async ({ page }) => {
  await openLibrary(page);
  const record = (await readStored<object>(page, "records", LONG_ARTICLE))!;
  const own = { ...record, id: "own", title: "Lamps at sea", origin: "saved" };
  const card = page.getByRole("main").getByRole("article").filter({ hasText: own.title });
  const show = async (here: number, of: number, preferences = {}) => {
    await plant(page, { records: [{ ...own, pictures: { here, of } }], preferences: [preferences] });
    await page.reload();
    await expect(card).toBeVisible();
  };
  await show(7, 9);
  await expect(card).toContainText("7 of 9 pictures");
  await show(9, 9);
  await expect(card).not.toContainText("pictures");
  await show(0, 1);
  await expect(card).toContainText("0 of 1 picture");
  await show(0, 9, { pictures: "none" });
  await expect(card).not.toContainText("pictures");
});
