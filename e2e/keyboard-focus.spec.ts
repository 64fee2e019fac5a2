import { expect, type Page, test } from "@playwright/test";
import { walk } from "./support/keyboard.ts";
import { LOOKS, show } from "./support/looks.ts";
import { SCREENS } from "./support/screens.ts";

test.use({ serviceWorkers: "block" });

for (const { name, open } of SCREENS) {
  test(`Tab goes round both ways, and each stop shows that it is one: ${name}`, async ({ page }) => {
    await open(page);
    const all = await controls(page);
    const rings: Record<string, Ring> = {};
    const hidden: Record<string, string[]> = {};
    const look = async (stop: string) => {
      rings[stop] = await ringOf(page);
      const covered = await coveredPoints(page);
      if (covered.length > 0) hidden[stop] = covered;
    };
    expect(startingAt(all[0]!, await walk(page, look))).toEqual(all);
    const back = await walk(page, look, "Shift+Tab");
    expect(startingAt(all[0]!, back.toReversed())).toEqual(all);
    expect(hidden, "outside the window or under something").toEqual({});
    expect(Object.entries(rings).filter(([, { width, contrast }]) => width < 2 || contrast < 3)).toEqual([]);
  });
}

test("the ring stands out in every theme", { tag: "@once" }, async ({ page }) => {
  await SCREENS.find(({ name }) => name === "text settings in an article")!.open(page);
  for (const look of LOOKS) {
    await show(page, look);
    await page.getByRole("dialog").getByRole("button").first().focus();
    // A button, a slider and a radio button.
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("Tab");
      const { width, contrast } = await ringOf(page);
      expect(width, look.name).toBeGreaterThanOrEqual(2);
      expect(contrast, look.name).toBeGreaterThanOrEqual(3);
    }
  }
});

/** Names of all that should be a stop, in the order of the document: of a group of radio buttons, the one that is chosen. */
function controls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const within = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    return [
      ...within.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']"),
    ]
      .filter(
        (element) =>
          element.checkVisibility() &&
          !element.matches(":disabled") &&
          !(element instanceof HTMLInputElement && element.type === "radio" && !element.checked),
      )
      .map((element) => {
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
        return `${element.localName} ${(element.getAttribute("aria-label") ?? label ?? element.textContent ?? "").trim()}`;
      });
  });
}

/** The same round, told from one of its stops. */
function startingAt(first: string, stops: string[]): string[] {
  const at = stops.indexOf(first);
  return [...stops.slice(at), ...stops.slice(0, at)];
}

interface Ring {
  /** CSS pixels; 0 where there is none. */
  width: number;
  /** Of the ring to what lies around it. */
  contrast: number;
}

/** The ring round what has the focus: an outline of its own, or of the label that holds it. */
function ringOf(page: Page): Promise<Ring> {
  return page.evaluate(() => {
    const element = document.activeElement!;
    const ringed = [element, element.closest("label")].find(
      (candidate) => candidate && getComputedStyle(candidate).outlineStyle === "solid",
    );
    if (!ringed) return { width: 0, contrast: 0 };
    const style = getComputedStyle(ringed);
    let around: Element | null = Number.parseFloat(style.outlineOffset) < 0 ? ringed : ringed.parentElement;
    while (around && /\/ 0\)|, 0\)|transparent/.test(getComputedStyle(around).backgroundColor))
      around = around.parentElement;
    const luminance = (colour: string) => {
      const [r, g, b] = Array.from(colour.matchAll(/[\d.]+/g), ([value]) => {
        const channel = Number(value) / 255;
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const one = luminance(style.outlineColor);
    const other = luminance(getComputedStyle(around ?? document.documentElement).backgroundColor);
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return { width: Number.parseFloat(style.outlineWidth), contrast };
  });
}

/** Where what has the focus is out of the window, or under something else: points of its box that show another element. */
function coveredPoints(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const element = document.activeElement!;
    const label = element.closest("label");
    // A bar that comes back for the focus takes a moment, and a smooth scroll too.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    await new Promise(requestAnimationFrame);
    const scrolls = element.matches(".table-scroller, pre");
    return [...element.getClientRects()].flatMap((box) => {
      // Not quite to the corners, which are round.
      const edge = (from: number, length: number) => [
        from + Math.min(5, length / 4),
        from + length / 2,
        from + length - Math.min(5, length / 4),
      ];
      const ys = edge(box.top, box.height);
      const points = edge(box.left, box.width).flatMap((x) =>
        (scrolls ? ys.slice(0, 1) : ys).map((y) => [x, y] as const),
      );
      return points.flatMap(([x, y]) => {
        const there = document.elementFromPoint(x, y);
        if (there && (element.contains(there) || there === label || label?.contains(there))) return [];
        return [`${Math.round(x)},${Math.round(y)}: ${there ? `${there.localName}.${there.className}` : "outside"}`];
      });
    });
  });
}
