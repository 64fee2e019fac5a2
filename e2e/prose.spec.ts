import { expect, test } from "@playwright/test";
import type { Block } from "../src/domain/article.ts";
import { plant } from "./support/database.ts";
import { japaneseArticle } from "./support/japanese.ts";
import { openArticle, openLibrary } from "./support/screens.ts";
import { serveArticle } from "./support/served-article.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

test.use({ serviceWorkers: "block" });

test(
  "the last line of a note stands as close as the others, and its way back is a target",
  { tag: "@once" },
  async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await openArticle(page, "a-page-of-everything");
    const { gaps, lineHeight, target } = await page
      .locator(".notes li")
      .first()
      .evaluate((note) => {
        const range = document.createRange();
        range.selectNodeContents(note.querySelector("p")!);
        const tops = [...new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)))];
        const { width, height } = note.querySelector(".note-back")!.getBoundingClientRect();
        return {
          gaps: tops.slice(1).map((top, i) => top - tops[i]!),
          lineHeight: Number.parseFloat(getComputedStyle(note).lineHeight),
          target: Math.min(width, height),
        };
      });
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toBeLessThanOrEqual(lineHeight + 1);
    expect(target).toBeGreaterThanOrEqual(44);
  },
);

test(
  "a head over several columns stands in the middle of them, and says that it heads them all",
  { tag: "@once" },
  async ({ page }) => {
    await openArticle(page, "a-page-of-everything");
    const size = page.getByRole("columnheader", { name: "Size" });
    await expect(size).toHaveCSS("text-align", "center");
    await expect(size).toHaveAttribute("scope", "colgroup");
    await expect(page.getByRole("columnheader", { name: "Height" })).toHaveCSS("text-align", "end");
    await expect(page.getByRole("rowheader", { name: "A", exact: true })).toHaveAttribute("scope", "rowgroup");
  },
);

test(
  "tinted lines are in step with the text, with ruby as well, and none is left over",
  { tag: "@once" },
  async ({ page }) => {
    await serveArticle(page, japaneseArticle(LONG_ARTICLE));
    await openLibrary(page);
    await plant(page, { preferences: [{ lineTint: true }] });
    for (const id of [LONG_ARTICLE, "a-page-of-everything"]) {
      await openArticle(page, id);
      const paragraphs = await page.locator(".prose:not(.notes *) p[id^=b]:not(.notes p)").evaluateAll((all) =>
        all.map((p) => {
          const { lineHeight, backgroundImage } = getComputedStyle(p);
          const line = Number.parseFloat(lineHeight);
          const tintBegins = Number(
            [...backgroundImage.matchAll(/([\d.]+)px/g)][1]?.[1] ?? [...backgroundImage.matchAll(/([\d.]+)px/g)][0]![1],
          );
          return {
            text: p.textContent!.slice(0, 20),
            lines: p.getBoundingClientRect().height / line,
            late: tintBegins - line,
          };
        }),
      );
      expect(paragraphs.length).toBeGreaterThan(0);
      for (const { text, lines, late } of paragraphs) {
        expect(Math.abs(lines - Math.round(lines)), text).toBeLessThan(0.01);
        // Heights are rounded to pixels.
        expect(late, text).toBeGreaterThanOrEqual(1 - 0.1);
      }
    }
  },
);

for (const layout of ["scroll", "pages"] as const) {
  test(`a picture is no larger than it is, and none where it is a dot: ${layout}`, async ({ page }) => {
    const { record, body } = shippedArticle(LONG_ARTICLE);
    const figure = (width: number, height: number): Block => ({
      type: "figure",
      image: { src: `images/${width}`, alt: "A picture", width, height },
    });
    const blocks = [
      figure(120, 80),
      figure(1600, 400),
      figure(1, 1),
      { ...figure(2, 300), caption: [{ text: "Fig. 1" }] },
    ];
    await page.route("**/images/*", (route) => {
      const [width] = /\d+$/.exec(route.request().url())!;
      const height = { 120: 80, 1600: 400 }[width] ?? 1;
      const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
      return route.fulfill({ contentType: "image/svg+xml", body });
    });
    await serveArticle(page, { record, body: { ...body, blocks } });
    await openLibrary(page);
    await plant(page, { preferences: [{ layout }] });
    await openArticle(page, LONG_ARTICLE);
    await expect(page.getByText("Fig. 1")).toBeVisible();
    const shown = await page.locator("#article img").evaluateAll((all) =>
      all.map((image) => {
        const { width, height, left, right } = image.getBoundingClientRect();
        const column = image.closest("figure")!.getBoundingClientRect();
        return { width, height, off: Math.abs(left + right - column.left - column.right), column: column.width };
      }),
    );
    const [small, large, dot, hairline] = shown;
    expect(small).toMatchObject({ width: 120, height: 80 });
    expect(small!.off).toBeLessThan(2);
    expect(large!.width).toBeCloseTo(large!.column, 0);
    expect(large!.height).toBeCloseTo(large!.width / 4, 0);
    for (const none of [dot, hairline]) expect(none).toMatchObject({ width: 0, height: 0 });
    await expect(page.locator("#article figure")).toHaveCount(4);
    await expect(page.getByRole("button", { name: "Enlarge the image" })).toHaveCount(2);
  });
}
