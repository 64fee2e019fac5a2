import { expect, type Page } from "@playwright/test";
import { test } from "./support/fake-speech.ts";
import { storedPlace, topOf } from "./support/place.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const { record } = shippedArticle(LONG_ARTICLE);

test.beforeEach(async ({ speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
});

test("where one is stands no longer than until the voice is elsewhere", async ({ page, speech }) => {
  await speech.listen();
  await speech.finishSentences(2);
  await page.keyboard.press("Alt+Shift+W");
  const region = page.getByRole("region", { name: "Where you are" });
  await speech.until(() => expect(region).toBeVisible({ timeout: 1 }));
  await speech.finishSentences(2);
  await expect(region).toHaveCount(0);
});

test.describe("the page follows the voice", () => {
  test("and moves once for a sentence that has left the middle of the window", async ({ page, speech }) => {
    await speech.listen();
    await speech.finishSentences(2);
    const steps = await recordSteps(page);
    await speech.finishAll();
    const sentences = await steps();
    expect(sentences.length).toBeGreaterThan(30);
    for (const { text, before, after, moved, movedLater } of sentences) {
      if (before > 0.25 && before < 0.5) expect(moved, `no need to move for “${text}”`).toBe(0);
      expect(after, `“${text}” can be seen`).toBeGreaterThan(0.05);
      expect(after, `“${text}” can be seen`).toBeLessThan(0.75);
      expect(movedLater, `nothing moves within “${text}”`).toBe(0);
    }
    const moves = sentences.filter(({ moved }) => moved !== 0);
    expect(moves.length).toBeGreaterThan(2);
    expect(moves.length).toBeLessThan(sentences.length / 2);
  });

  test("until the wheel is turned, and again from the press of a button", async ({ page, speech }) => {
    await speech.listen();
    await speech.finishSentences(4);
    await page.mouse.move(200, 300);
    const left = await scrolled(page, () => page.mouse.wheel(0, 1500));
    expect(left).toBeGreaterThan(500);
    await speech.finishSentences(3);
    expect(await scrollTop(page), "the page stays where the reader has gone").toBe(left);

    await page.getByRole("button", { name: "Back to the voice" }).click();
    await speech.pass(100);
    await expect(page.getByRole("button", { name: "Back to the voice" })).toHaveCount(0);
    await expect.poll(() => topOfSentence(page)).toBeLessThan(0.5);
    expect(await topOfSentence(page)).toBeGreaterThan(0.05);
    const back = await scrollTop(page);
    await speech.finishSentences(12);
    expect(await scrollTop(page), "followed again").toBeGreaterThan(back);
    expect(await topOfSentence(page)).toBeLessThan(0.75);
  });

  test("until a finger moves over the text", async ({ page, speech }, { project }) => {
    test.skip(project.name !== "phone", "needs a touch screen");
    await speech.listen();
    await speech.finishSentences(2);
    const left = await scrolled(page, () => swipeUp(page));
    await speech.pass(100);
    await expect(page.getByRole("button", { name: "Back to the voice" })).toBeVisible();
    await speech.finishSentences(3);
    expect(await scrollTop(page)).toBe(left);
  });

  for (const key of ["PageDown", "ArrowDown", "End"]) {
    test(`until ${key} scrolls it, wherever the focus is`, { tag: "@once" }, async ({ page, speech }) => {
      await speech.listen();
      await speech.finishSentences(2);
      await expect(page.getByRole("button", { name: "Stop listening" })).toBeFocused();
      const left = await scrolled(page, () => page.keyboard.press(key));
      await speech.pass(100);
      await expect(page.getByRole("button", { name: "Back to the voice" })).toBeVisible();
      await speech.finishSentences(3);
      expect(await scrollTop(page)).toBe(left);
    });
  }

  test("until the keyboard moves to a link in the text", { tag: "@once" }, async ({ page, speech }) => {
    await speech.listen();
    await speech.finishSentences(2);
    const left = await scrolled(page, () => page.locator("#article a[role=doc-noteref]").focus());
    await speech.pass(100);
    await expect(page.getByRole("button", { name: "Back to the voice" })).toBeVisible();
    await speech.finishSentences(3);
    expect(await scrollTop(page)).toBe(left);
    await expect(page.locator("#article a[role=doc-noteref]")).toBeInViewport();
  });

  test("and not before there is anything to follow", { tag: "@once" }, async ({ page, speech }) => {
    await speech.listen();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.mouse.move(200, 300);
    await scrolled(page, () => page.mouse.wheel(0, 600));
    await speech.pass(100);
    await expect(page.getByRole("button", { name: "Back to the voice" })).toHaveCount(0);
  });

  test("and keys that belong to a control let it", { tag: "@once" }, async ({ page, speech }) => {
    await speech.listen();
    await speech.finishSentences(2);
    await page.getByRole("combobox", { name: "Voice" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("button", { name: "Pause" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    await speech.pass(1000);
    await expect(page.getByRole("button", { name: "Back to the voice" })).toHaveCount(0);
  });
});

test("the place is kept while listening, and listening goes on there", async ({ page, speech }) => {
  await speech.listen();
  await speech.finishSentences(12);
  await speech.pass(1000);
  const sentence = await speech.now();
  const { block, offset } = await placeOfSentence(page);
  await expect.poll(() => storedPlace(page, LONG_ARTICLE)).toEqual({ block, offset });
  const progress = await page.locator(".bar-progress").textContent();
  expect(progress).not.toMatch(/^0 %/);

  await speech.reload();
  await expect(page.locator(".bar-progress")).toHaveText(progress!);
  expect(await topOf(page, { block, offset })).toBeGreaterThan(0);
  expect(await topOf(page, { block, offset })).toBeLessThan(page.viewportSize()!.height / 3);
  await speech.listen();
  expect((await speech.spoken())[0]?.text).toBe(sentence);

  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Library" }).click();
  await speech.until(() => expect(continued(page)).toBeVisible({ timeout: 1 }));
  await expect(continued(page).getByRole("link")).toHaveText(record.title);
  await expect(continued(page)).toContainText(`${progress!.split(" ")[0]} % read`);
});

test(
  "what has been heard to its end is finished, and begins anew when it is asked for",
  { tag: "@once" },
  async ({ page, speech }) => {
    await speech.listen();
    await speech.finishAll();
    await expect(page.locator(".bar-progress")).toHaveText("100 % · finished");
    await expect(page.getByRole("region", { name: "Read aloud" })).toContainText("Finished reading aloud.");
    await speech.pass(1000);
    await page.getByRole("link", { name: "Library" }).click();
    const card = page.getByRole("listitem").filter({ hasText: record.title });
    await speech.until(() => expect(card).toBeVisible({ timeout: 1 }));
    await expect(card).toContainText("Finished");
    await expect(continued(page)).toHaveCount(0);

    await speech.open(`read/${LONG_ARTICLE}`);
    await expect(page.locator(".bar-progress")).toHaveText("100 % · finished");
    await speech.listen();
    expect((await speech.spoken())[0]?.text).toBe(`${record.title}.`);
  },
);

function continued(page: Page) {
  return page.getByRole("region", { name: "Continue reading" });
}

/** One sentence, as the page moved for it: where its first line stood before and after, as parts of the height above the player. */
interface Step {
  text: string;
  before: number;
  after: number;
  /** By how many pixels the page moved when it began, and then while it was said. */
  moved: number;
  movedLater: number;
}

/** From now on notes how the page moves for each sentence that is painted. */
async function recordSteps(page: Page): Promise<() => Promise<Step[]>> {
  await page.evaluate(() => {
    const steps: Step[] = [];
    let last = scrollY;
    addEventListener("fake-speech", (event) => {
      const { type, text } = (event as CustomEvent<{ type: string; text: string }>).detail;
      const moved = scrollY - last;
      last = scrollY;
      if (type === "word") {
        const step = steps.at(-1);
        if (step) step.movedLater += Math.abs(moved);
        return;
      }
      const [range] = CSS.highlights.get("sentence") ?? [];
      if (!(range instanceof Range)) return;
      const { top } = range.getClientRects()[0]!;
      const height = document.querySelector(".player")!.getBoundingClientRect().top;
      steps.push({ text, before: (top + moved) / height, after: top / height, moved, movedLater: 0 });
    });
    Object.assign(globalThis, { steps });
  });
  return () => page.evaluate(() => (globalThis as typeof globalThis & { steps: Step[] }).steps);
}

/** Where the painted sentence begins, as a part of the height of the window. */
function topOfSentence(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get("sentence") ?? [];
    return (range as Range).getClientRects()[0]!.top / innerHeight;
  });
}

/** Where the painted sentence begins in the text. Right for paragraphs without pictures. */
function placeOfSentence(page: Page): Promise<{ block: number; offset: number }> {
  return page.evaluate(() => {
    const [painted] = CSS.highlights.get("sentence") ?? [];
    const { startContainer, startOffset } = painted as Range;
    const element = startContainer.parentElement!.closest("[id^=b]")!;
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEnd(startContainer, startOffset);
    return { block: Number(element.id.slice(1)), offset: before.toString().length };
  });
}

function scrollTop(page: Page): Promise<number> {
  return page.evaluate(() => scrollY);
}

/** Does what moves the page, waits until it has come to rest, and says where. */
async function scrolled(page: Page, move: () => Promise<void>): Promise<number> {
  const end = page.evaluate(
    () => new Promise((resolve) => addEventListener("scrollend", () => resolve(scrollY), { once: true })),
  );
  await move();
  return (await end) as number;
}

async function swipeUp(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] });
  await finger("touchStart", 400);
  for (let y = 380; y >= 100; y -= 20) await finger("touchMove", y);
  await finger("touchEnd");
  await session.detach();
}
