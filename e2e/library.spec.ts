import { expect, type Page, test } from "@playwright/test";
import { leavesOf } from "../src/domain/text.ts";
import { expectAtTop } from "./support/at-top.ts";
import { plant } from "./support/database.ts";
import { openArticle, openLibrary, RTL_ARTICLE } from "./support/screens.ts";
import { LONG_ARTICLE, SHIPPED, shippedArticle } from "./support/shipped.ts";

test.use({ serviceWorkers: "block" });

const { record, body } = shippedArticle(LONG_ARTICLE);
/** The second sentence of a paragraph. */
const PLACE = { block: 9, offset: leavesOf(body)[9]!.text.indexOf("In their view") };

const list = (page: Page) => page.getByRole("region", { name: "Articles" });
const card = (page: Page, title: string) =>
  list(page)
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { name: title }) });
const underWay = (page: Page) => page.getByRole("region", { name: "Continue reading" });

test("tells of each article, newest first, where it comes from and how long it takes", async ({ page }) => {
  await openLibrary(page);
  await expect(list(page).getByRole("listitem").getByRole("heading", { level: 3 })).toHaveText(
    SHIPPED.map(({ title }) => title),
  );
  for (const { title, site, minutes, summary } of SHIPPED) {
    await expect(card(page, title)).toContainText(summary!);
    await expect(card(page, title)).toContainText(site!);
    await expect(card(page, title)).toContainText(minutes === 1 ? "1 minute" : `${minutes} minutes`);
    await expect(card(page, title)).not.toContainText("% read");
  }
  await expect(underWay(page)).toHaveCount(0);
});

test("names a language, in the app's own, where it is another one", async ({ page }) => {
  await openLibrary(page);
  const { title, lang } = shippedArticle(RTL_ARTICLE).record;
  await expect(card(page, title)).toContainText("Arabic");
  await expect(card(page, title)).toHaveAttribute("dir", "rtl");
  await expect(card(page, title).getByRole("heading")).toHaveAttribute("lang", lang);
  await expect(card(page, record.title)).not.toContainText("English");
  await expect(card(page, record.title)).not.toHaveAttribute("dir", "rtl");
});

test("opens an article wherever its card is pressed", async ({ page }) => {
  await openLibrary(page);
  await card(page, record.title).scrollIntoViewIfNeeded();
  const box = (await card(page, record.title).boundingBox())!;
  await page.mouse.click(box.x + box.width - 6, box.y + box.height - 6);
  await expect(page.getByRole("heading", { level: 1, name: record.title })).toBeVisible();
});

test("puts what is being read on top, says how far it is, and leads back to the sentence", async ({ page }) => {
  await openLibrary(page);
  await storePlace(page, 0.4);
  await page.reload();
  await expect(underWay(page)).toContainText("40 % read");
  await expect(underWay(page)).toContainText("2 minutes left");
  await expect(card(page, record.title)).toContainText("40 % read");
  await underWay(page).getByRole("link", { name: record.title }).click();
  await expect(page.getByRole("heading", { level: 1, name: record.title })).toBeAttached();
  await expectAtTop(page, PLACE);
});

test("continues what was read last", { tag: "@once" }, async ({ page }) => {
  const other = shippedArticle(RTL_ARTICLE).record;
  await openLibrary(page);
  await storePlace(page, 0.4);
  await plant(page, {
    positions: [
      {
        id: other.id,
        position: { block: 2, offset: 0 },
        fraction: 0.2,
        updatedAt: Date.now() + 1000,
        revision: other.revision,
      },
    ],
  });
  await page.reload();
  await expect(underWay(page).getByRole("link")).toHaveText(other.title);
});

test("calls an article finished when its last line has been seen, and continues it no longer", async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  const last = leavesOf(body).findLast((leaf) => !leaf.inNote)!;
  await page.locator(`#b${last.number}`).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 5000);
  await expect(page.locator(".bar-progress")).toHaveText("100 % · finished");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Library" }).click();
  await expect(card(page, record.title)).toContainText("Finished");
  await expect(card(page, record.title)).not.toContainText("left");
  await expect(underWay(page)).toHaveCount(0);
});

test("follows what is read in another tab", { tag: "@once" }, async ({ page, context }) => {
  await openLibrary(page);
  await expect(underWay(page)).toHaveCount(0);
  const other = await context.newPage();
  await openArticle(other, LONG_ARTICLE);
  await other.mouse.wheel(0, 900);
  await expect(underWay(page).getByRole("link")).toHaveText(record.title);
});

test("says when it is empty, and loads again when asked", async ({ page }) => {
  await page.route("**/articles/index.json*", (route) => route.fulfill({ status: 404 }));
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("connect to the network");
  await page.unroute("**/articles/index.json*");
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(card(page, record.title)).toBeVisible();
});

test("can be used when nothing can be kept, and says so", { tag: "@once" }, async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Not here.", "SecurityError");
    };
  });
  await page.goto("./");
  const notice = page.getByRole("region", { name: "Storage" });
  await expect(notice).toContainText("nothing will be remembered");
  await card(page, record.title).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: record.title })).toBeVisible();
  await notice.getByRole("button", { name: "Close this message" }).click();
  await expect(notice).toHaveCount(0);
});

async function storePlace(page: Page, fraction: number): Promise<void> {
  const { id, revision } = record;
  await plant(page, { positions: [{ id, position: PLACE, fraction, updatedAt: Date.now(), revision }] });
}
