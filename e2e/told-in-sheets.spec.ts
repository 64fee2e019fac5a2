import { expect, type Page, test } from "@playwright/test";
import { openArticle, openKeys, openQueue, RTL_ARTICLE } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";
import { openLanguages } from "./support/voices.ts";

/** What is behind a modal dialog is in no accessibility tree, and with it whatever would be said there. */
test("what is told of a press in a sheet is where a screen reader finds it", { tag: "@once" }, async ({ page }) => {
  await openKeys(page);
  const change = page.getByRole("button", { name: /^Change: / }).first();
  await change.click();
  await expectInTree(page, /^Press the new key for/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("body > #status"), "it is behind no sheet any more").toBeEmpty();

  await openQueue(page, [RTL_ARTICLE, LONG_ARTICLE]);
  await page
    .getByRole("button", { name: /^Move down/ })
    .first()
    .click();
  await expectInTree(page, /2 of 2/);
});

test("and in a sheet that has opened from another", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, "reading-with-lectern");
  await page.getByRole("button", { name: "Listen" }).click();
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const languages = await openLanguages(page);
  // All of the voice itself is here.
  await expect(languages.getByRole("button", { name: "Remove English" })).toBeVisible({ timeout: 60_000 });
  await page.context().setOffline(true);
  await languages.getByRole("combobox", { name: "Fetch another language" }).selectOption({ label: "Finnish, 0.1 MB" });
  await languages.getByRole("button", { name: "Fetch" }).click();
  await expect(languages.getByText("Finnish could not be fetched"), "for who sees, too").toBeVisible();
  await expectInTree(page, /^Finnish could not be fetched/);
  // Nobody's voice is talked over.
  await languages.getByRole("button", { name: "Remove English" }).click();
  await expectInTree(page, /^English was removed/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Voices" }).locator("#status")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator("body > #status")).toHaveCount(1);
});

/** Waits until a text is in what the browser hands to screen readers. */
async function expectInTree(page: Page, text: RegExp): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const texts = async () => {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    return nodes.filter((node) => !node.ignored).map((node) => String(node.name?.value ?? ""));
  };
  await expect.poll(async () => (await texts()).filter((name) => text.test(name)), { intervals: [50] }).not.toEqual([]);
  await session.detach();
}
