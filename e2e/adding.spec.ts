import { expect, type Page, test } from "@playwright/test";
import { DRAFT, INBOX, openAdding, openArrivals, openDraft, openOtherWays, REFUSED } from "./support/adding-screens.ts";
import { watchAnnouncements } from "./support/announcements.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { openLibrary } from "./support/screens.ts";

test.use({ serviceWorkers: "block" });

const field = (page: Page) => page.getByRole("textbox", { name: "An address, or text to paste" });
const add = (page: Page) => page.getByRole("button", { name: "Add", exact: true });
const list = (page: Page) => page.getByRole("region", { name: "What you have added" });
const item = (page: Page, name: string) =>
  list(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name, exact: true }) });
const draft = (page: Page) => page.getByRole("region", { name: "Check it before it is saved" });

test("is a link in the bar of the library, on one line with the rest", async ({ page }, { project }) => {
  await openLibrary(page);
  const bar = page.getByRole("banner");
  const boxes = await bar.locator("a, button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(Math.max(...boxes) - Math.min(...boxes), project.name).toBeLessThan(20);
  await bar.getByRole("link", { name: "Add" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add articles" })).toBeFocused();
  await expect(page).toHaveTitle("Add articles – Lectern");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
});

test("is offered where the library is empty", { tag: "@once" }, async ({ page }) => {
  await page.route("**/articles/index.json*", (route) => route.fulfill({ status: 404 }));
  await page.goto("./");
  await page.getByRole("main").getByRole("link", { name: "Add an article" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add articles" })).toBeVisible();
});

test("lists each address of a text, and says once that they are on their way", async ({ page }) => {
  await openAdding(page);
  const announced = await watchAnnouncements(page);
  // Nothing listens there, so that none of them is done before the next has come.
  await field(page).fill("Two pages: https://one.invalid/a and (https://two.invalid/b?c=d).");
  await add(page).click();
  await expect(item(page, "https://one.invalid/a")).toBeVisible();
  await expect(item(page, "https://two.invalid/b?c=d")).toBeVisible();
  await expect(field(page)).toHaveValue("");
  await expect(field(page)).toBeFocused();
  await expect.poll(announced).toHaveLength(1);
});

test("leaves addresses that are not of the web in the field, and says so", { tag: "@once" }, async ({ page }) => {
  await openAdding(page);
  await field(page).fill("https://one.invalid/a\nftp://two.invalid/b\nhttps://three.invalid/c");
  await add(page).click();
  await expect(list(page).getByRole("listitem")).toHaveCount(2);
  await expect(field(page)).toHaveValue("ftp://two.invalid/b");
  await expect(page.getByRole("alert")).toContainText("begin with http or https");
  await add(page).click();
  await expect(list(page).getByRole("listitem")).toHaveCount(2);
  await expect(field(page)).toHaveValue("ftp://two.invalid/b");
});

test("takes Enter for the button after a lone address, and a new line after anything else", async ({ page }) => {
  await openAdding(page);
  await field(page).focus();
  await page.keyboard.type("one.invalid/a");
  await page.keyboard.press("Enter");
  await expect(list(page).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.type("A line");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("A line\n");
  await expect(list(page).getByRole("listitem")).toHaveCount(1);
});

test("says what is wrong with the field, and leads back into it", { tag: "@once" }, async ({ page }) => {
  await openAdding(page);
  await add(page).click();
  await expect(page.getByRole("alert")).toContainText("There is nothing to add yet");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  await expect(field(page)).toHaveAccessibleDescription(/There is nothing to add yet/);
  await field(page).fill("salt");
  await add(page).click();
  await expect(page.getByRole("alert")).toContainText("no address");
  await expect(field(page)).toHaveValue("salt");
  await field(page).fill("https://ada:secret@a.example/b");
  await add(page).click();
  await expect(page.getByRole("alert")).toContainText("no address with a user name or password");
  await expect(field(page)).toHaveValue("https://ada:secret@a.example/b");
  await expect(field(page)).toBeFocused();
  await expect(list(page).getByRole("listitem")).toHaveCount(0);
});

test("leaves an address from elsewhere in the field until the reader wants it", async ({ page }) => {
  await page.goto(`add?url=${encodeURIComponent("https://one.invalid/a?b&c")}&title=A+title`);
  await expect(field(page)).toHaveValue("https://one.invalid/a?b&c\nA title");
  await expect(field(page)).toBeFocused();
  await expect(page.getByText("handed over by another page or app")).toBeVisible();
  await expect(list(page).getByRole("listitem")).toHaveCount(0);
  // It is not brought again by a page that is loaded again.
  await expect(page).toHaveURL(/\/add$/);
  await add(page).click();
  await expect(item(page, "https://one.invalid/a?b&c")).toBeVisible();
});

test("takes the address of a Shortcut as it stands", { tag: "@once" }, async ({ page }) => {
  await page.goto("add?url=https://one.invalid/a?b=c&d=e#f");
  await expect(field(page)).toHaveValue("https://one.invalid/a?b=c&d=e#f");
});

test("says of each thing how it stands, and what can be done", async ({ page }) => {
  await openArrivals(page);
  await expect(item(page, REFUSED)).toContainText("does not give this page out");
  await expect(item(page, "https://slow.example/")).toContainText("also tries again by itself");
  await expect(item(page, "https://later.example/")).toContainText("Kept for later.");
  await expect(item(page, "scanned.pdf")).toContainText("made of pictures");
  const known = item(page, "A page that is here already");
  await expect(known).toContainText("You have this already");
  await expect(known.getByRole("button", { name: "Replace: A page that is here already" })).toBeVisible();
  await expect(known.getByRole("link", { name: /^Open: / })).toBeVisible();
  await expect(item(page, "scanned.pdf").getByRole("button", { name: "Other ways" })).toHaveCount(0);
  // Nothing of the list is a live region.
  await expect(list(page).locator("[aria-live], [role=status], [role=alert], [role=progressbar]")).toHaveCount(0);
});

test("keeps, takes up and removes by keyboard, and never loses the focus", { tag: "@once" }, async ({ page }) => {
  await openArrivals(page);
  await item(page, "scanned.pdf").getByRole("button", { name: "Keep for later" }).focus();
  await page.keyboard.press("Enter");
  await expect(item(page, "scanned.pdf")).toContainText("Kept for later.");
  await expect(page.getByRole("heading", { name: "scanned.pdf" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("Kept for later: scanned.pdf");

  await tabTo(page, "Remove: scanned.pdf");
  await page.keyboard.press("Enter");
  await expect(item(page, "scanned.pdf")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "A page that is here already" })).toBeFocused();
  for (let left = INBOX.length - 1; left > 0; left--) {
    await expect(list(page).getByRole("listitem")).toHaveCount(left);
    await list(page)
      .getByRole("button", { name: /^(Remove|Leave as it is): / })
      .last()
      .press("Enter");
  }
  await expect(page.getByRole("heading", { name: "What you have added" })).toBeFocused();
  await page.reload();
  await expect(list(page)).toContainText("What you add is listed here");
});

test("what is finished is cleared off the list at once, and the rest stays", async ({ page }) => {
  const shared = (key: number, text: string) => ({
    key,
    way: "share",
    name: "A text",
    incoming: { kind: "share", fields: [["text", text]] },
    status: "waiting",
  });
  await openArrivals(page, [...INBOX, shared(8, DRAFT), shared(9, DRAFT.replaceAll("Salt", "Sugar"))]);
  const clear = list(page).getByRole("button", { name: "Clear the finished ones" });
  await clear.click();
  await expect(page.getByRole("heading", { name: "What you have added" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("2 are off the list, and stay in your library.");
  await expect(clear).toHaveCount(0);
  await expect(list(page).getByRole("listitem")).toHaveCount(INBOX.length);
});

test("explains the other ways for a page that does not come", async ({ page }) => {
  await openOtherWays(page);
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("link", { name: "Open the page in a new tab" })).toHaveAttribute("href", REFUSED);
  await expect(sheet.getByRole("link", { name: "Open the page in a new tab" })).toHaveAttribute("rel", /noopener/);
  await sheet.getByRole("button", { name: "How to make this bookmark" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Save to Lectern" })).toBeVisible();
  await expect.poll(() => focused(page)).toBe("summary A bookmark that hands pages over");
  await page.getByRole("button", { name: /^Other ways/ }).click();
  await sheet.getByRole("button", { name: "Keep for later" }).click();
  await expect(item(page, REFUSED)).toContainText("Kept for later.");
});

test("takes a copy of the page in the place of what did not come", { tag: "@once" }, async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openOtherWays(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), DRAFT);
  await page.getByRole("button", { name: "Paste the copy" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await draft(page).getByRole("button", { name: "Save" }).click();
  await expect(item(page, "Salt roads of the hills")).toContainText("In your library.");
  await expect(item(page, REFUSED)).toHaveCount(0);
});

test("shows a pasted text for correction, and saves it as it was corrected", async ({ page }) => {
  await openDraft(page);
  await expect(page.getByRole("heading", { name: "Check it before it is saved" })).toBeFocused();
  const title = draft(page).getByRole("textbox", { name: "Title" });
  await expect(title).toHaveValue("Salt roads of the hills");
  const text = draft(page).getByRole("article", { name: "The text" });
  await expect(text).toContainText("A mule knew the way");

  await title.fill("Roads of salt");
  await draft(page).getByRole("combobox", { name: "Language" }).selectOption({ label: "Arabic" });
  await expect(draft(page).getByRole("radio", { name: "Right to left" })).toBeChecked();
  await draft(page).getByRole("combobox", { name: "Language" }).selectOption({ label: "English" });
  await expect(draft(page).getByRole("radio", { name: "Left to right" })).toBeChecked();
  await expect(text.locator(".draft-text")).toHaveAttribute("lang", /^en/);
  await draft(page)
    .getByRole("combobox", { name: "Where does the article end?" })
    .selectOption({ label: "Before “A mule knew the way better than its driver did.”" });
  await expect(text).not.toContainText("A mule knew the way");

  await draft(page).getByRole("button", { name: "Save" }).click();
  const saved = item(page, "Roads of salt");
  await expect(saved).toContainText("In your library.");
  await saved.getByRole("link", { name: "Open: Roads of salt" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Roads of salt" })).toBeVisible();
  await expect(page.locator("#article")).toHaveAttribute("lang", /^en/);
  await expect(page.locator("#article")).toContainText("cut by monks");
  await expect(page.locator("#article")).not.toContainText("A mule knew the way");
});

test("saves no draft without a title, and gives a discarded one back", { tag: "@once" }, async ({ page }) => {
  await openDraft(page);
  const title = draft(page).getByRole("textbox", { name: "Title" });
  await title.fill(" ");
  await draft(page).getByRole("button", { name: "Save" }).click();
  await expect(title).toBeFocused();
  await expect(title).toHaveAccessibleDescription("An article needs a title.");
  await title.fill("Roads of salt");
  await draft(page).getByRole("button", { name: "Discard" }).click();
  await expect(draft(page)).toHaveCount(0);
  await expect(list(page).getByRole("listitem")).toHaveCount(0);
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(title).toHaveValue("Roads of salt");
});

test("takes files from the picker and by drop", async ({ page }) => {
  await openAdding(page);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  const note = { name: "note.xyz", mimeType: "application/x-nothing", buffer: Buffer.from("\u0000\u0001") };
  await (await chooser).setFiles([note, { ...note, name: "other.xyz" }]);
  await expect(list(page).getByRole("listitem")).toHaveCount(2);

  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["\u0000"], "dropped.xyz"));
    return data;
  });
  await page.dispatchEvent("h1", "dragover", { dataTransfer: dropped });
  await expect(page.locator(".drop-here")).toBeVisible();
  await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
  await expect(page.locator(".drop-here")).toHaveCount(0);
  await expect(item(page, "dropped.xyz")).toBeVisible();
});

test("takes a paste anywhere for a text, and a formatted one in the field too", { tag: "@once" }, async ({ page }) => {
  const paste = (selector: string, data: Record<string, string>) =>
    page.evaluate(
      ([target, entries]) => {
        const clipboardData = new DataTransfer();
        for (const [type, text] of Object.entries(entries)) clipboardData.setData(type, text);
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        return document.querySelector(target)!.dispatchEvent(event);
      },
      [selector, data] as const,
    );
  await openAdding(page);
  expect(await paste("h1", { "text/plain": DRAFT })).toBe(false);
  await expect(draft(page)).toBeVisible();
  await draft(page).getByRole("button", { name: "Discard" }).click();
  // Bare text is left to the field, as in any other.
  expect(await paste("#add-text", { "text/plain": DRAFT })).toBe(true);
  expect(await paste("#add-text", { "text/plain": "salt", "text/html": "<b>salt</b>" })).toBe(true);
  expect(await paste("#add-text", { "text/plain": DRAFT, "text/html": `<p>${DRAFT}</p>` })).toBe(false);
  await expect(draft(page)).toBeVisible();
});

test("says how to paste where the browser does not let a page look", { tag: "@once" }, async ({ page }) => {
  await openAdding(page);
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await page.getByRole("button", { name: "Paste" }).click();
  await expect(page.getByRole("alert")).toContainText("does not let Lectern read what you copied");
  await expect(field(page)).toBeFocused();
});

test("the bookmark is there to be dragged, and pressed here it says so", { tag: "@once" }, async ({ page }) => {
  await openAdding(page);
  await page.getByRole("heading", { name: "A bookmark that hands pages over" }).click();
  const bookmark = page.getByRole("link", { name: "Save to Lectern" });
  await expect(bookmark).toHaveAttribute("href", /^javascript:/);
  await bookmark.click();
  await expect(page.getByRole("alert")).toContainText("Drag this button");
  await expect(page.getByRole("heading", { level: 1, name: "Add articles" })).toBeVisible();
});
