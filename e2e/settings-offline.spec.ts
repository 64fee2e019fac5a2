import { expect, type Page } from "@playwright/test";
import { PRESETS } from "../src/domain/presets.ts";
import type { Preferences } from "../src/domain/settings.ts";
import { test } from "./support/companion.ts";
import { plant, readStored } from "./support/database.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";
import { takeover, watchTakeover } from "./support/takeover.ts";

const STRONG: Readonly<Record<string, Preferences>> = {
  "large type, a face of its own, own colours, wide spacing": {
    theme: "own",
    ownColors: { ink: "#f4f0d8", paper: "#14213d", link: "#ffd166", mark: "#ffe8a3" },
    font: "opendyslexic",
    size: 32,
    lineSpacing: 2,
    paragraphSpacing: 2,
    letterSpacing: 0.12,
    wordSpacing: 0.3,
    weight: 500,
    width: 50,
    align: "start",
    lineTint: true,
  },
  "the preset for dyslexia": PRESETS.dyslexia,
  "the preset for low vision": PRESETS["low-vision"],
};

interface Style {
  root: Record<string, string>;
  text: Record<string, string>;
  heading: Record<string, string>;
  top: number;
  height: number;
}

type WatchedWindow = typeof globalThis & { firstStyle?: Style; styleNow(): Style };

/** Keeps how the text is set in the first frame that has it, before the app has taken the page over. */
async function watchFirstStyle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const pick = (element: Element, names: string[]) => {
      const style = getComputedStyle(element);
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    };
    const type = ["font-family", "font-size", "font-weight", "line-height", "letter-spacing", "word-spacing"];
    const rest = ["color", "text-align", "text-indent", "margin-top", "background-image", "hyphens"];
    const styleNow = (): Style => {
      const text = document.getElementById("b1")!;
      return {
        root: pick(document.documentElement, ["color", "background-color", "color-scheme", "--accent", "--sentence"]),
        text: pick(text, [...type, ...rest]),
        heading: pick(document.querySelector("#article h1")!, [...type, ...rest]),
        top: text.getBoundingClientRect().top,
        height: text.getBoundingClientRect().height,
      };
    };
    const watch = () => {
      const sent = document.head?.querySelector("style[nonce]");
      if (document.getElementById("b1") && sent) Object.assign(window, { firstStyle: styleNow() });
      else requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    Object.assign(window, { styleNow });
  });
}

for (const [name, preferences] of Object.entries(STRONG)) {
  test(
    `offline, a page comes in ${name}, and stays as it was painted`,
    { tag: "@once" },
    async ({ page, companion }) => {
      const { id } = shippedArticle(LONG_ARTICLE).record;
      await page.goto("./");
      await workerReady(page);
      await plant(page, { preferences: [preferences] });
      // The typeface is on the device after the first page in it.
      await page.goto(`read/${id}`);
      await expect(page.locator(".bar-progress")).not.toBeEmpty();
      await page.evaluate(() => document.fonts.ready);
      await companion.kill();

      await watchTakeover(page);
      await watchFirstStyle(page);
      for (const _ of ["first", "reload"]) {
        await page.goto(`read/${id}`);
        await expect(page.locator(".bar-progress")).not.toBeEmpty();
        const seen = await takeover(page);
        const { first, now } = await page.evaluate(() => {
          const watched = globalThis as WatchedWindow;
          return { first: watched.firstStyle, now: watched.styleNow() };
        });
        expect(first, "the first frame").toBeDefined();
        expect(now).toEqual(first);
        expect(seen).toMatchObject({ layoutShift: 0, changes: 0, kept: seen.nodes });
      }
      expect(await readStored(page, "preferences", "reader")).toEqual(preferences);
    },
  );
}
