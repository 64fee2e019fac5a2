import { expect } from "@playwright/test";
import { DRAFT, openAdding } from "./support/adding-screens.ts";
import { test } from "./support/companion.ts";
import { workerReady } from "./support/service-worker.ts";

test("a text is pasted, corrected, saved and read without a network", { tag: "@once" }, async ({ page, companion }) => {
  await openAdding(page);
  await workerReady(page);
  await companion.kill();
  await page.goto("add");
  await page.getByRole("textbox", { name: "An address, or text to paste" }).fill(DRAFT);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Roads of salt");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Open: Roads of salt" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Roads of salt" })).toBeVisible();
  await page.reload();
  await expect(page.locator("#article")).toContainText("cut by monks");
});

test("an address waits for the network, and says so", { tag: "@once" }, async ({ page, context }) => {
  await openAdding(page);
  await workerReady(page);
  await context.setOffline(true);
  await page.getByRole("textbox", { name: "An address, or text to paste" }).fill("https://one.invalid/a");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const item = page.getByRole("listitem").filter({ hasText: "https://one.invalid/a" });
  await expect(item).toContainText("Waiting until there is a network.");
  await page.reload();
  await expect(item).toContainText("Waiting until there is a network.");
  await item.getByRole("button", { name: /^Keep for later/ }).click();
  await expect(item).toContainText("Kept for later.");
});
