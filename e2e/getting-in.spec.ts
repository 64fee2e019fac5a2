import { type BrowserContext, expect, type Page } from "@playwright/test";
import { type Site, startSite } from "../src/companion/testing.ts";
import { enAdding } from "../src/i18n/en-adding.ts";
import { enFeeds } from "../src/i18n/en-feeds.ts";
import { expectNoViolations } from "./support/axe.ts";
import { testOnWeb } from "./support/companion-to.ts";
import { plant, readStored } from "./support/database.ts";
import { stopWorker, workerReady } from "./support/service-worker.ts";

const SENTENCES = [
  "The tide comes in twice a day, and the people of the harbour set their clocks by it.",
  "Nobody there could remember a June in which the water had been so low for so long.",
  "The old wall stood dry down to its lowest stone, green with weed that had never seen the sun.",
  "Boats lay on their sides in the mud, and their owners walked out to them with buckets and brushes.",
];

const pageOf = (port: number) => `<!doctype html><html lang="en"><head><title>The tides of June</title>
<link rel="canonical" href="http://news.example:${port}/tides"></head><body><article><h1>The tides of June</h1>
${SENTENCES.map((sentence) => `<p>${`${sentence} `.repeat(3)}</p>`).join("\n")}
<figure><img src="/wall.svg" alt="The old wall"><figcaption>The wall at low water.</figcaption></figure>
<p>${SENTENCES.join(" ")}</p>
<figure><img src="/boats.svg" alt="Boats in the mud" width="150" height="100"></figure>
</article><img src="http://news.example:${port}/pixel.gif" width="1" height="1" alt=""></body></html>`;

const leadingOn = (port: number) =>
  `<head><noscript><meta http-equiv="refresh" content="0;URL=http://news.example:${port}/tides"></noscript><title>news</title></head><script>location.replace("http:\\/\\/news.example:${port}\\/tides")</script>`;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200"/></svg>';

interface Parts {
  site: Site & { lacks: Set<string> };
  address: string;
}

const test = testOnWeb("news.example").extend<Parts>({
  site: async ({}, use) => {
    const lacks = new Set<string>();
    const site = await startSite(({ url }, response) => {
      if (lacks.has(url!)) response.writeHead(404).end();
      else if (url === "/short") response.writeHead(200, { "content-type": "text/html" }).end(leadingOn(site.port));
      else if (url?.endsWith(".svg")) response.writeHead(200, { "content-type": "image/svg+xml" }).end(SVG);
      else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pageOf(site.port));
    });
    await use(Object.assign(site, { lacks }));
  },
  address: ({ site }, use) => use(`http://news.example:${site.port}/tides`),
});

/** A fake of a window of the installed app, which a browser without windows has not: it tells pages so from their next load on. */
async function asInstalled(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = matchMedia.bind(globalThis);
    globalThis.matchMedia = (query) => real(query.replace("(display-mode: browser)", "not all"));
  });
}

/** What the share sheet does: a navigation by POST. `file`: the text of what is shared as a file, by default of a page. */
async function share(page: Page, ...what: What): Promise<void> {
  await asInstalled(page);
  await post(page, ...what);
}

type What = [fields: Record<string, string>, file?: string, called?: { name: string; type: string }];

/** The same as any site could do it, in a tab of the browser. */
async function post(
  page: Page,
  ...[fields, file, called = { name: "tides.html", type: "text/html" }]: What
): Promise<void> {
  await page.evaluate(
    ([values, markup, { name: fileName, type }]) => {
      const form = document.createElement("form");
      Object.assign(form, { action: "/share", method: "post", enctype: "multipart/form-data", hidden: true });
      for (const [name, value] of Object.entries(values)) {
        const input = document.createElement("input");
        Object.assign(input, { name, value });
        form.append(input);
      }
      if (markup !== undefined) {
        const input = document.createElement("input");
        Object.assign(input, { name: "files", type: "file" });
        const chosen = new DataTransfer();
        chosen.items.add(new File([markup], fileName, { type }));
        input.files = chosen.files;
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    },
    [fields, file, called] as const,
  );
  await page.waitForURL(/\/add(\?|$)/);
}

async function visit(page: Page): Promise<void> {
  await page.goto("./");
  await workerReady(page);
}

const recordOf = (page: Page, id = "the-tides-of-june") =>
  readStored<{ pictures: { of: number; here: number } }>(page, "records", id);

/** Until the article is in the library, with as many of its pictures. */
const saved = (page: Page, here = 2) =>
  expect.poll(async () => (await recordOf(page))?.pictures, { timeout: 20_000 }).toEqual({ of: 2, here });

/** The origins that anything in this browser is asked of. */
function watchOrigins(context: BrowserContext): Set<string> {
  const origins = new Set<string>();
  context.on("request", (request) => origins.add(new URL(request.url()).origin));
  return origins;
}

test.describe("what is shared", { tag: "@once" }, () => {
  test("without a network is kept, and finished when there is one", async ({ page, context, address, site }) => {
    await visit(page);
    await context.setOffline(true);
    await share(page, { title: "Tides", text: `Look at this: ${address}` });
    await expect
      .poll(async () => (await readStored<{ status: string }>(page, "inbox", 1 as never))?.status)
      .toBe("waiting");
    const waiting = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "Tides", exact: true }) });
    await expect(waiting).toContainText("Waiting until there is a network.");
    await expect(waiting).toContainText(address);
    expect(site.asked).toEqual([]);
    await context.setOffline(false);
    await saved(page);
    await expect(page.getByRole("link", { name: /The tides of June/ }).first()).toBeVisible();
    expect(await readStored(page, "inbox", 1 as never)).toBeUndefined();
  });

  test("as a file needs no network at all", async ({ page, context, site }) => {
    await visit(page);
    await context.setOffline(true);
    await share(page, {}, pageOf(site.port).replaceAll(/<img[^>]*>/g, ""));
    await expect.poll(() => recordOf(page), { timeout: 20_000 }).toBeDefined();
    await page.goto("read/the-tides-of-june");
    await expect(page.getByText(SENTENCES[2]!).first()).toBeVisible();
  });

  test("as a list of feeds is offered to be followed", async ({ page, context, site }) => {
    const list = `<opml version="2.0"><body><outline text="Sea"><outline text="Tides" xmlUrl="http://news.example:${site.port}/feed"/></outline></body></opml>`;
    await visit(page);
    await context.setOffline(true);
    await share(page, {}, list, { name: "feeds.opml", type: "text/x-opml" });
    const arrival = page.locator(".arrival", { has: page.getByRole("heading", { name: "feeds.opml" }) });
    await expect(arrival).toContainText(enAdding.problems["feed-list"]);
    expect(await readStored(page, "feeds", `http://news.example:${site.port}/feed`)).toBeUndefined();
    await arrival.getByRole("button", { name: `${enAdding.followFeeds}: feeds.opml` }).click();
    // The part that reads lists is not on the device yet.
    await expect(arrival.getByRole("alert")).toHaveText(enAdding.problems["part-missing"]);
    await context.setOffline(false);
    await arrival.getByRole("button", { name: `${enAdding.followFeeds}: feeds.opml` }).click();
    const feeds = page.getByRole("region", { name: enFeeds.list });
    await expect(feeds.locator("h4, summary")).toHaveText(["Sea", "Tides"]);
    await expect(feeds.getByRole("heading", { name: enFeeds.list })).toBeFocused();
    await expect(arrival).toHaveCount(0);
    await expect(page.getByRole("status")).toContainText(enFeeds.opened(1, 1));
  });

  test("by no share sheet, but posted by some page, waits for the reader", async ({ page, address, site }) => {
    await visit(page);
    await post(page, { title: "Tides", text: address });
    const kept = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Tides", exact: true }) });
    await expect(kept).toContainText(address);
    // It stays so, whoever looks at the inbox.
    await visit(page);
    await page.goto("add");
    await expect(kept).toContainText(enAdding.kept);
    expect(site.asked).toEqual([]);
    await kept.getByRole("button", { name: enAdding.getNow }).click();
    await saved(page);
  });

  test("is taken by a worker that had been stopped", async ({ page, address }) => {
    await visit(page);
    await stopWorker(page);
    await share(page, { url: address });
    await saved(page);
  });
});

test(
  "what was on its way when its tab was closed is finished by the next",
  { tag: "@once" },
  async ({ page, address }) => {
    await visit(page);
    await plant(page, {
      inbox: [{ way: "address", name: address, address, incoming: { kind: "address" }, status: "waiting" }],
    });
    await page.goto("./");
    await saved(page);
  },
);

test("a short address whose page only leads on to another is that", { tag: "@once" }, async ({ page, site }) => {
  await visit(page);
  await share(page, { url: `http://news.example:${site.port}/short` });
  await saved(page);
  expect(site.asked.slice(0, 2)).toEqual(["GET /short", "GET /tides"]);
});

test.describe("a saved article", { tag: "@once" }, () => {
  test("is opened without a request to anybody, online and offline, with its pictures", async ({
    page,
    context,
    address,
    site,
    baseURL,
  }) => {
    await visit(page);
    await share(page, { url: address });
    await saved(page);
    const before = site.asked.length;
    expect(site.asked, "a picture that only counts readers is not fetched").not.toContain("GET /pixel.gif");
    const origins = watchOrigins(context);
    for (const offline of [false, true]) {
      await context.setOffline(offline);
      await page.goto("read/the-tides-of-june");
      const pictures = page.locator("#article img");
      await expect(pictures).toHaveCount(2);
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
        await expect(picture).toHaveAttribute("width", "300");
      }
      await expect(page.getByText("Complete offline: the text and all 2 pictures are on this device.")).toBeVisible();
      await page.waitForLoadState("networkidle");
    }
    expect([...origins]).toEqual([new URL(baseURL!).origin]);
    expect(site.asked).toHaveLength(before);
  });

  test("says which pictures are missing, and shows them when they have come", async ({ page, address, site }) => {
    site.lacks.add("/boats.svg");
    await visit(page);
    await share(page, { url: address });
    await saved(page, 1);
    await page.goto("read/the-tides-of-june");
    await expect(page.getByText("The text and 1 of 2 pictures are on this device.")).toBeVisible();
    await expect(page.getByText("The site does not have what is missing any more.")).toBeVisible();
    const missing = page.getByRole("img", { name: "Boats in the mud" });
    expect(await missing.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(0);

    await expectNoViolations(page, "an article with a picture missing");

    site.lacks.clear();
    await page.getByRole("button", { name: "Fetch what is missing" }).click();
    await expect(page.getByText("Complete offline: the text and all 2 pictures are on this device.")).toBeVisible();
    await expect.poll(() => missing.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
    await expect(missing, "as wide as the next page that is made will have it").toHaveAttribute("width", "300");
  });

  test("shows its pictures in what it will be like once it is mended", async ({ page, address, site }) => {
    site.lacks.add("/boats.svg");
    await visit(page);
    await share(page, { url: address });
    await saved(page, 1);
    await page.goto("add?mend=the-tides-of-june");
    await page.getByRole("button", { name: "Show the article as it will be" }).click();
    const preview = page.getByRole("article", { name: "The article as it will be" });
    const here = preview.locator("img");
    await expect(here).toHaveAccessibleName("The old wall");
    await here.scrollIntoViewIfNeeded();
    await expect.poll(() => here.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
    await expect(preview.getByRole("img", { name: "Boats in the mud" })).toHaveText("Boats in the mud");
    await expect(preview.getByRole("button")).toHaveCount(0);
  });

  test("has no picture at an address that is none, and nobody is asked for it", async ({ page, site }) => {
    await visit(page);
    const status = await page.evaluate(async () => (await fetch("images/0123456789abcdef0123456789abcdef")).status);
    expect(status).toBe(404);
    expect(site.asked).toEqual([]);
  });
});
