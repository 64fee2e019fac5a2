import { type Page, test as base, expect } from "@playwright/test";
import { openWire, type Transfer, type Wire } from "./support/wire.ts";

/** What a first visit may weigh, in bytes of gzip on the wire. 1 kB is 1024 bytes here. */
const BUDGETS = { library: 20 * 1024, reader: 12 * 1024, serviceWorker: 12 * 1024, css: 10 * 1024 };

const SPEECH = /read-aloud|listening|Player/;

/** Scripts on their way into the page; the service worker fetches the same files again, for no use but keeping. */
const isScript = ({ destination }: Transfer) => destination === "script";

/** A browser that has never been here, its wire, and the moment the first article's link could be used. */
const test = base.extend<{ wire: Wire; usable: () => Promise<number> }>({
  wire: async ({ baseURL }, use) => {
    const wire = await openWire(baseURL!);
    await use(wire);
    wire.close();
  },
  usable: async ({ page }, use) => {
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector("main h3 a")?.checkVisibility()) return;
        Object.assign(window, { usableAt: performance.timeOrigin + performance.now() });
        seen.disconnect();
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    await use(async () => {
      await firstLink(page).click({ trial: true });
      return page.evaluate(() => (window as unknown as { usableAt: number }).usableAt);
    });
  },
});

const firstLink = (page: Page) => page.locator("main h3 a").first();

/** The weight of these transfers; prints what it is made of. Fails unless all were compressed as the budget has it. */
function weigh(name: string, transfers: readonly Transfer[], budget: number): number {
  const bytes = transfers.reduce((sum, transfer) => sum + transfer.bytes, 0);
  console.log(`${name}: ${bytes} of ${budget} bytes gz`);
  for (const { path, bytes } of transfers) console.log(`  ${`${bytes}`.padStart(6)} ${path}`);
  expect(transfers.length, name).toBeGreaterThan(0);
  for (const { path, bytes, encoding } of transfers) {
    expect(bytes, `${path} has come whole`).toBeGreaterThan(0);
    // The companion leaves alone what is smaller than the headers around it.
    if (bytes > 512) expect(encoding, path).toBe("gzip");
  }
  return bytes;
}

const readyWorker = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL);

test("the library can be used after 20 kB of script", { tag: "@once" }, async ({ page, wire, usable }) => {
  await page.goto(wire.url);
  const moment = await usable();
  const before = wire.transfers.filter((transfer) => isScript(transfer) && transfer.at <= moment);
  expect(weigh("Library, script", before, BUDGETS.library)).toBeLessThanOrEqual(BUDGETS.library);
  expect(before, "a second file would only be asked for when the first has come").toHaveLength(1);
});

test("the service worker weighs at most 12 kB", { tag: "@once" }, async ({ page, wire }) => {
  await page.goto(wire.url);
  await readyWorker(page);
  const worker = wire.transfers.filter(({ destination }) => destination === "serviceworker");
  expect(weigh("Service worker", worker, BUDGETS.serviceWorker)).toBeLessThanOrEqual(BUDGETS.serviceWorker);
});

test("all styles weigh at most 10 kB", { tag: "@once" }, async ({ page, wire, usable }) => {
  await page.goto(wire.url);
  await usable();
  await firstLink(page).click();
  await expect(page.locator("#article h1")).toBeVisible();
  const styles = wire.transfers.filter(({ destination }) => destination === "style");
  expect(weigh("Styles", styles, BUDGETS.css)).toBeLessThanOrEqual(BUDGETS.css);
});

test(
  "no typeface is fetched before the reader chooses one, not even to be kept",
  { tag: "@once" },
  async ({ page, wire, usable }) => {
    const fonts = () =>
      wire.transfers.filter(({ destination, path }) => destination === "font" || path.endsWith(".woff2"));
    await page.goto(wire.url);
    await usable();
    await readyWorker(page);
    await firstLink(page).click();
    await expect(page.locator("#article h1")).toBeVisible();
    expect(fonts()).toEqual([]);
    await page.getByRole("button", { name: "Text settings" }).click();
    await expect(page.getByRole("radio", { name: "Lexend" })).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    // The picker has the letters of each name, and no more.
    const names = fonts().filter(({ path }) => /-name-[^/]*\.woff2$/.test(path));
    expect(names.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(14_000);
    expect(fonts().length).toBe(names.length);

    await page.getByRole("radio", { name: "Atkinson Hyperlegible" }).check();
    await expect.poll(() => fonts().length).toBeGreaterThan(names.length);
  },
);

test.describe("without a worker that keeps parts ready", () => {
  test.use({ serviceWorkers: "block" });

  test("an article is opened with 12 kB more of script", { tag: "@once" }, async ({ page, wire, usable }) => {
    await page.goto(wire.url);
    await usable();
    await page.waitForLoadState("networkidle");
    const library = wire.transfers.length;
    await firstLink(page).click();
    await expect(page.locator(".bar-progress")).not.toBeEmpty();
    await page.waitForLoadState("networkidle");
    const more = wire.transfers.slice(library).filter(isScript);
    await expect.poll(() => more.every(({ bytes }) => bytes > 0)).toBe(true);
    expect(weigh("Reader, script", more, BUDGETS.reader)).toBeLessThanOrEqual(BUDGETS.reader);
  });

  test(
    "what reads aloud is fetched when Listen is near, not before",
    { tag: "@once" },
    async ({ page, wire, usable }) => {
      const speech = () => wire.transfers.filter(({ path }) => SPEECH.test(path)).map(({ path }) => path);
      await page.goto(wire.url);
      await usable();
      await firstLink(page).click();
      await expect(page.locator(".bar-progress")).not.toBeEmpty();
      const listen = page.getByRole("button", { name: "Listen" });
      await expect(listen).toBeVisible();
      await page.waitForLoadState("networkidle");
      expect(speech()).toEqual([]);

      await listen.focus();
      await expect.poll(speech).toContainEqual(expect.stringContaining("read-aloud"));
      await page.waitForLoadState("networkidle");
      expect(wire.transfers.filter(({ path }) => path.startsWith("voice/"))).toEqual([]);
    },
  );
});
