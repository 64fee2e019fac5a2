import { type Browser, expect, type Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { enAdding as words } from "../src/i18n/en-adding.ts";
import { writePdf } from "../src/importing/files/pdf/testing.ts";
import { addFiles, arrivals, type ChosenFile, chooseFiles, openLinks } from "./support/adding-files.ts";
import { test } from "./support/companion.ts";
import { writeEpub } from "./support/epub.ts";
import { workerReady } from "./support/service-worker.ts";

const SENTENCE = "The keeper wrote down the hour, the wind and the height of the water, and read it all to the boy. ";

/** As a browser prints a page to a file. */
async function printed(browser: Browser): Promise<ChosenFile> {
  const page = await browser.newPage();
  await page.setContent(`<html lang="en"><title>The lamp</title><h1>The lamp</h1><p>In spring. ${SENTENCE.repeat(4)}</p>
<h2>The second winter</h2><p>In winter. ${SENTENCE.repeat(4)}</p>`);
  const buffer = await page.pdf({ tagged: true, outline: true });
  await page.close();
  return { name: "lamp.pdf", mimeType: "application/pdf", buffer };
}

async function pictureOf(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 300, height: 200 } });
  await page.setContent(`<body style="background: linear-gradient(teal, gold)"><h1>Lamp</h1>`);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

const TITLE = "<dc:title>The fog bell</dc:title><dc:creator>A. Keeper</dc:creator><dc:language>en</dc:language>";
const bookWith = (chapters: readonly string[], more: Record<string, string | Uint8Array> = {}): ChosenFile => ({
  name: "bell.epub",
  mimeType: "application/epub+zip",
  buffer: writeEpub({ metadata: TITLE, chapters, contents: ["Spring", "Summer", "Autumn"], more }),
});

/** The library, with the worker that keeps it. Yields how many articles are in it. */
async function visit(page: Page): Promise<number> {
  await page.goto("./");
  await workerReady(page);
  await expect(cards(page).first()).toBeVisible();
  return cards(page).count();
}

const cards = (page: Page) => page.getByRole("main").locator("[data-article]");

/** Follows the only link to what was added. */
async function openAdded(page: Page): Promise<void> {
  await openLinks(page).click();
  await expect(page.locator("#article h1")).toBeVisible();
}

test("a PDF is read without a network once it is here", { tag: "@once" }, async ({ page, context, browser }) => {
  await visit(page);
  await addFiles(page, [await printed(browser)]);
  await expect(arrivals(page)).toContainText(words.done);
  await context.setOffline(true);
  await openAdded(page);
  await page.reload();
  await expect(page.locator("#article h1")).toHaveText("The lamp");
  await expect(page.locator("#article h2", { hasText: "The second winter" })).toHaveCount(1);
  await expect(page.locator("#article .prose p")).toHaveText([/^In spring\. .*boy\.$/, /^In winter\. .*boy\.$/]);
});

test(
  "a book is added, and read without a network, with its picture and its note",
  { tag: "@once" },
  async ({ page, context, browser }) => {
    await visit(page);
    // No part for reading books has to be fetched.
    await page.goto("add");
    await context.setOffline(true);
    const chapters = [
      `<h1>Spring</h1><p>${SENTENCE}<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>Nobody knows which boy.</p></aside>`,
      `<h1>Summer</h1><figure><img src="lamp.png" alt="A lamp at dusk"/><figcaption>The lamp.</figcaption></figure><p>${SENTENCE}</p>`,
      `<h1>Autumn</h1><p>${SENTENCE}</p>`,
    ];
    await chooseFiles(page, [bookWith(chapters, { "lamp.png": await pictureOf(browser) })]);
    await expect(arrivals(page)).toContainText(words.done);
    await expect(arrivals(page)).toContainText(words.pictures(1, 1));
    await openAdded(page);
    await page.reload();
    await expect(page.locator("#article h1")).toHaveText("The fog bell");
    await expect(page.locator("#article div.prose h2")).toHaveText(["Spring", "Summer", "Autumn"]);
    const picture = page.getByRole("img", { name: "A lamp at dusk" });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
    await expect(page.locator("#article .notes")).toContainText("Nobody knows which boy.");
  },
);

test("a Markdown text may have characters by their names", { tag: "@once" }, async ({ page }) => {
  const text = `# Salt &amp; roads\n\n&copy; the monks. ${SENTENCE}\n\n- [One](https://one.example/?a=b&amp;c=d)`;
  await addFiles(page, [{ name: "salt.md", mimeType: "text/markdown", buffer: Buffer.from(text) }]);
  await openAdded(page);
  await expect(page.locator("#article h1")).toHaveText("Salt & roads");
  await expect(page.locator("#article p", { hasText: "© the monks." })).toHaveCount(1);
});

test(
  "a PDF waits for the part that reads it, and goes on with the network",
  { tag: "@once" },
  async ({ page, context, browser }) => {
    const file = await printed(browser);
    await visit(page);
    await page.goto("add");
    await context.setOffline(true);
    await chooseFiles(page, [file]);
    await expect(arrivals(page)).toContainText(words.waitingAgain(words.problems["part-missing"]));
    await expect(openLinks(page)).toHaveCount(0);
    await context.setOffline(false);
    await expect(arrivals(page)).toContainText(words.done);
    await openAdded(page);
    await expect(page.locator("#article h1")).toHaveText("The lamp");
  },
);

test("a PDF has its picture and its table", { tag: "@once" }, async ({ page, context, browser }) => {
  const picture = (await pictureOf(browser)).toString("base64");
  const printing = await browser.newPage();
  const boats = ["Ada|1901|12 m", "Bo|1910|9 m", "Carla|1888|15 m"].map(
    (row) => `<tr><td>${row.replaceAll("|", "<td>")}`,
  );
  await printing.setContent(`<html lang="en"><style>td { padding: 2px 1cm 2px 0 } figcaption { font-size: 80% } img { display: block }</style>
<h1>The lamp</h1><p>In spring. ${SENTENCE.repeat(3)}</p><figure><img src="data:image/png;base64,${picture}"><figcaption>Figure 1. The lamp at dusk</figcaption></figure>
<p>In winter. ${SENTENCE.repeat(3)}</p><table><tr><th>Boat<th>Built<th>Length${boats.join("")}</table>`);
  const buffer = await printing.pdf({ tagged: false });
  await printing.close();
  await visit(page);
  await addFiles(page, [{ name: "lamp.pdf", mimeType: "application/pdf", buffer }]);
  await expect(arrivals(page)).toContainText(words.pictures(1, 1));
  await context.setOffline(true);
  await openAdded(page);
  const figure = page.locator("#article figure", { hasText: "Figure 1. The lamp at dusk" });
  await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => figure.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
  await expect(page.locator("#article tbody tr, #article tr")).not.toHaveCount(0);
  await expect(page.locator("#article td", { hasText: "Carla" })).toHaveCount(1);
  await expect(page.locator("#article p", { hasText: "Carla" })).toHaveCount(0);
});

test(
  "a long file says how far it is, and begins again after a reload in the midst of it",
  { tag: "@once" },
  async ({ page }) => {
    const lines = (number: number) =>
      Array.from(
        { length: 50 },
        (_, index) => `On day ${number * 50 + index} the keeper wrote down the hour and the wind.`,
      );
    const pages = Array.from({ length: 300 }, (_, number) => ({
      texts: lines(number).map((text, index) => ({ x: 60, y: 120 + index * 11, text })),
    }));
    const pdf = Buffer.from(await writePdf({ pages, info: { Title: "The year of the keeper" } }).arrayBuffer());
    await visit(page);
    await page.goto("add");
    await chooseFiles(page, [{ name: "year.pdf", mimeType: "application/pdf", buffer: pdf }]);
    await page.waitForFunction(() => /Page \d+ of 300\./.test(document.body.innerText));
    await page.reload();
    // Three hundred pages take a busy machine its time.
    await expect(arrivals(page)).toContainText(words.done, { timeout: 60_000 });
    await page.goto("./");
    await expect(page.getByRole("link", { name: "The year of the keeper" })).toHaveCount(1);
  },
);

/** A fake of how an installed app is opened with files, which a browser without windows does not do. */
test("the files that the system opens the app with are added", { tag: "@once" }, async ({ page }) => {
  await page.addInitScript((sentence) => {
    const file = (name: string, title: string) => ({
      getFile: async () => new File([`${title}\n\n${title}: ${sentence}`], name, { type: "text/plain" }),
    });
    const gone = { getFile: () => Promise.reject(new DOMException("", "NotFoundError")) };
    const files = [file("lamp.txt", "The lamp"), gone, file("quay.txt", "The quay")];
    const launchQueue = { setConsumer: (consumer: (launch: object) => void) => consumer({ files }) };
    Object.defineProperty(globalThis, "launchQueue", { value: launchQueue });
  }, SENTENCE);
  await page.goto("add");
  for (const title of ["The lamp", "The quay"])
    await expect(page.getByRole("link", { name: words.of(words.open, title) })).toBeVisible();
  await expect(arrivals(page)).toHaveCount(2);
});

test("a long book says which chapter it is at", { tag: "@once" }, async ({ page }) => {
  const chapters = Array.from({ length: 40 }, (_, index) => `<h1>Day ${index}</h1><p>${SENTENCE.repeat(200)}</p>`);
  await visit(page);
  await page.goto("add");
  const seen = page.waitForFunction(() => /Chapter \d+ of 40\./.test(document.body.innerText));
  await chooseFiles(page, [bookWith(chapters)]);
  await seen;
  await expect(arrivals(page)).toContainText(words.done);
});

test("what cannot be read says why, and the library stays as it was", { tag: "@once" }, async ({ page }) => {
  const before = await visit(page);
  const locked = await writePdf({
    pages: [{ texts: [{ x: 60, y: 100, text: SENTENCE }] }],
    encrypted: true,
  }).arrayBuffer();
  const rights = `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></enc:EncryptedData></encryption>`;
  const word = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w:document/>") });
  const refused: [ChosenFile, string][] = [
    [{ name: "locked.pdf", mimeType: "application/pdf", buffer: Buffer.from(locked) }, words.problems.encrypted],
    [bookWith([`<p>${SENTENCE}</p>`], { "META-INF/encryption.xml": rights }), words.problems.protected],
    [{ name: "report.docx", mimeType: "application/msword", buffer: Buffer.from(word) }, words.problems.unsupported],
    [{ name: "nothing.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) }, words.problems.empty],
  ];
  await addFiles(
    page,
    refused.map(([file]) => file),
  );
  for (const [{ name }, sentence] of refused) {
    const one = arrivals(page).filter({ has: page.getByRole("heading", { name, exact: true }) });
    await expect(one.locator("p").first(), name).toHaveText(sentence);
  }
  await expect(openLinks(page)).toHaveCount(0);
  await visit(page).then((after) => expect(after).toBe(before));
});
