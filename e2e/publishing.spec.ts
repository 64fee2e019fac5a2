import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test as base } from "@playwright/test";
import { ROOT } from "../src/commands/project.mjs";
import { leavesOf } from "../src/domain/text.ts";
import { audioNow, watchAudio } from "./support/audio-element.ts";
import { workerReady } from "./support/service-worker.ts";
import { SHIPPED, shippedArticle } from "./support/shipped.ts";
import { type StaticHost, startStaticHost } from "./support/static-host.ts";
import { leafTexts } from "./support/text-of-page.ts";

const BASE = "/some/where/";

/** The app built for a path of its own and put on a host of files. */
const test = base.extend<object, { host: StaticHost }>({
  host: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "lectern-host-"));
      execFileSync(
        process.execPath,
        [join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--outDir", folder, "--emptyOutDir"],
        {
          cwd: ROOT,
          env: { ...process.env, BASE_PATH: BASE },
          stdio: "pipe",
        },
      );
      const host = await startStaticHost(folder, BASE);
      await use(host);
      host.close();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: ({ host }, use) => use(host.url),
});

test.describe("on a host of files, below its root", { tag: "@once" }, () => {
  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("the library leads to every article, and each reads in full", async ({ page, host }) => {
      for (const { id, title, lang, dir, summary } of SHIPPED) {
        await page.goto(host.url);
        await page.getByRole("link", { name: title }).click();
        await expect(page).toHaveTitle(`${title} – Lectern`);
        expect(await page.locator("html").getAttribute("lang")).toBe(lang);
        expect(await page.locator('meta[name="description"]').getAttribute("content")).toBe(summary);
        const article = page.locator("#article");
        await expect(article).toHaveAttribute("dir", dir);
        await expect(article.locator("h1")).toBeVisible();
        for (const { number, text } of leavesOf(shippedArticle(id).body)) {
          if (text.trim() === "" || text === "\uFFFC") continue;
          expect((await leafText(page, number)).replace(/\s+/g, ""), `${id} ${number}`).toBe(text.replace(/\s+/g, ""));
        }
        await expect(page.getByRole("button", { name: "Listen" })).toBeHidden();
        const back = page.getByRole("link", { name: "Library", exact: true });
        expect(await back.getAttribute("href")).toBe(BASE);
      }
    });

    test("pictures and styles come from below the same path", async ({ page, host }) => {
      const failed: string[] = [];
      page.on("response", (response) => {
        if (!response.ok()) failed.push(response.url());
      });
      await page.goto(`${host.url}read/troops-in-kursk/`, { waitUntil: "load" });
      const picture = page.locator("#article img").first();
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.getAttribute("src")).toMatch(new RegExp(`^${BASE}articles/`));
      expect(failed).toEqual([]);
      expect(
        await page.locator("#article").evaluate((element) => getComputedStyle(element).paddingInlineStart),
      ).not.toBe("0px");
    });
  });

  test("deep links open with and without their slash, and an unknown address says so", async ({ page, host }) => {
    for (const address of ["read/troops-in-kursk", "read/troops-in-kursk/", "read/troops-in-kursk/index.html"]) {
      await page.goto(host.url + address);
      await expect(page.getByRole("button", { name: "Listen" })).toBeVisible();
      await expect(page.locator("#article h1")).toContainText("North Korea");
    }
    expect((await page.request.get(`${host.url}nowhere`)).status()).toBe(404);
    await page.goto(`${host.url}nowhere`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
    await page.getByRole("link", { name: "Go to the library" }).click();
    await expect(page).toHaveURL(host.url);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Library");
  });

  test("one visit is enough: then the host may be gone", async ({ page, host, context }) => {
    await page.goto(host.url);
    await workerReady(page);
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(host.url);
    const manifest = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
    const { id } = (await (await page.request.get(manifest)).json()) as { id: string };
    expect(id, "two apps of one origin are two apps").toBe(BASE);
    await context.setOffline(true);
    for (const { id, title } of SHIPPED) {
      const response = await page.goto(`${host.url}read/${id}`);
      expect(response?.fromServiceWorker()).toBe(true);
      await expect(page.locator("#article h1")).toHaveText(title);
      expect(await leafTexts(page)).toEqual(leavesOf(shippedArticle(id).body).map((leaf) => leaf.text));
    }
    await page.goto(host.url);
    await expect(page.locator("main li h3")).toHaveText(SHIPPED.map(({ title }) => title));
  });

  test("the app's own voice comes from below the same path, and stays when the host has gone", async ({
    page,
    host,
    context,
  }) => {
    const fetched: string[] = [];
    page.context().on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await watchAudio(page);
    await page.goto(host.url);
    await workerReady(page);
    await listen(page, host);
    const ofVoice = fetched.filter((path) => /\.bin$|espeak/.test(path));
    expect(ofVoice.length).toBeGreaterThan(0);
    expect(ofVoice.filter((path) => !path.startsWith(BASE))).toEqual([]);
    await context.setOffline(true);
    await listen(page, host);
  });

  test("pages carry their policy themselves", async ({ page, host }) => {
    await page.goto(`${host.url}read/reading-aloud/`);
    await expect(page.getByRole("button", { name: "Listen" })).toBeVisible();
    const outcome = await page.evaluate(() => {
      const sink = ["inner", "HTML"].join("");
      try {
        Object.assign(document.createElement("p"), { [sink]: "<b>x</b>" });
        return "parsed";
      } catch {
        return "refused";
      }
    });
    expect(outcome).toBe("refused");
  });
});

async function listen(page: Page, { url }: StaticHost): Promise<void> {
  await page.goto(`${url}read/troops-in-kursk`);
  await expect(page.locator(".bar-progress")).not.toBeEmpty();
  await page.getByRole("button", { name: "Listen" }).click();
  await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
}

/** Without the readings over words, and with one character for a formula. The page's own scripts are off; this one is not. */
function leafText(page: Page, number: number): Promise<string> {
  return page.locator(`#b${number}`).evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const reading of copy.querySelectorAll("rt")) reading.remove();
    for (const formula of copy.querySelectorAll("math")) formula.replaceWith("\uFFFC");
    return copy.textContent ?? "";
  });
}
