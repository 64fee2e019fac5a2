import { expect, type Page } from "@playwright/test";
import type { Position } from "../../src/domain/position.ts";
import { topOf } from "./place.ts";

/** The line on which the place begins is the first that shows, a little below what covers the top of the window. */
export async function expectAtTop(page: Page, place: Position): Promise<void> {
  const below = async () => {
    const covered = await page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--covered-start")),
    );
    return Math.round((await topOf(page, place)) - (covered || 0));
  };
  await expect.poll(below, "distance of the place from the top").toBeGreaterThanOrEqual(0);
  await expect.poll(below, "distance of the place from the top").toBeLessThan(40);
}
