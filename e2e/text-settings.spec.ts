import { expect, type Page, test } from "@playwright/test";
import { PAPER } from "../src/domain/theme-colors.ts";
import { readStored } from "./support/database.ts";
import { openArticle, openLibrary, RTL_ARTICLE } from "./support/screens.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";
import { takeover, watchTakeover } from "./support/takeover.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Text settings" });
const slider = (page: Page, name: string) => dialog(page).getByRole("slider", { name, exact: true });
const button = (page: Page, name: string) => dialog(page).getByRole("button", { name, exact: true });
const choose = (page: Page, name: string) => dialog(page).getByRole("radio", { name, exact: true }).check();

test.describe("with an article before one", () => {
  test.use({ serviceWorkers: "block" });

  test.beforeEach(async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await openSettings(page);
  });

  for (const [label, property, valueText] of [
    ["Size", "fontSize", "20 pixels"],
    ["Line spacing", "lineHeight", "1.7 times"],
    ["Line length", "maxInlineSize", "70 characters"],
    ["Letter spacing", "letterSpacing", "2 % of the text size"],
    ["Word spacing", "wordSpacing", "5 % of the text size"],
  ] as const) {
    test(`${label} changes the text at once, by slider and by buttons`, { tag: "@once" }, async ({ page }) => {
      const value = async () => Number.parseFloat((await typeOf(page))[property]) || 0;
      const first = await value();
      await button(page, `More: ${label}`).click();
      const more = await value();
      expect(more).toBeGreaterThan(first);
      await expect(slider(page, label)).toHaveAttribute("aria-valuetext", valueText);
      await expect(dialog(page)).toContainText(valueText);
      await button(page, `Less: ${label}`).click();
      expect(await value()).toBe(first);

      await slider(page, label).focus();
      await page.keyboard.press("ArrowRight");
      expect(await value()).toBe(more);

      await page.keyboard.press("Home");
      await expect(button(page, `Less: ${label}`)).toHaveAttribute("aria-disabled", "true");
      const least = await value();
      // It can be pressed, for it keeps the focus; it only says that it does nothing.
      await button(page, `Less: ${label}`).click({ force: true });
      expect(await value()).toBe(least);
      await page.keyboard.press("End");
      await expect(slider(page, label)).not.toHaveAttribute("aria-valuetext", valueText);
    });
  }

  test("a font changes the text, and only the text", { tag: "@once" }, async ({ page }) => {
    const app = () => dialog(page).evaluate((element) => getComputedStyle(element).fontFamily);
    const before = await app();
    expect((await typeOf(page)).fontFamily).toMatch(/serif$/);
    await choose(page, "Sans serif");
    expect((await typeOf(page)).fontFamily).toMatch(/^system-ui/);
    await choose(page, "Atkinson Hyperlegible");
    expect((await typeOf(page)).fontFamily).toMatch(/^"Atkinson Hyperlegible Next/);
    expect(await app()).toBe(before);
  });

  test("a theme colours the page and the browser's own bars", { tag: "@once" }, async ({ page }) => {
    for (const [name, theme] of [
      ["Paper", "light"],
      ["Dark", "dark"],
      ["Sepia", "sepia"],
      ["Grey", "grey"],
      ["Black", "black"],
      ["High contrast, light", "contrast-light"],
      ["High contrast, dark", "contrast"],
    ] as const) {
      await choose(page, name);
      expect(await paperOf(page)).toBe(PAPER[theme]);
      expect(await barColours(page)).toEqual({ light: PAPER[theme], dark: PAPER[theme] });
    }
    await choose(page, "Automatic");
    expect(await barColours(page)).toEqual({ light: PAPER.light, dark: PAPER.dark });
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await paperOf(page)).toBe(PAPER[colorScheme]);
    }
  });

  test("reset takes everything back in one step, and can be undone", { tag: "@once" }, async ({ page }) => {
    const status = page.getByRole("status");
    const root = page.locator("html");
    const first = await typeOf(page);
    await changeEverything(page);
    const changed = await typeOf(page);
    const style = await root.getAttribute("style");

    await button(page, "Reset text settings").click();
    expect(await typeOf(page)).toEqual(first);
    await expect(root).not.toHaveAttribute("data-theme");
    await expect(status).toHaveText("Text settings are back to what they were at first.");
    await expect(button(page, "Reset text settings")).toBeFocused();

    await button(page, "Reset text settings").click();
    await button(page, "Undo").click();
    await expect(button(page, "Undo")).toBeFocused();
    await expect(button(page, "Undo")).toHaveAttribute("aria-disabled", "true");
    expect(await typeOf(page)).toEqual(changed);
    expect(await root.getAttribute("style")).toBe(style);
    await expect(root).toHaveAttribute("data-theme", "sepia");
    await expect(status).toHaveText("Your text settings are back.");

    await button(page, "Reset text settings").click();
    await expect.poll(() => readStored(page, "preferences", "reader")).not.toHaveProperty("theme");
    await page.reload();
    expect(await typeOf(page)).toEqual(first);
  });

  test("are the same in another tab, at once", { tag: "@once" }, async ({ page, context }) => {
    const other = await context.newPage();
    await openArticle(other, RTL_ARTICLE);
    await changeEverything(page);
    await expect(other.locator("html")).toHaveAttribute("data-theme", "sepia");
    // Arabic letters are joined: they are not spaced.
    await expect.poll(() => typeOf(other)).toEqual({ ...(await typeOf(page)), letterSpacing: "normal" });
  });

  test("the text stays in sight while it is set", async ({ page }) => {
    const rest = await page.evaluate(() => {
      const { left, top } = document.querySelector("dialog")!.getBoundingClientRect();
      return Math.max(left / innerWidth, top / innerHeight);
    });
    expect(rest).toBeGreaterThan(0.35);
    const covered = await page.evaluate(() => {
      const text = document.querySelector("h1")!.getBoundingClientRect();
      const sheet = document.querySelector("dialog")!.getBoundingClientRect();
      return text.right > sheet.left && text.bottom > sheet.top;
    });
    expect(covered).toBe(false);
  });
});

test("screen-reader mode keeps the toolbar, and takes no place from scrolling", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  await openSettings(page);
  await dialog(page).getByRole("checkbox", { name: "Screen-reader mode" }).check();
  await page.keyboard.press("Escape");
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await expect(page.getByRole("navigation", { name: "Reading" })).toBeInViewport({ ratio: 1 });
  await expect(page.locator(".bar-progress")).toHaveText(/^0 %/);
  await page.locator("#b9").click();
  await expect(page.locator(".bar-progress")).not.toHaveText(/^0 %/);
});

test.describe("on a later visit", () => {
  for (const network of [true, false]) {
    test(`are in the page that arrives, ${network ? "with" : "without"} a network`, async ({ page, context }) => {
      await openLibrary(page);
      await workerReady(page);
      await openArticle(page, LONG_ARTICLE);
      await openSettings(page);
      await changeEverything(page);
      const chosen = await typeOf(page);
      await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ theme: "sepia", size: 20 });

      await context.setOffline(!network);
      await watchTakeover(page);
      await watchType(page);
      const response = await page.reload();
      expect(response?.fromServiceWorker()).toBe(true);
      const source = await response!.text();
      expect(source).toMatch(/<html[^>]* data-theme="sepia"/);
      expect(source).toContain('data-font="sans"');
      expect(source).toContain("--text-size:1.25rem");
      const barColours = Array.from(
        source.matchAll(/<meta\s+name="theme-color"\s+content="([^"]*)"/g),
        ([, colour]) => colour,
      );
      expect(new Set(barColours)).toEqual(new Set([PAPER.sepia]));

      await expect(page.locator(".bar-progress")).not.toBeEmpty();
      const { layoutShift, changes } = await takeover(page);
      expect(layoutShift).toBe(0);
      expect(changes).toBe(0);
      expect(await typesSeen(page)).toHaveLength(1);
      expect(await typeOf(page)).toEqual(chosen);
      expect(await paperOf(page)).toBe(PAPER.sepia);
    });
  }
});

test("no typeface travels before it is chosen, and then it stays", { tag: "@once" }, async ({ page, context }) => {
  const fonts: string[] = [];
  context.on("request", (request) => {
    // The letters of a name are no typeface.
    if (/(?<!-name-[^/]*)\.woff2$/.test(request.url())) fonts.push(request.url());
  });
  const loaded = () =>
    page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts]
        .filter(({ status }) => status === "loaded")
        .map(({ family }) => family.replaceAll('"', ""))
        .filter((family) => !family.endsWith(" name"));
    });
  await openLibrary(page);
  await workerReady(page);
  await openArticle(page, LONG_ARTICLE);
  await openSettings(page);
  await choose(page, "Sans serif");
  expect(fonts).toEqual([]);
  expect(await loaded()).toEqual([]);

  await choose(page, "Atkinson Hyperlegible");
  await expect.poll(loaded).toContain("Atkinson Hyperlegible Next Variable");
  expect(fonts.length).toBeGreaterThan(0);
  await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ font: "atkinson" });

  await context.setOffline(true);
  await page.reload();
  expect(await loaded()).toContain("Atkinson Hyperlegible Next Variable");
});

for (const [name, width] of [
  ["a laptop", 1280],
  ["a large screen", 2560],
] as const) {
  test(`lines are at most 80 characters long on ${name}, and never justified`, { tag: "@once" }, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openArticle(page, LONG_ARTICLE);
    const lines = await charactersPerLine(page);
    expect(lines.length).toBeGreaterThan(20);
    expect(Math.max(...lines)).toBeLessThanOrEqual(80);
    expect(Math.max(...lines), "nor much shorter than the setting says").toBeGreaterThan(55);
    const { lineHeight, fontSize, textAlign } = await typeOf(page);
    expect(Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)).toBeGreaterThanOrEqual(1.5);
    expect(textAlign).toBe("start");
  });
}

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press("Escape"); // The toolbar may be out of the way.
  await page.getByRole("button", { name: "Text settings" }).click();
  await expect(dialog(page)).toBeVisible();
}

async function changeEverything(page: Page): Promise<void> {
  await choose(page, "Sepia");
  await choose(page, "Sans serif");
  for (const setting of ["Size", "Line spacing", "Line length", "Letter spacing", "Word spacing"])
    await button(page, `More: ${setting}`).click();
}

function typeOf(page: Page) {
  return page.locator("#article").evaluate((element) => {
    const { fontFamily, fontSize, lineHeight, maxInlineSize, letterSpacing, wordSpacing, textAlign } =
      getComputedStyle(element);
    return { fontFamily, fontSize, lineHeight, maxInlineSize, letterSpacing, wordSpacing, textAlign };
  });
}

/** `#rrggbb`, as it is painted. */
function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const channels = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)!;
    return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
  });
}

/** The `theme-color` that a browser takes in either colour scheme. */
function barColours(page: Page) {
  return page.evaluate(() => {
    const metas = [...document.head.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
    const of = (scheme: string) => metas.find(({ media }) => media === "" || media.includes(scheme))?.content;
    return { light: of("light"), dark: of("dark") };
  });
}

type WatchedWindow = typeof globalThis & { typesSeen: Set<string> };

/** Notes from now on, in every frame of a page that is opened, how its text is set. */
async function watchType(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const typesSeen = new Set<string>();
    Object.assign(globalThis, { typesSeen });
    const look = () => {
      const element = document.getElementById("b0");
      if (element) {
        const { fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing, color } = getComputedStyle(element);
        typesSeen.add([fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing, color].join());
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

function typesSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(globalThis as WatchedWindow).typesSeen]);
}

/** How many characters each line of the article's paragraphs shows. */
function charactersPerLine(page: Page): Promise<number[]> {
  return page.locator("#article .prose p").evaluateAll((paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const lines: number[] = [];
      let bottom = Number.NEGATIVE_INFINITY;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let i = 0; i < node.nodeValue!.length; i++) {
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const box = range.getClientRects()[0];
          if (!box) continue;
          if (box.top > bottom - 4) lines.push(0);
          bottom = Math.max(bottom, box.bottom);
          lines[lines.length - 1]!++;
        }
      }
      return lines;
    }),
  );
}
