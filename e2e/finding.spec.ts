import { expect, type Page, test } from "@playwright/test";
import type { Block } from "../src/domain/article.ts";
import { watchAnnouncements } from "./support/announcements.ts";
import { expectAtTop } from "./support/at-top.ts";
import { test as voices } from "./support/fake-speech.ts";
import { tabTo } from "./support/keyboard.ts";
import { storedPlace } from "./support/place.ts";
import { openArticle, RTL_ARTICLE } from "./support/screens.ts";
import { serveArticle } from "./support/served-article.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const EVERYTHING = "a-page-of-everything";

test.use({ serviceWorkers: "block", contextOptions: { reducedMotion: "reduce" } });

const contents = (page: Page) => page.getByRole("dialog", { name: "Contents" });
const field = (page: Page) => page.getByRole("searchbox", { name: "Find in the article" });
const count = (page: Page) => page.locator(".find-count");

async function openContents(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Contents" }).click();
  await expect(contents(page)).toBeVisible();
}

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Alt+Shift+F");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(text);
}

test("a key counts as soon as the toolbar is there, and not a frame later", { tag: "@once" }, async ({ page }) => {
  await page.addInitScript(() => {
    const press = { key: "F", code: "KeyF", altKey: true, shiftKey: true, bubbles: true, cancelable: true };
    new MutationObserver((_, observer) => {
      if (!document.querySelector(".bar-progress:not(:empty)")) return;
      observer.disconnect();
      document.body.dispatchEvent(new KeyboardEvent("keydown", press));
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await openArticle(page, LONG_ARTICLE);
  await expect(field(page)).toBeFocused();
});

/** The texts under the paint of what was found: the current one, and how many others. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const texts = (name: string) => [...(CSS.highlights.get(name) ?? [])].map((range) => `${range as Range}`);
    return { current: texts("found-current"), others: texts("found").length };
  });

test("what is typed before the field is there is found as well", { tag: "@once" }, async ({ page }) => {
  let letThrough = () => {};
  const asked = new Promise<void>((resolve) => {
    void page.route(/Finding-[^/]*\.js$/, async (route) => {
      resolve();
      await new Promise<void>((go) => (letThrough = go));
      await route.continue();
    });
  });
  await openArticle(page, EVERYTHING);
  await page.keyboard.press("Alt+Shift+F");
  await asked;
  await page.keyboard.type("linnx");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  letThrough();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("e");
  await expect(field(page)).toHaveValue("line");
  await expect(count(page)).toContainText(/^1 of \d/);
});

test.describe("contents", () => {
  test("list the sections, lead there by keyboard, and back again", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await tabTo(page, "Contents");
    await page.keyboard.press("Enter");
    await expect(contents(page).getByRole("heading", { level: 2 })).toBeFocused();
    await expect(contents(page)).toHaveAccessibleDescription(
      "Before the first section, 0\u00a0% read, 3 minutes to read.",
    );
    await expect(contents(page).locator("[aria-current]")).toHaveText("Beginning");
    const nested = contents(page).getByRole("listitem").filter({ hasText: "Words in a line" }).getByRole("list");
    await expect(nested.getByRole("link", { name: "Blocks that run the other way" })).toBeVisible();

    await tabTo(page, "Tables");
    await page.keyboard.press("Enter");
    await expect(contents(page)).toHaveCount(0);
    const heading = page.locator("#article").getByRole("heading", { name: "Tables" });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport({ ratio: 1 });
    const block = Number((await heading.getAttribute("id"))!.slice(1));
    await expect.poll(() => storedPlace(page, EVERYTHING)).toEqual({ block, offset: 0 });

    await openContents(page);
    await expect(contents(page).locator("[aria-current]")).toHaveText("Tables");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Contents" })).toBeFocused();

    await page.getByRole("button", { name: "Back to where you were" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect.poll(() => storedPlace(page, EVERYTHING)).toEqual({ block: 0, offset: 0 });
    await expect(page.getByRole("button", { name: "Back to where you were" })).toHaveCount(0);
  });

  test("offer the way back at their top as well", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await openContents(page);
    await expect(contents(page).getByRole("button", { name: "Back to where you were" })).toHaveCount(0);
    const links = contents(page).getByRole("link");
    await links.nth(2).click();
    await openContents(page);
    await contents(page).getByRole("button", { name: "Back to where you were" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });

  test("keep the focus on the heading when the next key is Tab", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await openContents(page);
    await contents(page).getByRole("link", { name: "Pictures" }).click();
    await page.keyboard.press("Tab");
    await expect(page.locator("#article").getByRole("button", { name: "Enlarge the image" })).toBeFocused();
    await expect(page.locator("#article h2[tabindex]")).toHaveCount(0);
  });

  test("have the links with where they lead, and the notes with where they stand", async ({ page, context }) => {
    await openArticle(page, EVERYTHING);
    await openContents(page);
    const outside = contents(page).getByRole("link", { name: "Provincial Letters" });
    await expect(outside).toHaveAccessibleName(/^Provincial Letters en\.wikipedia\.org, opens in a new tab$/);
    await expect(outside).toHaveAttribute("rel", "noopener noreferrer");
    await context.route("https://en.wikipedia.org/**", (route) => route.fulfill({ body: "There." }));
    const [popup] = await Promise.all([page.waitForEvent("popup"), outside.click()]);
    expect(popup.url()).toContain("en.wikipedia.org");
    await popup.close();

    await contents(page)
      .getByRole("link", { name: /^Note 1/ })
      .click();
    const reference = page.locator("#ref-1");
    await expect(reference).toBeFocused();
    await expect(reference).toBeInViewport();
  });

  test("lead on to other articles, and close", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await openContents(page);
    await contents(page).getByRole("link", { name: "link in Lectern" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      shippedArticle("reading-with-lectern").record.title,
    );
    await expect(contents(page)).toHaveCount(0);
  });

  test("say kindly that there are no headings, and leave out empty lists", { tag: "@once" }, async ({ page }) => {
    const { record } = shippedArticle(EVERYTHING);
    const blocks: Block[] = [{ type: "paragraph", content: [{ text: "One piece." }] }];
    await serveArticle(page, { record, body: { id: record.id, blocks, related: [] } });
    await openArticle(page, EVERYTHING);
    await openContents(page);
    await expect(contents(page)).toContainText("This article has no headings");
    await expect(contents(page).getByRole("heading", { level: 3 })).toHaveText(["Sections"]);
    await expect(contents(page).getByRole("link")).toHaveText(["Beginning"]);
  });
});

test.describe("a note", () => {
  test("opens in place, is said, and gives the focus back", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    const before = await page.locator("#article").ariaSnapshot();
    const reference = page.locator("#ref-1");
    await reference.focus();
    await page.keyboard.press("Enter");
    const note = page.getByRole("dialog", { name: "Note 1" });
    await expect(note.getByRole("heading", { name: "Note 1" })).toBeFocused();
    await expect(note).toHaveAccessibleDescription(/^Proper inferior figures/);
    await expect(note.locator(".prose [id]")).toHaveCount(0);
    await expect(note.locator(".note-back")).toHaveCount(0);
    await expect(reference).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(note).toHaveCount(0);
    await expect(reference).toBeFocused();

    await page.keyboard.press("Enter");
    await expect(note.getByRole("heading", { name: "Note 1" })).toBeFocused();
    await tabTo(page, "Close");
    await page.keyboard.press("Enter");
    await expect(reference).toBeFocused();
    expect(await page.locator("#article").ariaSnapshot()).toBe(before);
  });

  test("can be gone to, without a step in the reading, and left again", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await page.locator("#ref-1").click();
    await page.getByRole("dialog", { name: "Note 1" }).getByRole("button", { name: "Go to the note" }).click();
    const note = page.locator("#note-1");
    await expect(note).toBeFocused();
    await expect(note).toBeInViewport();
    await expect(page.locator(".bar-progress")).toHaveText(/^0 %/);
    await page.keyboard.press("Tab");
    await expect(note.getByRole("link", { name: /^Back to the text/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#ref-1")).toBeInViewport();
  });

  test("covers neither its reference nor the window's edge", { tag: "@once" }, async ({ page }) => {
    for (const [width, height] of [
      [320, 640],
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await openArticle(page, LONG_ARTICLE);
      const references = page.locator("#article .note-reference");
      for (const reference of [references.first(), references.last()]) {
        await reference.evaluate((element) => element.scrollIntoView({ block: "start" }));
        await reference.click();
        const note = page.locator(".note-card");
        await expect(note).toBeInViewport({ ratio: 0.99 });
        const [card, word] = [(await note.boundingBox())!, (await reference.boundingBox())!];
        const apart = card.y >= word.y + word.height - 1 || card.y + card.height <= word.y + 1;
        expect(apart, `${width} × ${height}`).toBe(true);
        await page.keyboard.press("Escape");
      }
    }
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("is one press away, and so is the way back; what needs a script is not there", async ({ page }) => {
      await page.goto(`read/${EVERYTHING}`);
      await page.locator("#ref-1").click();
      await expect(page.locator("#note-1")).toBeInViewport();
      await page.getByRole("link", { name: /^Back to the text/ }).click();
      await expect(page.locator("#ref-1")).toBeInViewport();
      await expect(page.locator(".enlarge")).toBeHidden();
      await expect(page.getByRole("button", { name: "Contents" })).toBeHidden();
      await expect(page.locator("#article a[href*='wikipedia']").first()).toHaveAttribute("target", "_blank");
    });
  });
});

test.describe("an image", () => {
  const dialog = (page: Page) => page.getByRole("dialog", { name: "Image" });

  test("is enlarged by keyboard, moved by arrow keys, and gives the focus back", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    const button = page.locator("#article").getByRole("button", { name: "Enlarge the image" });
    await button.focus();
    await page.keyboard.press("Space");
    await expect(dialog(page).getByRole("heading", { name: "Image" })).toBeFocused();
    await expect(dialog(page)).toContainText("A page with a heading, two paragraphs");
    await expect(dialog(page)).toContainText("The parts of a page.");
    const picture = dialog(page).locator("img");
    const scroller = page.locator(".image-scroller");
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeTruthy();
    const size = async () => (await picture.boundingBox())!.width;
    const fits = () =>
      scroller.evaluate((box) => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight);
    expect(await fits()).toBe(true);
    const before = await size();

    await tabTo(page, "Zoom in");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect((await size()) / before).toBeCloseTo(2, 1);
    await expect(dialog(page).getByRole("slider", { name: "Size" })).toHaveAttribute("aria-valuetext", "200 %");
    await tabTo(page, "The image. Arrow keys move it when it is larger than the window.");
    const [left] = await scroller.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => scroller.evaluate(({ scrollLeft }) => scrollLeft)).toBeLessThan(left!);

    await tabTo(page, "Zoom out", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await fits()).toBe(true);
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
  });

  test("opens by a press on it, and leaves the toolbar as it is", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    const image = page.locator("#article figure > img");
    await page.mouse.wheel(0, 200);
    await expect(page.locator("html")).toHaveAttribute("data-bar", "away");
    await image.scrollIntoViewIfNeeded();
    await image.click();
    await expect(dialog(page)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-bar", "away");
    await dialog(page).getByRole("button", { name: "Close" }).click();
    await expect(page.locator("#article").getByRole("button", { name: "Enlarge the image" })).toBeFocused();
  });
});

test("a link that leads outside says so, and is not copied with it", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, EVERYTHING);
  const link = page.locator("#article").getByRole("link", { name: "Provincial Letters" });
  await expect(link).toHaveAccessibleName("Provincial Letters, opens in a new tab");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  const copied = await link.evaluate((a) => {
    getSelection()!.selectAllChildren(a.closest("figcaption")!);
    return `${getSelection()}`;
  });
  expect(copied).toBe("Blaise Pascal, Provincial Letters, letter 16");
  await expect(page.locator("#article").getByRole("link", { name: "link", exact: true })).not.toHaveAttribute("target");
});

test.describe("find", () => {
  test("counts, paints and steps, all by keyboard, and says each step once", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    const announced = await watchAnnouncements(page);
    await find(page, "PÁGE");
    await expect(count(page)).toHaveText("1 of 7");
    expect(await painted(page)).toEqual({ current: ["page"], others: 6 });
    await expect.poll(announced).toEqual(["1 of 7"]);
    await page.keyboard.press("Enter");
    await expect(count(page)).toHaveText("2 of 7");
    await expect.poll(announced).toHaveLength(2);
    expect((await announced())[1]).toMatch(/^2 of 7: .*mise en page/);
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Shift+Enter");
    await expect(count(page)).toHaveText("7 of 7");
    await tabTo(page, "Next match");
    await page.keyboard.press("Enter");
    await expect(count(page)).toHaveText("1 of 7");
    await expect(page.getByRole("button", { name: "Next match" })).toBeFocused();
    expect(await painted(page)).toMatchObject({ current: ["page"] });
  });

  test("is left at the match: the focus is in its block, and reading goes on there", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await find(page, "square root");
    await expect(count(page)).toHaveText("No matches");
    await field(page).fill("lead  between");
    await expect(count(page)).toHaveText("1 of 1");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("search")).toHaveCount(0);
    expect(await painted(page)).toEqual({ current: [], others: 0 });
    const block = page.locator("#article p:focus");
    await expect(block).toContainText("strips of lead between rows of type");
    await expect(block).toBeInViewport();
    const place = await storedPlaceOf(page);
    expect(place!.offset).toBeGreaterThan(0);
    await page.reload();
    await expectAtTop(page, place!);
  });

  test("is left at the match by an Escape that comes as soon as it is shown", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await find(page, "square root");
    await expect(count(page)).toHaveText("No matches");
    // Between the two nothing is painted, however fast the machine.
    await field(page).evaluate(async (input) => {
      (input as HTMLInputElement).value = "lead  between";
      input.dispatchEvent(new Event("input", { bubbles: true }));
      const found = () => document.querySelector(".find-count")!.textContent === "1 of 1";
      for (let turns = 0; !found() && turns < 100; turns++) await Promise.resolve();
      if (!found()) throw new Error("The match is not shown before the next frame.");
      input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    });
    await expect(page.locator("#article p:focus")).toContainText("strips of lead between rows of type");
  });

  test("with nothing found gives the focus back, and moves nothing", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await openContents(page);
    const announced = await watchAnnouncements(page);
    await contents(page).getByRole("button", { name: "Find in the article" }).click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("zebra crossing");
    await expect.poll(announced).toEqual(["No matches"]);
    await expect(page.getByRole("button", { name: "Next match" })).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Contents" })).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("shows each match clear of all bars, also inside of what scrolls by itself", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await find(page, "e");
    const total = Number((await count(page).textContent())!.replace(/^.* of /, ""));
    expect(total).toBeGreaterThan(100);
    for (const text of ["page", "176", "line-height", "Letter"]) {
      await field(page).fill(text);
      const matches = Number((await count(page).textContent())!.replace(/^.* of /, ""));
      for (let i = 0; i < matches; i++) {
        await page.keyboard.press("Enter");
        expect(await matchIsClear(page), `${text}, ${i}`).toBe(true);
      }
    }
  });

  test("finds in a text from right to left", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, RTL_ARTICLE);
    await find(page, "القراءة");
    await expect(count(page)).toHaveText(/^1 of \d+$/);
    expect((await painted(page)).current).toHaveLength(1);
  });

  test("does not take the browser's own keys", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, EVERYTHING);
    const taken = () =>
      page.evaluate(() => {
        const event = new KeyboardEvent("keydown", {
          key: "f",
          code: "KeyF",
          ctrlKey: true,
          cancelable: true,
          bubbles: true,
        });
        return !document.body.dispatchEvent(event);
      });
    expect(await taken()).toBe(false);
    await expect(page.getByRole("search")).toHaveCount(0);
  });

  test("stays out of the way of other dialogs, and leaves with the article", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, EVERYTHING);
    const settings = page.getByRole("dialog", { name: "Text settings" });
    await page.getByRole("button", { name: "Text settings" }).click();
    await expect(settings).toBeVisible();
    await page.keyboard.press("Alt+Shift+F");
    await page.waitForLoadState("networkidle");
    await expect(settings).toBeVisible();
    await expect(page.getByRole("search")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(settings).toHaveCount(0);
    await find(page, "page");
    await page.getByRole("link", { name: "Library" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeFocused();
    await expect(page.getByRole("search")).toHaveCount(0);
    expect(await painted(page)).toEqual({ current: [], others: 0 });
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.getByRole("search")).toHaveCount(0);
  });

  test("leaves its field the letters that are typed with Option, and goes on hearing its keys", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await find(page, "page");
    const press = (key: string) =>
      page.evaluate((name) => {
        const more = { code: "KeyL", altKey: true, shiftKey: true, bubbles: true, cancelable: true };
        return document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: name, ...more }));
      }, key);
    expect(await press("Ł"), "it is typed").toBe(true);
    expect(await press("L"), "it is heard").toBe(false);
    await expect(page.getByRole("region", { name: "Read aloud" })).toBeVisible();
  });

  voices("works beside a voice: both bars stay, and reading aloud goes on from the match", async ({ page, speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
    await page.keyboard.press("Alt+Shift+F");
    await speech.until(() => expect(field(page)).toBeFocused({ timeout: 1 }));
    await page.keyboard.type("Kursk");
    await speech.until(() => expect(count(page)).toHaveText(/^\d+ of \d+$/, { timeout: 1 }));
    await expect(page.getByRole("region", { name: "Read aloud" })).toBeVisible();
    await page.keyboard.press("Shift+Enter");
    await speech.pass(100);
    await page.keyboard.press("Shift+Enter");
    await speech.pass(100);
    expect(await matchIsClear(page)).toBe(true);
    await page.keyboard.press("Escape");
    await speech.pass(500);
    const focused = await page.evaluate(() => document.activeElement!.id);
    expect(focused).toMatch(/^b\d+$/);
    const spoken = await page.evaluate(() => {
      const [range] = CSS.highlights.get("sentence") ?? [];
      return (range as Range | undefined)?.startContainer.parentElement?.closest("[id^=b]")?.id;
    });
    expect(spoken).toBe(focused);
    expect(await speech.now()).toBeDefined();
  });
});

test.describe("where am I", () => {
  test("is said once, and shown until it is no longer true", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await openContents(page);
    await contents(page).getByRole("link", { name: "Tables" }).click();
    const announced = await watchAnnouncements(page);
    await page.keyboard.press("Alt+Shift+W");
    const sentence = /^In the section “Tables”, \d+\u00a0% read, 1 minute to read\.$/;
    await expect.poll(announced).toEqual([expect.stringMatching(sentence)]);
    const shown = page.getByRole("region", { name: "Where you are" }).getByRole("paragraph");
    await expect(shown).toHaveText(sentence);
    await expect(shown).toBeInViewport({ ratio: 1 });
    await page.mouse.wheel(0, 60);
    await expect(shown).toHaveCount(0);
    expect(await announced()).toHaveLength(1);
  });

  test("is shown to whoever asks while the toolbar is away", async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await page.mouse.wheel(0, 900);
    await expect(page.getByRole("navigation", { name: "Reading" })).not.toBeInViewport();
    await page.keyboard.press("Alt+Shift+W");
    const shown = page.getByRole("region", { name: "Where you are" }).getByRole("paragraph");
    await expect(shown).toBeInViewport({ ratio: 1 });
    await page.mouse.wheel(0, 60);
    await expect(shown).toHaveCount(0);
  });

  test("is closed by Escape, which leaves the focus in the text", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await page.mouse.wheel(0, 900);
    // To go on takes the line away again.
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    await page.keyboard.press("Alt+Shift+W");
    const region = page.getByRole("region", { name: "Where you are" });
    await expect(region).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(region).toHaveCount(0);
    await expect(page.locator("#article :focus")).toHaveCount(1);
  });

  test("can be asked for in the contents, where it stands as text", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await openContents(page);
    const announced = await watchAnnouncements(page);
    await contents(page).getByRole("button", { name: "Where am I?" }).click();
    await expect(contents(page)).toHaveCount(0);
    await expect.poll(announced).toEqual([expect.stringMatching(/0\u00a0% read, \d+ minutes to read\.$/)]);
    await expect(page.getByRole("button", { name: "Contents" })).toBeFocused();
  });
});

/** The current match lies between the bars, and inside of what scrolls around it. */
function matchIsClear(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get("found-current")!;
    const { left, right, top, bottom } = (range as Range).getClientRects()[0]!;
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return (
      there !== null &&
      (range as Range).startContainer.parentElement!.contains(there) &&
      left >= 0 &&
      right <= innerWidth + 1
    );
  });
}

/** The place in the text, once it has been stored. */
async function storedPlaceOf(page: Page) {
  await expect.poll(() => storedPlace(page, EVERYTHING)).toBeTruthy();
  return storedPlace(page, EVERYTHING);
}
