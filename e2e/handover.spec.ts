import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page } from "@playwright/test";
import { enAdding as words } from "../src/i18n/en-adding.ts";
import { openAdding } from "./support/adding-screens.ts";
import { expectNoViolations } from "./support/axe.ts";
import { test as base } from "./support/companion.ts";
import { readStored } from "./support/database.ts";
import { workerReady } from "./support/service-worker.ts";

interface Site {
  /** With a slash at the end. Another origin than the app's. */
  url: string;
  /** Sent with every page from now on. */
  headers: Record<string, string>;
  /** What it answers at whatever path. */
  page: string;
}

const ARTICLE = `<!doctype html><html lang="en"><head><title>Salt roads</title></head><body><main><h1>Salt roads</h1>
<p id="first">Salt was carried over the pass for eight hundred years. ${"The road still shows where they went. ".repeat(20)}</p>
<p id="second">The first of these roads was cut by monks.</p></main><script>window.ran = 1</script></body></html>`;

const PROSE = "The road still shows where they went, and it was cut out of the rock by hand. ".repeat(6);

/** An article that its scripts have put into shadow roots: open ones within one another, one with a slot, and a closed one that may be written. */
const SHADOWED = `<!doctype html><html lang="en"><head><title>Salt roads</title></head><body><main><article><h1>Salt roads</h1>
<p>Salt was carried over the pass for eight hundred years. ${PROSE}</p><x-part id="monks"><p>The first of these roads was cut by monks. ${PROSE}</p></x-part><x-part id="mules"></x-part>
</article></main><script>
const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
const monks = document.getElementById("monks").attachShadow({ mode: "open" });
const within = document.createElement("x-part");
within.attachShadow({ mode: "open" }).append(element("p", ${JSON.stringify(`They needed salt for the winter. ${PROSE}`)}));
monks.append(element("h2", "The monks"), document.createElement("slot"), within);
document.getElementById("mules").attachShadow({ mode: "closed", serializable: true }).append(element("p", ${JSON.stringify(`A mule took a hundred and twenty kilos. ${PROSE}`)}));
</script></body></html>`;

/** Some other site, on a port of its own. */
const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const site: Site = { url: "", headers: {}, page: ARTICLE };
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...site.headers }).end(site.page);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await use(site);
    server.close();
    server.closeAllConnections();
  },
});

/** The bookmark as the app offers it. */
async function takeBookmark(page: Page): Promise<string> {
  await openAdding(page);
  await page.getByRole("heading", { name: "A bookmark that hands pages over" }).click();
  return (await page.getByRole("link", { name: "Save to Lectern" }).getAttribute("href"))!;
}

/** Presses the bookmark on the open page, and answers the tab that opens. */
async function press(page: Page, bookmark: string): Promise<Page> {
  const opened = page.context().waitForEvent("page");
  // As the address bar runs it: in the page itself, with the page's own policy for what it does.
  const session = await page.context().newCDPSession(page);
  const expression = decodeURIComponent(bookmark.replace("javascript:", ""));
  await session.send("Runtime.evaluate", { expression, userGesture: true });
  return opened;
}

const arrivals = (page: Page) => page.getByRole("region", { name: "What you have added" }).getByRole("listitem");
const field = (page: Page) => page.getByRole("textbox", { name: "An address, or text to paste" });

const offer = (app: Page) => app.getByRole("button", { name: words.addPage });

/** Takes the page that is offered. */
async function take(app: Page): Promise<void> {
  await offer(app).click();
  await expect(arrivals(app)).toHaveCount(1);
}

interface Stored {
  way: string;
  name: string;
  address: string;
  incoming: { content: string };
}

/** The markup of the first that has come in, which is kept apart from what lists it. */
async function storedPage(app: Page): Promise<string> {
  const item = await readStored<Stored>(app, "inbox", 1);
  const kept = await readStored<{ incoming: { html: string } }>(app, "contents", [item!.incoming.content, 0]);
  return kept!.incoming.html;
}

/** What comes in stays in the inbox, where it can be looked at: the part that would make an article of it never comes. */
async function holdBackImporting(page: Page): Promise<void> {
  await page.context().route("**/assets/import*.js", () => {});
}

test.describe("before the service worker", () => {
  test.use({ serviceWorkers: "block" });

  test("a page hands itself over as its reader sees it", { tag: "@once" }, async ({ page, site }) => {
    await holdBackImporting(page);
    const bookmark = await takeBookmark(page);
    await page.goto(`${site.url}salt?page=1#second`);
    await page.evaluate(() => document.getElementById("second")!.append(" Seen only after a login."));
    const app = await press(page, bookmark);
    await expect(app.getByText(words.pageOffered(new URL(site.url).origin))).toBeVisible();
    await expect(app.getByText(words.pageCalled("Salt roads"))).toBeVisible();
    await expect(offer(app)).toBeFocused();
    await expectNoViolations(app, "a page that is offered");
    await expect(arrivals(app)).toHaveCount(0);
    expect(await readStored(app, "inbox", 1)).toBeUndefined();
    await app.keyboard.press("Enter");
    await expect(app.getByText(words.pageAdded("Salt roads"))).toBeFocused();
    await expect(arrivals(app)).toHaveCount(1);
    await expect(app).toHaveURL(/\/add$/);
    const stored = await readStored<Stored>(app, "inbox", 1);
    expect(stored).toMatchObject({ way: "page", name: "Salt roads" });
    expect(stored!.address).toContain(`${site.url}salt?page=1`);
    expect(await storedPage(app)).toContain("Seen only after a login.");
    // What is foreign stays text until it has become blocks.
    expect(await app.evaluate(() => "ran" in globalThis)).toBe(false);
    const closed = app.waitForEvent("close");
    await app.getByRole("button", { name: "Close this tab" }).click();
    await closed;
  });

  test("a page that is added twice in a moment has come once", { tag: "@once" }, async ({ page, site }) => {
    await holdBackImporting(page);
    const bookmark = await takeBookmark(page);
    await page.goto(site.url);
    const app = await press(page, bookmark);
    await offer(app).evaluate((button: HTMLElement) => {
      const leave = button.nextElementSibling as HTMLElement;
      for (const pressed of [button, button, leave]) pressed.click();
    });
    await expect(app.getByText(words.pageAdded("Salt roads"))).toBeFocused();
    await expect(arrivals(app)).toHaveCount(1);
    expect(await readStored(app, "inbox", 2)).toBeUndefined();
  });

  test("a long selection is handed over in the place of the page", { tag: "@once" }, async ({ page, site }) => {
    await holdBackImporting(page);
    const bookmark = await takeBookmark(page);
    await page.goto(site.url);
    await page.evaluate(() => getSelection()!.selectAllChildren(document.getElementById("first")!));
    const app = await press(page, bookmark);
    await take(app);
    const html = await storedPage(app);
    expect(html).toContain("eight hundred years");
    expect(html).toContain('lang="en"');
    expect(html).not.toContain("cut by monks");
  });

  test("a page is left, and nothing of it is kept", { tag: "@once" }, async ({ page, site }) => {
    const bookmark = await takeBookmark(page);
    await page.goto(site.url);
    const app = await press(page, bookmark);
    await app.getByRole("button", { name: words.leavePage }).click();
    await expect(app.getByText(words.pageLeft)).toBeFocused();
    await expect(arrivals(app)).toHaveCount(0);
    await app.reload();
    await expect(app.getByRole("heading", { level: 1, name: words.title })).toBeVisible();
    await expect(offer(app)).toHaveCount(0);
    expect(await readStored(app, "inbox", 1)).toBeUndefined();
  });

  test("a page that lets nothing out is handed over too", { tag: "@once" }, async ({ page, site }) => {
    await holdBackImporting(page);
    const bookmark = await takeBookmark(page);
    site.headers["content-security-policy"] =
      "default-src 'none'; form-action 'none'; require-trusted-types-for 'script'";
    await page.goto(site.url);
    const app = await press(page, bookmark);
    await take(app);
  });

  test("what a page shows out of shadow roots comes along", { tag: "@once" }, async ({ page, site }) => {
    site.page = SHADOWED;
    const bookmark = await takeBookmark(page);
    await page.goto(site.url);
    await expect(page.getByText("They needed salt for the winter")).toBeVisible();
    const app = await press(page, bookmark);
    await take(app);
    await app.getByRole("link", { name: words.of(words.open, "Salt roads") }).click();
    const article = app.locator("#article");
    for (const text of ["eight hundred years", "cut by monks", "salt for the winter", "A mule took"])
      await expect(article).toContainText(text);
    await expect(article.locator("h2")).toHaveText("The monks");
  });

  test("a page that has cut the tie leaves its address in the field", { tag: "@once" }, async ({ page, site }) => {
    const bookmark = await takeBookmark(page);
    site.headers["cross-origin-opener-policy"] = "same-origin";
    await page.goto(`${site.url}salt?a=1&b`);
    const app = await press(page, bookmark);
    await expect(app.getByText(words.onlyAddress)).toBeVisible();
    await expect(field(app)).toHaveValue(`${site.url}salt?a=1&b`);
    await expect(arrivals(app)).toHaveCount(0);
  });

  test(
    "nobody else gets anything in, nor hears of what is there",
    { tag: "@once" },
    async ({ page, site, baseURL }) => {
      await page.goto(site.url);
      const opened = page.context().waitForEvent("page");
      await page.evaluate((address) => {
        const heard: unknown[] = [];
        addEventListener("message", ({ data }) => heard.push(data));
        const tab = open(address)!;
        const forged = { lectern: "page", title: "Forged", html: "<p>Forged", address: "https://bank.example/" };
        // A guess at the question, and an answer to it that says it is somebody else.
        setInterval(() => {
          tab.postMessage({ ...forged, nonce: "guess", address: location.href }, "*");
          const asked = heard[0] as { nonce: string } | undefined;
          if (asked) tab.postMessage({ ...forged, nonce: asked.nonce }, "*");
        }, 20);
        Object.assign(globalThis, { heard });
      }, `${baseURL}add?handover=1#https%3A%2F%2Fone.invalid%2F`);
      const app = await opened;
      await expect(app.getByText(words.onlyAddress)).toBeVisible();
      await expect(field(app)).toHaveValue("https://one.invalid/");
      await expect(arrivals(app)).toHaveCount(0);
      const heard = await page.evaluate(() => (globalThis as unknown as { heard: object[] }).heard);
      expect(heard).toEqual([{ lectern: "ready", nonce: expect.any(String) as unknown }]);
    },
  );
});

test.describe("a site that plays the bookmark", { tag: "@once" }, () => {
  test.use({ serviceWorkers: "block" });

  test("is named, and gets nothing in by itself, nor by the second half of a double click", async ({
    page,
    site,
    baseURL,
  }) => {
    await page.goto(site.url);
    const opened = page.context().waitForEvent("page");
    // When the view first says who hands something over, and when there is something to press.
    await page.context().addInitScript(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        if (document.querySelectorAll(".page-offer, .page-offer button").length > seen.length && seen.length < 2)
          seen.push(performance.now());
      }).observe(document, { subtree: true, childList: true });
    });
    await page.evaluate((address) => {
      const tab = open(address)!;
      addEventListener("message", ({ data }) => {
        const title = "\u202eYour bank";
        const page = {
          lectern: "page",
          title,
          html: "<p>Forged",
          address: location.href,
          from: "https://bank.example",
        };
        tab.postMessage({ ...page, nonce: (data as { nonce: string }).nonce }, "*");
      });
    }, `${baseURL}add?handover=1`);
    const app = await opened;
    const said = app.getByText(words.pageOffered(new URL(site.url).origin));
    await expect(said).toBeVisible();
    await expect(said).not.toContainText("bank");
    await expect(offer(app)).toBeVisible();
    const [named, pressable] = await app.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
    expect(pressable! - named!).toBeGreaterThan(450);
    await expect(arrivals(app)).toHaveCount(0);
    expect(await readStored(app, "inbox", 1)).toBeUndefined();
  });
});

test("a page is handed over without a network to the app", { tag: "@once" }, async ({ page, site, companion }) => {
  const bookmark = await takeBookmark(page);
  await workerReady(page);
  await page.goto(site.url);
  await companion.kill();
  const app = await press(page, bookmark);
  await take(app);
});
