import { expect, type Page } from "@playwright/test";
import type { Article } from "../src/domain/article.ts";
import { test } from "./support/companion.ts";
import { plant } from "./support/database.ts";
import { stopWorker, workerReady } from "./support/service-worker.ts";

/** Markup that would run, or call home, wherever it were parsed. */
const ATTACK = `<img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1">"'><b>&amp;`;
const HOME = "https://attacker.invalid/beacon";

const HOSTILE_LINKS = [
  "javascript:window.ran=1",
  "JaVaScRiPt:window.ran=1",
  " javascript:window.ran=1",
  "java\tscript:window.ran=1",
  "data:text/html,<script>window.ran=1</script>",
  "vbscript:window.ran=1",
  "blob:https://attacker.invalid/1",
  "file:///etc/passwd",
];

/** An article with markup in every place that can hold a string. */
const HOSTILE: Article = {
  record: {
    id: "hostile",
    title: ATTACK,
    byline: ATTACK,
    site: ATTACK,
    lang: `en" onmouseover="window.ran=1`,
    dir: "ltr",
    published: "2026-01-01",
    summary: ATTACK,
    tags: [ATTACK],
    words: 10,
    minutes: 1,
    revision: "hostile",
    origin: "saved",
    savedAt: 9e12,
  },
  body: {
    id: "hostile",
    blocks: [
      { type: "heading", level: 2, content: [{ text: ATTACK }] },
      {
        type: "paragraph",
        content: [{ text: ATTACK, marks: [{ type: "code" }] }],
        lang: `"><script>window.ran=1</script>`,
      },
      {
        type: "paragraph",
        content: [
          { text: "title", marks: [{ type: "abbreviation", title: ATTACK }] },
          { text: "language", marks: [{ type: "language", lang: ATTACK }] },
          { text: "1", marks: [{ type: "note-reference", note: ATTACK }] },
        ],
      },
      ...HOSTILE_LINKS.map((href) => ({
        type: "paragraph" as const,
        content: [{ text: `link ${href}`, marks: [{ type: "link" as const, href, title: ATTACK }] }],
      })),
      { type: "figure", image: { src: HOME, alt: ATTACK }, caption: [{ text: ATTACK }] },
      { type: "figure", image: { src: `x" onerror="window.ran=1`, alt: "picture" } },
      { type: "table", rows: [[{ content: [{ text: ATTACK }], header: true }], [{ content: [{ text: ATTACK }] }]] },
      { type: "preformatted", text: `</code></pre>${ATTACK}`, language: `js" onclick="window.ran=1` },
      { type: "paragraph", content: [{ text: ATTACK, reading: ATTACK }] },
      { type: "math", alt: ATTACK, math: JSON.parse('[{"element":"script","text":"window.ran=1"}]') as [] },
      { type: "math", alt: ATTACK, math: [{ element: "mtext", text: ATTACK }] },
      { type: "note", id: ATTACK, label: ATTACK, content: [{ type: "paragraph", content: [{ text: ATTACK }] }] },
    ],
    related: HOSTILE_LINKS.map((href) => ({ title: ATTACK, href })),
  },
};

/** What must stay empty: requests to other origins, and dialogs. */
function watch(page: Page, url: string): { outside: string[]; dialogs: string[] } {
  const seen = { outside: [] as string[], dialogs: [] as string[] };
  page.context().on("request", (request) => {
    // What a page has made of its own memory, as the built-in voice does, bears its origin.
    const address = request.url().replace(/^blob:/, "");
    if (!address.startsWith(url) && !address.startsWith("data:")) seen.outside.push(request.url());
  });
  page.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

async function plantHostile(page: Page): Promise<void> {
  await page.goto("./");
  await workerReady(page);
  await plant(page, {
    records: [HOSTILE.record],
    bodies: [{ ...HOSTILE.body, revision: HOSTILE.record.revision }],
  });
}

/** Nothing has run, and what was planted stands there as text. */
async function expectOnlyText(page: Page): Promise<void> {
  const article = page.locator("#article");
  await expect(article.locator("h1")).toHaveText(ATTACK);
  await expect(article.locator(".site")).toHaveText(ATTACK);
  await expect(article.locator("h2").first()).toHaveText(ATTACK);
  await expect(article.locator("figcaption").first()).toHaveText(ATTACK);
  await expect(article.locator("pre")).toContainText(ATTACK);
  await expect(article.locator("rt")).toHaveText(ATTACK);
  await expect(article.locator("mtext")).toHaveText(ATTACK);
  expect(await article.locator("script, svg, b, iframe, object").count()).toBe(0);
  const attributes = await article.evaluate((element) =>
    [...element.querySelectorAll("*"), element].flatMap((each) =>
      each.getAttributeNames().filter((name) => name.startsWith("on") || name === "style"),
    ),
  );
  expect(attributes).toEqual([]);
  const links = await article
    .locator("a[href]")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
  expect(links.filter((protocol) => !["http:", "https:", "mailto:", "tel:"].includes(protocol))).toEqual([]);
  for (const link of await article.locator("p:has-text('link ') a, .related a").all()) {
    await link.dispatchEvent("click");
  }
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
}

test.describe("an article full of markup is shown as text", { tag: "@once" }, () => {
  test("when the page makes it", async ({ page, companion }) => {
    await plantHostile(page);
    const seen = watch(page, companion.url);
    await page.reload();
    const card = page.locator("[data-article=hostile]");
    await expect(card.first()).toHaveText(ATTACK);
    await card.first().click();
    await expectOnlyText(page);
    expect(await page.title()).toBe(`${ATTACK} – Lectern`);
    expect(seen).toEqual({ outside: [], dialogs: [] });
  });

  test("when the service worker paints it", async ({ page, companion }) => {
    await plantHostile(page);
    const seen = watch(page, companion.url);
    await stopWorker(page);
    const response = await page.goto("read/hostile");
    expect(response?.fromServiceWorker()).toBe(true);
    await expectOnlyText(page);
    await expect(page).toHaveTitle(`${ATTACK} – Lectern`);
    expect(seen).toEqual({ outside: [], dialogs: [] });
  });
});

test.describe("the second wall", { tag: "@once" }, () => {
  for (const painter of ["the companion", "the service worker"] as const) {
    test(`stops scripts in a page of ${painter}`, async ({ page, companion }) => {
      await page.goto("./");
      if (painter === "the service worker") await workerReady(page);
      const response = await page.goto("read/troops-in-kursk");
      expect(response?.fromServiceWorker()).toBe(painter === "the service worker");
      const policy = response?.headers()["content-security-policy"] ?? "";
      for (const directive of [
        "default-src 'none'",
        "script-src 'self'",
        "require-trusted-types-for 'script'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy).toContain(directive);
      }
      expect(policy).not.toContain("unsafe");
      expect(response?.headers()).toMatchObject({
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": expect.stringContaining("microphone=()"),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      });

      const outcome = await page.evaluate(async (home) => {
        const violated: string[] = [];
        document.addEventListener("securitypolicyviolation", (event) => violated.push(event.effectiveDirective));
        const element = document.createElement("div");
        const sink = ["inner", "HTML"].join("");
        let sinkThrew = false;
        try {
          Object.assign(element, { [sink]: "<i>parsed</i>" });
        } catch {
          sinkThrew = true;
        }
        const inline = document.createElement("script");
        let inlineThrew = false;
        try {
          inline.text = "window.ran = 1";
        } catch {
          inlineThrew = true;
        }
        let handlerThrew = false;
        const image = document.createElement("img");
        try {
          image.setAttribute("onerror", "window.ran = 1");
        } catch {
          handlerThrew = true;
        }
        image.src = home;
        document.body.append(image);
        const fetched = await fetch(home).then(
          () => true,
          () => false,
        );
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { sinkThrew, inlineThrew, handlerThrew, fetched, ran: "ran" in window, violated };
      }, HOME);
      expect(outcome).toMatchObject({
        sinkThrew: true,
        inlineThrew: true,
        handlerThrew: true,
        fetched: false,
        ran: false,
      });
      expect(outcome.violated).toEqual(expect.arrayContaining(["img-src", "connect-src"]));
      await companion.kill();
    });
  }

  test("stands in all that the service worker answers", async ({ page }) => {
    await page.goto("./");
    await workerReady(page);
    for (const [path, opener] of [
      ["./", "same-origin"],
      ["read/not-here", "same-origin"],
      ["nowhere", "same-origin"],
      ["add", "same-origin"],
      ["add?url=https%3A%2F%2Fsite.example%2F", "same-origin"],
      ["add?handover=1", undefined],
    ] as const) {
      const response = await page.goto(path);
      expect(response?.fromServiceWorker(), path).toBe(true);
      expect(response?.headers(), path).toMatchObject({
        "content-security-policy": expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
        "permissions-policy": expect.stringContaining("microphone=()"),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      });
      expect(response?.headers()["cross-origin-opener-policy"], path).toBe(opener);
    }
    const headers = await page.evaluate(async () => [...(await fetch("images/none")).headers]);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": expect.stringContaining("sandbox"),
      "x-content-type-options": "nosniff",
    });
  });

  test("admits no request to anyone else while a reader reads, listens and adjusts the type", async ({
    page,
    companion,
  }) => {
    const seen = watch(page, companion.url);
    const violations: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text());
    });
    await page.goto("./");
    await workerReady(page);
    await page.getByRole("link", { name: "North Korea confirms" }).first().click();
    await page.getByRole("button", { name: "Text settings" }).click();
    await page.getByRole("radio", { name: "Atkinson Hyperlegible" }).check();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Listen" }).click();
    await expect(page.getByRole("region", { name: "Read aloud" })).toBeVisible();
    await page.getByRole("link", { name: "Library", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
    expect(seen.outside).toEqual([]);
    expect(violations).toEqual([]);
  });
});
