import { type BrowserContext, expect, type Page } from "@playwright/test";
import { startSite } from "../src/companion/testing.ts";
import { enFeeds } from "../src/i18n/en-feeds.ts";
import { foreignTo } from "../src/importing/html/fixtures/allowed.ts";
import { ATTACKED_WAYS, mayBeFolded } from "../src/importing/html/fixtures/attacked-ways.ts";
import { ATTACKS, HOSTILE_ADDRESSES } from "../src/importing/html/fixtures/attacks.ts";
import { addFiles, type ChosenFile, openLinks } from "./support/adding-files.ts";
import { testOnWeb } from "./support/companion-to.ts";
import { writeEpub } from "./support/epub.ts";
import { workerReady } from "./support/service-worker.ts";

const test = testOnWeb("feeds.example");

/** A page of the app's origin on which everything is allowed. */
const PLAIN = "plain.html";

/** What the app says under an article about its pictures. */
const PICTURES_LINE = ".pictures-line, .pictures-line *";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const markOf = (at: number) => `Mark ${at}.`;
const prose = (at: number) =>
  `<p>${markOf(at)} The harbour was quiet that morning, and the boats lay side by side along the quay, as they had.</p>`;
interface Seen {
  ran: unknown[];
  outside: string[];
  dialogs: string[];
  violations: string[];
}

const NOTHING: Seen = { ran: [], outside: [], dialogs: [], violations: [] };

/** Watches every page of the browser, from an ear on a page of its own, which stays while others come and go. */
async function watch(context: BrowserContext, url: string): Promise<Seen> {
  const seen: Seen = { ran: [], outside: [], dialogs: [], violations: [] };
  await context.route(`**/${PLAIN}`, (route) => route.fulfill({ contentType: "text/html", body: "<p>Plain</p>" }));
  const ear = await context.newPage();
  await ear.goto(PLAIN);
  await ear.exposeFunction("heard", (said: unknown) => void seen.ran.push(said));
  await ear.evaluate(() => {
    const channel = new BroadcastChannel("attack");
    channel.addEventListener("message", ({ data }) =>
      (window as unknown as { heard(said: unknown): void }).heard(data),
    );
    Object.assign(window, { channel });
  });
  context.on("request", (request) => {
    const address = request.url().replace(/^blob:/, "");
    if (!address.startsWith(url) && !/^(data|about):/.test(address)) seen.outside.push(request.url());
  });
  context.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  context.on("console", (message) => {
    if (/Content Security Policy|Trusted ?(HTML|Script|Type)/i.test(message.text()))
      seen.violations.push(message.text());
  });
  return seen;
}

/** Attacks of which nothing that follows in the same page is read as markup. */
function endingPages(page: Page): Promise<string[]> {
  return page.evaluate((attacks) => {
    const parser = new DOMParser();
    return attacks.filter((attack) => {
      const read = parser.parseFromString(`<article>${attack}<p id="after">After</p></article>`, "text/html");
      return !read.querySelector("article > #after");
    });
  }, ATTACKS);
}

/** Pages with these attacks, and with some in every place of their heads. */
function pagesOf(attacks: readonly string[], last: readonly string[], count: number): ChosenFile[] {
  return Array.from({ length: count }, (_, number) => {
    const own = attacks.filter((_each, at) => at % count === number);
    const said = escaped(ATTACKS[(number * 17 + 5) % ATTACKS.length]!);
    const names = ["og:title", "author", "article:author", "og:site_name", "og:description", "keywords", "article:tag"];
    const head = names.map((name) => `<meta property="${name}" name="${name}" content="${said}">`).join("");
    const address = escaped(HOSTILE_ADDRESSES[number % HOSTILE_ADDRESSES.length]!);
    const body = own.map((attack, at) => `${attack}${prose(at)}`).join("\n");
    const html = `<!doctype html><html lang="${said}"><head><title>${said}</title>${head}<link rel="canonical" href="${address}"></head>
<body><article><h1>${said}</h1>${prose(1000).repeat(3)}<figure><img src="https://attacker.invalid/${number}.png" width="600" height="400" alt="${said}" title="${said}"></figure>
${body}${prose(own.length)}${last[number] ?? ""}</article></body></html>`;
    return { name: `${number}.html`, mimeType: "text/html", buffer: Buffer.from(html) };
  });
}

/** Nothing foreign stands in the open article; and all of these sentences do. */
async function expectHarmless(page: Page, marks: readonly string[]): Promise<void> {
  const article = page.locator("#article");
  await expect(article.locator(".prose").first()).toBeVisible();
  await expect(page.locator("#article h1")).toHaveCount(1);
  const missing = async () => {
    const text = (await article.innerText()).replace(/\s+/g, " ");
    return marks.filter((mark) => !text.includes(mark));
  };
  await expect.poll(missing).toEqual([]);
  expect(await article.evaluate(foreignTo, { base: "/", beside: PICTURES_LINE })).toEqual([]);
}

/** Opens all that has come in: from the list, as the page makes it; then anew, as the worker paints it. `marks`: what each must have. */
async function openAll(page: Page, seen: Seen, marksOf: (at: number) => readonly string[]): Promise<void> {
  // Chromium names what the policy forbids in documents that nothing happens in as well: what counts is what comes to stand in a page.
  seen.violations.length = 0;
  const links = openLinks(page);
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  // The newest is listed first.
  addresses.reverse();
  for (const [at, address] of addresses.entries()) {
    await page.locator(`.arrival a[href="${new URL(address).pathname}"]`).click();
    await page.waitForURL(address);
    await expectHarmless(page, marksOf(at));
    await page.goBack();
    await expect(links).toHaveCount(addresses.length);
  }
  for (const [at, address] of addresses.entries()) {
    const response = await page.goto(address);
    expect(response?.fromServiceWorker()).toBe(true);
    await expectHarmless(page, marksOf(at));
  }
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
}

const marks = (count: number) => Array.from({ length: count }, (_, at) => markOf(at));

test.describe("attacks do nothing", { tag: "@once" }, () => {
  test("in pages, in whatever place of them", async ({ page, context, companion }) => {
    const seen = await watch(context, companion.url);
    await page.goto(PLAIN);
    const last = await endingPages(page);
    const others = ATTACKS.filter((attack) => !last.includes(attack));
    const files = pagesOf(others, last, last.length);
    await page.goto("./");
    await workerReady(page);
    await addFiles(page, files);
    await expect(openLinks(page)).toHaveCount(files.length);
    await openAll(page, seen, (at) => marks(Math.ceil((others.length - at) / files.length)));
    expect(seen).toEqual(NOTHING);
  });

  test("in text that pages keep apart from what they show", async ({ page, context, companion }) => {
    const seen = await watch(context, companion.url);
    await page.goto(PLAIN);
    const last = await endingPages(page);
    const others = ATTACKS.filter((attack) => !last.includes(attack));
    // A part of them in each, so that all are in some: `attacks.browser.test.ts` has each in every one.
    const parts = Object.keys(ATTACKED_WAYS).map((_, way) => others.filter((_attack, at) => at % 4 === way % 4));
    const files = Object.entries(ATTACKED_WAYS).map(([way, pageOf], at) => ({
      name: `${way}.html`,
      mimeType: "text/html",
      buffer: Buffer.from(pageOf([...parts[at]!, last[at]!], markOf)),
    }));
    await page.goto("./");
    await workerReady(page);
    await addFiles(page, files);
    await expect(openLinks(page)).toHaveCount(files.length);
    // Some of the marks tell whether the text was taken; each is looked for in all of it.
    await openAll(page, seen, (at) =>
      marks(parts[at]!.length).filter(
        (_, number) => number % 5 === 0 && (!files[at]!.name.includes("folded") || mayBeFolded(parts[at]![number]!)),
      ),
    );
    expect(seen).toEqual(NOTHING);
  });

  test("in a book, each as a chapter, and in a text", async ({ page, context, companion }) => {
    const seen = await watch(context, companion.url);
    await page.goto("./");
    await workerReady(page);
    const said = escaped(ATTACKS[12]!);
    const fields = [
      "title",
      "creator",
      "publisher",
      "description",
      "subject",
      "date",
      "identifier",
      "source",
      "language",
    ];
    const book = writeEpub({
      metadata: fields.map((name) => `<dc:${name}>${said}</dc:${name}>`).join(""),
      chapters: ATTACKS.map((attack, at) => `${prose(at)}${attack}`),
      contents: ATTACKS.map(escaped),
    });
    const text = ATTACKS.map((attack, at) =>
      [
        markOf(at),
        attack,
        `[Link](<${HOSTILE_ADDRESSES[at % HOSTILE_ADDRESSES.length]}> "${attack}")`,
        `![${attack}](https://attacker.invalid/${at}.png)`,
      ].join("\n\n"),
    );
    await addFiles(page, [
      { name: "book.epub", mimeType: "application/epub+zip", buffer: book },
      { name: "text.md", mimeType: "text/markdown", buffer: Buffer.from(`# ${ATTACKS[12]}\n\n${text.join("\n\n")}`) },
    ]);
    await expect(openLinks(page)).toHaveCount(2);
    await openAll(page, seen, () => [markOf(0), markOf(ATTACKS.length - 1)]);
    expect(seen).toEqual(NOTHING);
  });

  test("in a feed, its titles and its texts", async ({ page, context, companion }) => {
    const seen = await watch(context, companion.url);
    const count = 6;
    const feed = pagesOf(ATTACKS, [], count).map(({ buffer }, at) => {
      const said = escaped(ATTACKS[at * 23]!);
      const content = escaped(buffer.toString());
      const link = at % 2 === 0 ? `http://feeds.example/${at}` : escaped(HOSTILE_ADDRESSES[at]!);
      return `<item><guid>${at}</guid><title>Entry ${at} ${said}</title><link>${link}</link><dc:creator>${said}</dc:creator><category>${said}</category><content:encoded>${content}</content:encoded></item>`;
    });
    const site = await startSite((request, response) => {
      const isFeed = request.url === "/feed.xml";
      response.writeHead(isFeed ? 200 : 404, { "content-type": "application/rss+xml" });
      const named =
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
      const said = escaped(ATTACKS[12]!);
      response.end(
        isFeed
          ? `<rss version="2.0" ${named}><channel><title>${said}</title><link>${said}</link>${feed.join("")}</channel></rss>`
          : "",
      );
    });
    await page.goto("./");
    await workerReady(page);
    await page.goto("add");
    await page.getByLabel(enFeeds.field).fill(`http://feeds.example:${site.port}/feed.xml`);
    await page.getByRole("button", { name: enFeeds.follow, exact: true }).click();
    await page.getByRole("button", { name: enFeeds.saveAll(count) }).click();
    await expect(openLinks(page)).toHaveCount(count);
    await openAll(page, seen, () => [markOf(0)]);
    expect(seen).toEqual(NOTHING);
  });
});

test("what watches for attacks sees one that is let in", { tag: "@once" }, async ({ page, context, companion }) => {
  const seen = await watch(context, companion.url);
  await context.route("**/let-in.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "img-src 'none'" },
      body: `<body>${ATTACKS.find((attack) => attack.startsWith("<script>"))}<p onclick="1"><script>alert(1)</script><script src="https://attacker.invalid/a.js"></script><img src="/x.png">`,
    }),
  );
  await page.goto("let-in.html");
  await expect.poll(() => seen.ran).toEqual([1]);
  expect(seen.dialogs).toEqual(["1"]);
  expect(seen.outside).toEqual(["https://attacker.invalid/a.js"]);
  expect(seen.violations).toHaveLength(1);
  expect(await page.locator("body").evaluate(foreignTo, { base: "/" })).toEqual(
    expect.arrayContaining(["<script>", "p onclick"]),
  );
});
