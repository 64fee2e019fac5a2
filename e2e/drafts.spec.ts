import { expect, type Page, test } from "@playwright/test";
import { openDraft } from "./support/adding-screens.ts";
import { openLibrary } from "./support/screens.ts";

test.use({ serviceWorkers: "block" });

const draft = (page: Page) => page.getByRole("region", { name: "Check it before it is saved" });
const field = (page: Page, name: string) => draft(page).getByLabel(name, { exact: true });

const WITH_LINKS = `Salt roads of the hills

Salt was carried over the pass for eight hundred years, on the backs of mules and of people, and the road still shows where they went.

The first of these roads was cut by monks. They needed salt for the winter, and they had no sea. A mule took a hundred and twenty kilos.

A mule knew the way better than its driver did.

Read more:
The price of a mule https://example.org/mules
The salt tax https://example.org/tax`;

async function correct(page: Page): Promise<void> {
  await field(page, "Title").fill("Roads of salt");
  await field(page, "Author").pressSequentially("Ada Brown");
  await field(page, "Date").fill("2026-06-21");
  await field(page, "Language").selectOption({ label: "Arabic" });
  await draft(page).getByRole("button", { name: "Put it back: The price of a mule" }).click();
  await field(page, "Where does the article end?").selectOption({
    label: "Before “A mule knew the way better than its driver did.”",
  });
}

async function expectCorrected(page: Page): Promise<void> {
  await expect(field(page, "Title")).toHaveValue("Roads of salt");
  await expect(field(page, "Author")).toHaveValue("Ada Brown");
  await expect(field(page, "Date")).toHaveValue("2026-06-21");
  await expect(field(page, "Language").locator("option:checked").first()).toHaveText("Arabic");
  await expect(draft(page).getByRole("radio", { name: "Right to left" })).toBeChecked();
  await expect(draft(page).getByRole("button", { name: /^Put it back/ })).toHaveAccessibleName(/The salt tax/);
  await expect(draft(page).getByRole("article", { name: "The text" })).not.toContainText("A mule knew the way");
  await expect(field(page, "Where does the article end?").locator("option:checked")).toContainText("A mule knew");
}

test("a draft is as it was corrected after a reload, and when its view has been left", async ({ page }) => {
  await openDraft(page, WITH_LINKS);
  await correct(page);
  await expectCorrected(page);
  await page.getByRole("banner").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
  await page.goBack();
  await expectCorrected(page);
  await page.reload();
  await expectCorrected(page);

  // What was cut off is there as well.
  await field(page, "Where does the article end?").selectOption({ label: "At the end of the text" });
  await expect(draft(page).getByRole("article", { name: "The text" })).toContainText("A mule knew the way");
  await expect(draft(page).getByRole("article", { name: "The text" })).toContainText("The price of a mule");
});

test("a draft whose tab has been killed is as it was corrected", { tag: "@once" }, async ({ page, context }) => {
  await openDraft(page, WITH_LINKS);
  await correct(page);
  await page.goto("about:blank");
  await page.close();
  const next = await context.newPage();
  await openLibrary(next);
  await next.goto("add");
  await expectCorrected(next);
});

test("a discarded draft comes back as it was corrected", { tag: "@once" }, async ({ page }) => {
  await openDraft(page, WITH_LINKS);
  await correct(page);
  await draft(page).getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expectCorrected(page);
});

const LONG = "The long and winding history of the salt roads of the hills, and of those who walked them by night";

test("a long headline is shown whole, and stays one line of text", async ({ page }) => {
  await openDraft(page);
  const title = field(page, "Title");
  await title.fill(LONG);
  const hidden = () =>
    title.evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]);
  await expect.poll(hidden).toEqual([0, 0]);
  await title.press("End");
  await title.press("Enter");
  await expect(title).toHaveValue(LONG);
  // A paste comes as one piece of input.
  await title.fill("Salt");
  await page.keyboard.press("End");
  await page.keyboard.insertText(" roads\nof the\r\nhills");
  await expect(title).toHaveValue("Salt roads of the hills");
  expect(await title.evaluate((box: HTMLTextAreaElement) => box.selectionStart)).toBe("Salt roads of the hills".length);
});

const NOTED = `# The tides of June

The tide comes in twice a day.[^1] The harbour sets its **clocks** by it.

[^1]: Measured at the harbour wall.
`;

test("the notes of a draft are a list of their own, inside of its column", { tag: "@once" }, async ({ page }) => {
  await openDraft(page, NOTED);
  const text = draft(page).getByRole("article", { name: "The text" });
  const note = text.locator("[role=doc-endnotes]").getByRole("list").getByRole("listitem");
  await expect(note).toContainText("Measured at the harbour wall.");
  const lefts = await note.evaluate((item) =>
    [item, item.closest(".draft-text")!].map((one) => one.getBoundingClientRect().left),
  );
  // Its number stands in front of it.
  expect(lefts[0]! - lefts[1]!).toBeGreaterThan(12);
});
