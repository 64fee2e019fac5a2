import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./support/axe.ts";
import { readStored } from "./support/database.ts";
import { openLibrary } from "./support/screens.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const { title } = shippedArticle(LONG_ARTICLE).record;
const onCards = (page: Page) => page.getByRole("main").getByRole("button", { name: /^Listen next/ });

test(
  "“Listen next” stands on the cards once the queue has been opened, and moves nothing",
  { tag: "@once" },
  async ({ page }) => {
    await openLibrary(page);
    await expect(onCards(page)).toHaveCount(0);
    const heights = () =>
      page.locator("main .card").evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height));
    const before = await heights();
    await page.getByRole("button", { name: "Listen" }).click();
    await expect(page.getByRole("dialog", { name: "Listen" })).toBeVisible();
    await page.keyboard.press("Escape");
    const button = page
      .getByRole("main")
      .getByRole("button", { name: `Listen next: ${title}` })
      .first();
    await expect(button).toBeVisible();
    expect(await heights()).toEqual(before);
    const { width, height } = (await button.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await expectNoViolations(page, "cards with Listen next");

    await button.click();
    await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ queue: [LONG_ARTICLE] });
    await expect(page.getByRole("status")).toContainText(title);
    await expect(page, "the card's link was not followed").not.toHaveURL(/read/);

    await page.getByRole("main").getByRole("link", { name: title }).first().click();
    await expect(page.locator("#article h1")).toBeVisible();
    await page.goBack();
    await expect(
      page
        .getByRole("main")
        .getByRole("button", { name: /^Is next/ })
        .first(),
      "drawn again with the library",
    ).toBeVisible();
  },
);
