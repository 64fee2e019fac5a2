import { expect, type Locator, type Page, test } from "@playwright/test";
import { plant } from "./support/database.ts";
import { player } from "./support/player.ts";
import { openArticle, openLibrary, openMiniPlayer, openWholePlayer } from "./support/screens.ts";
import { openLanguages } from "./support/voices.ts";

/** A phone whose owner has text at twice the size: little is shown beside the text, so that there are lines of it to read. */
test.use({
  serviceWorkers: "block",
  viewport: { width: 390, height: 844 },
  contextOptions: { reducedMotion: "reduce" },
});

test.beforeEach(({ page }) => scaleText(page, 2));

/** As the reader's system has it. */
async function scaleText(page: Page, scale: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = session.send.bind(session) as (method: string, parameters: object) => Promise<unknown>;
  await send("Emulation.setEmulatedOSTextScale", { scale });
}

/** How many pixels of the window's height show the article, and how tall a line of its text is. */
function linesShown(page: Page): Promise<number> {
  return page.evaluate(() => {
    let height = 0;
    for (let y = 0; y < innerHeight; y++)
      if (document.elementFromPoint(innerWidth / 2, y)?.closest("#article")) height++;
    return height / Number.parseFloat(getComputedStyle(document.querySelector(".prose")!).lineHeight);
  });
}

for (const layout of ["scroll", "pages"] as const)
  test(`what is found has room around it: ${layout}`, { tag: "@once" }, async ({ page }) => {
    await openLibrary(page);
    await plant(page, { preferences: [{ layout }] });
    await openArticle(page, "a-page-of-everything");
    await page.keyboard.press("Alt+Shift+F");
    const search = page.getByRole("search");
    await search.getByRole("searchbox").fill("line");
    await expect(search).toContainText("1 of");
    // The way back, which stands over the foot of the text otherwise.
    await page.keyboard.press("Enter");
    await expect(search).toContainText("2 of");
    await expect.poll(() => linesShown(page)).toBeGreaterThan(6);
    const bar = (await search.boundingBox())!;
    expect(bar.y, "at the head of the window, clear of the keyboard on the screen").toBe(0);
    const found = await page.evaluate(() => {
      const [range] = CSS.highlights.get("found-current")!;
      const { left, top, width, height } = (range as Range).getBoundingClientRect();
      const points = [top + 2, top + height - 2].map((y) => document.elementFromPoint(left + width / 2, y));
      return points.map((element) => element?.closest("#article") !== null);
    });
    expect(found, "nothing lies over it").toEqual([true, true]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Contents" })).toBeVisible();
  });

test("the player leaves half of the window to the text", { tag: "@once" }, async ({ page }) => {
  await openWholePlayer(page);
  await player(page).getByRole("button", { name: "More controls" }).click();
  const [first, last] = await Promise.all(
    ["Previous sentence", "Faster"].map((name) => player(page).getByRole("button", { name }).boundingBox()),
  );
  expect(Math.abs(first!.y - last!.y), "sentences and speed in one row").toBeLessThan(20);
  expect((await player(page).boundingBox())!.height).toBeLessThan(844 * 0.45);
});

test("the steps stand in one row, also in large letters", { tag: "@once" }, async ({ page }) => {
  await openWholePlayer(page);
  const boxes = await stepBoxes(page);
  expect(boxes).toHaveLength(5);
  for (const { y, height, width } of boxes) {
    expect(Math.abs(y + height / 2 - (boxes[0]!.y + boxes[0]!.height / 2))).toBeLessThan(2);
    expect(Math.min(height, width)).toBeGreaterThanOrEqual(44);
  }
});

test("all of the opened player is in view in letters of the usual size", { tag: "@once" }, async ({ page }) => {
  await scaleText(page, 1);
  await openWholePlayer(page);
  const { y, height } = (await player(page).boundingBox())!;
  for (const button of await player(page).getByRole("button").all()) {
    const box = (await button.boundingBox())!;
    expect(box.y, await button.innerText()).toBeGreaterThanOrEqual(y);
    expect(box.y + box.height, await button.innerText()).toBeLessThanOrEqual(y + height);
  }
  await expect(player(page).getByText("Up next"), "as its neighbours have words").toBeVisible();
});

test("the way back stands as one with the player, in few lines", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, "a-page-of-everything");
  await page.getByRole("button", { name: "Listen" }).click();
  // While the text moves on with a voice the way back is hidden, as the toolbar is.
  await player(page).getByRole("button", { name: "Pause" }).click();
  await page.keyboard.press("Alt+Shift+C");
  await page.getByRole("dialog").getByRole("link", { name: "Words in a line" }).click();
  const way = page.getByRole("region", { name: "Where you are" });
  await expect(way.getByRole("button", { name: "Back to where you were" })).toBeVisible();
  const boxes = () => Promise.all([way, player(page)].map(async (each) => (await each.boundingBox())!));
  await expect
    .poll(async () => (await boxes())[0]!.y + (await boxes())[0]!.height - (await boxes())[1]!.y)
    .toBeCloseTo(0, 0);
  const [note] = await boxes();
  expect(note!.height).toBeLessThan(844 / 5);
  expect(await linesShown(page)).toBeGreaterThan(3);
});

test("the small player is one row, and its title a line or two of it", { tag: "@once" }, async ({ page }) => {
  await openMiniPlayer(page);
  const small = page.getByRole("region", { name: "Now reading aloud" });
  const tops = await small.locator("a, button").evaluateAll((all) =>
    all.map((each) => {
      const { top, height } = each.getBoundingClientRect();
      return top + height / 2;
    }),
  );
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(10);
  expect((await small.boundingBox())!.height).toBeLessThan(844 / 6);
});

test("what is chosen in a list is shown whole", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, "reading-with-lectern");
  await page.getByRole("button", { name: "Listen" }).click();
  const languages = await openLanguages(page);
  const list = languages.getByRole("combobox", { name: "Fetch another language" });
  await list.selectOption({ label: "Finnish, 0.1 MB" });
  expect(await lacking(list)).toBeLessThanOrEqual(0);
});

test("and in the player, where the letters are of the usual size", { tag: "@once" }, async ({ page }) => {
  await scaleText(page, 1);
  await openWholePlayer(page);
  const list = player(page).getByRole("combobox", { name: "Sleep timer" });
  await list.scrollIntoViewIfNeeded();
  expect(await lacking(list)).toBeLessThanOrEqual(0);
});

/** How many pixels wider a list would have to be to show what is chosen in it. */
function lacking(list: Locator): Promise<number> {
  return list.evaluate((select: HTMLSelectElement) => {
    const copy = select.cloneNode() as HTMLSelectElement;
    copy.append(select.selectedOptions[0]!.cloneNode(true));
    copy.style.cssText = "position: absolute; inline-size: max-content; max-inline-size: none";
    select.after(copy);
    const { width } = copy.getBoundingClientRect();
    copy.remove();
    return Math.round(width - select.getBoundingClientRect().width);
  });
}

async function stepBoxes(page: Page) {
  const buttons = await player(page).getByRole("group", { name: "Go to" }).getByRole("button").all();
  return Promise.all(buttons.map(async (button) => (await button.boundingBox())!));
}
