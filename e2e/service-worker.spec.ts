import { expect, type Page } from "@playwright/test";
import { sentences } from "../src/domain/segment.ts";
import { leavesOf } from "../src/domain/text.ts";
import { test } from "./support/companion.ts";
import { plant } from "./support/database.ts";
import { RTL_ARTICLE } from "./support/screens.ts";
import { stopWorker, switchScriptsOff, workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";
import { takeover, watchTakeover } from "./support/takeover.ts";

const ARTICLE = shippedArticle(LONG_ARTICLE);

/** A sentence in the middle of the article, and not at the start of its paragraph. */
function middle() {
  const leaves = leavesOf(ARTICLE.body).filter((leaf) => leaf.kind === "paragraph" && !leaf.inNote);
  const leaf = leaves.slice(leaves.length / 2).find(({ text }) => sentences(text, ARTICLE.record.lang).length > 2)!;
  return { block: leaf.number, offset: sentences(leaf.text, ARTICLE.record.lang)[1]!.start };
}

async function visit(page: Page): Promise<void> {
  await page.goto("./");
  await workerReady(page);
}

/** Makes the reader's state as if they had been here before. */
async function readBefore(page: Page): Promise<void> {
  const { id, revision } = ARTICLE.record;
  await plant(page, {
    positions: [{ id, revision, position: middle(), fraction: 0.5, updatedAt: Date.now() }],
    preferences: [{ theme: "sepia", size: 24, letterSpacing: 0.04 }],
  });
}

test.describe("a page that the worker has painted", () => {
  test("is taken over as it stands: no node changes, nothing moves", async ({ page }) => {
    await visit(page);
    await readBefore(page);
    await watchTakeover(page);
    const response = await page.goto(`read/${LONG_ARTICLE}`);
    expect(response?.fromServiceWorker()).toBe(true);
    await expect(page.locator(".bar-progress")).toHaveText(/50 %/);

    const seen = await takeover(page);
    expect(seen.nodes).toBeGreaterThan(100);
    expect(seen).toMatchObject({ kept: seen.nodes, changes: 0, layoutShift: 0 });
    expect(seen.scrolls).toHaveLength(1);
    expect(await page.evaluate(() => scrollY)).toBe(seen.scrolls[0]);
    expect(seen.scrolls[0]).toBeGreaterThan(500);
    expect(page.url()).toMatch(new RegExp(`/read/${LONG_ARTICLE}$`));
    await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
  });

  test("is taken over at its start as well", async ({ page }) => {
    await visit(page);
    await watchTakeover(page);
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.locator(".bar-progress")).toHaveText(/^0 %/);
    const seen = await takeover(page);
    expect(seen).toMatchObject({ kept: seen.nodes, changes: 0, layoutShift: 0, scrolls: [0] });
  });

  test("is taken over in pages, on the page of its place", async ({ page }) => {
    await visit(page);
    await readBefore(page);
    await plant(page, { preferences: [{ layout: "pages", theme: "sepia" }] });
    await watchTakeover(page);
    await page.goto(`read/${LONG_ARTICLE}`);
    const pages = page.getByRole("region", { name: "Pages" });
    await expect(pages).toContainText(/Page \d+ of \d+/);
    await expect(page.locator(".bar-progress")).toHaveText(/50 %/);
    const seen = await takeover(page);
    expect(seen).toMatchObject({ kept: seen.nodes, changes: 0, layoutShift: 0 });
    expect(seen.scrolls, "it opened there, and nothing has moved it").toHaveLength(1);
    const width = await page.locator("#article").evaluate(({ clientWidth }) => clientWidth);
    const number = Number((await pages.innerText()).match(/Page (\d+)/)![1]);
    expect(number).toBeGreaterThan(1);
    expect(seen.scrolls[0]).toBeCloseTo((number - 1) * width, 0);
    await expect(page.locator(`#b${middle().block} #at`)).toBeInViewport();
  });

  test("is taken over in pages at its start, and from right to left", async ({ page }) => {
    await visit(page);
    await plant(page, { preferences: [{ layout: "pages" }] });
    await watchTakeover(page);
    for (const article of [LONG_ARTICLE, RTL_ARTICLE]) {
      await page.goto(`read/${article}`);
      await expect(page.getByRole("region", { name: "Pages" })).toContainText("Page 1 of");
      const seen = await takeover(page);
      expect(seen).toMatchObject({ kept: seen.nodes, changes: 0, layoutShift: 0, scrolls: [0] });
    }
  });

  test("can be read, in its place, where its scripts cannot be loaded", { tag: "@once" }, async ({ page }) => {
    await visit(page);
    await readBefore(page);
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setBlockedURLs", { urls: ["*.js"] });
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.locator("#article h1")).toHaveText(ARTICLE.record.title);
    await expect(page.locator(`#b${middle().block} #at`)).toBeInViewport();
    await expect(page.locator(".bar-progress")).toBeEmpty();
  });

  test("is the newest text when the list knows of one", { tag: "@once" }, async ({ page }) => {
    await visit(page);
    const { record, body } = ARTICLE;
    await plant(page, {
      records: [record],
      bodies: [{ ...body, revision: "old", blocks: [{ type: "paragraph", content: [{ text: "The old text." }] }] }],
    });
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.locator("#b0")).toHaveText(leavesOf(body)[0]!.text);
  });
});

test.describe("whatever is asked for, there is an answer", { tag: "@once" }, () => {
  const NOWHERE = "There is no page here";
  const { title } = ARTICLE.record;
  const ADDRESSES: [path: string, heading: string][] = [
    ["", "Library"],
    ["index.html", "Library"],
    ["?open=nonsense", "Library"],
    [`read/${LONG_ARTICLE}/`, title],
    [`read/${LONG_ARTICLE}/index.html`, title],
    [`read/${LONG_ARTICLE}?at=nonsense`, title],
    [`read/${LONG_ARTICLE}?at=9999999.999999999`, title],
    [`read/${LONG_ARTICLE}?at=3.99999#at`, title],
    ["read/not-on-this-device", "The article did not open"],
    ["read/", NOWHERE],
    ["read/NOT-AN-ID", NOWHERE],
    ["read/%E0%A4%A", NOWHERE],
    ["read/one/two/three", NOWHERE],
    ["somewhere/else", NOWHERE],
    ["somewhere.html", NOWHERE],
  ];

  test("to odd addresses, without a network", async ({ page, companion }) => {
    await visit(page);
    await companion.kill();
    for (const [path, heading] of ADDRESSES) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(heading);
    }
  });

  test("to pages that ask for articles", async ({ page, companion }) => {
    await visit(page);
    const ask = (path: string) =>
      page.evaluate(async (address) => {
        const response = await fetch(address);
        return { status: response.status, text: await response.text() };
      }, path);
    expect(await ask("articles/not-there.json")).toMatchObject({ status: 404 });
    await companion.kill();
    expect(await ask("articles/not-there.json")).toMatchObject({ status: 503 });
    expect(await ask("articles/index.json")).toMatchObject({ status: 200 });
    const answer = await ask(`articles/${LONG_ARTICLE}.json`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual(ARTICLE);
  });
});

test.describe("when storage fails the worker", { tag: "@once" }, () => {
  test("a database that a newer version has taken: the network answers, then the app explains", async ({
    page,
    companion,
  }) => {
    await visit(page);
    await page.evaluate(() => void indexedDB.open("lectern", 99));
    await expect(page.getByRole("region", { name: "Storage" })).toContainText("newer version of Lectern");

    await switchScriptsOff(page);
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.locator("#b0")).toHaveText(leavesOf(ARTICLE.body)[0]!.text);
    await companion.kill();
    const response = await page.goto(`read/${LONG_ARTICLE}`);
    expect(response?.status()).toBe(200);
  });

  test("a database that never answers: the network does, in its stead", async ({ page, context }) => {
    await visit(page);
    const other = await context.newPage();
    await other.goto("icons/lectern.svg");
    await stopWorker(page);
    await holdDatabase(other);
    await switchScriptsOff(page);
    const response = await page.goto(`read/${LONG_ARTICLE}`);
    expect(response?.fromServiceWorker()).toBe(true);
    await expect(page.locator("#b0")).toHaveText(leavesOf(ARTICLE.body)[0]!.text);
  });

  test("a database that was deleted: what is gone is fetched again", async ({ page, companion }) => {
    await visit(page);
    await deleteDatabase(page);
    await companion.kill();
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The article did not open");
    await companion.start();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ARTICLE.record.title);
    await companion.kill();
    const response = await page.goto(`read/${LONG_ARTICLE}`);
    expect(response?.fromServiceWorker()).toBe(true);
    await expect(page.locator("#b0")).toHaveText(leavesOf(ARTICLE.body)[0]!.text);
  });

  test("caches that were emptied: the network brings the app, or a sentence says what is wrong", async ({
    page,
    companion,
  }) => {
    await visit(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await stopWorker(page);
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ARTICLE.record.title);

    await stopWorker(page);
    await companion.kill();
    const response = await page.goto(`read/${LONG_ARTICLE}`);
    expect(response?.status()).toBe(503);
    await expect(page.locator("body")).toContainText("Connect and load this page again.");
  });
});

/** Takes the database for an upgrade and never ends it. */
async function holdDatabase(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("lectern", 99);
        request.addEventListener("upgradeneeded", () => {
          const store = request.transaction!.objectStore("records");
          const again = () => store.get("").addEventListener("success", again);
          again();
          resolve();
        });
      }),
  );
}

async function deleteDatabase(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase("lectern");
        request.addEventListener("success", resolve);
        request.addEventListener("error", reject);
      }),
  );
}
