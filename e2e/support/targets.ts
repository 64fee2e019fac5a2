import { expect, type Page } from "@playwright/test";

/** CSS pixels either way. https://www.w3.org/TR/WCAG22/#target-size-enhanced */
const LEAST = 44;

/** Every control in the page answers a press on at least so much. */
export async function expectLargeTargets(page: Page): Promise<void> {
  const targets = await measureTargets(page);
  expect(targets).not.toHaveLength(0);
  expect(targets.filter(({ width, height }) => width < LEAST || height < LEAST)).toEqual([]);
}

interface Target {
  name: string;
  width: number;
  height: number;
}

/** How far from its middle each control answers a press: what lies over it, or beside it too close, takes from it. Links in running text are as large as their words. */
function measureTargets(page: Page): Promise<Target[]> {
  return page.evaluate(async () => {
    // The toolbar gets out of the way of what is scrolled to, and would be measured on its way.
    document.documentElement.style.scrollBehavior = "auto";
    // What was hidden for axe is shown again: a note stands by its reference, and is not seen without it.
    const { sheetForAxe } = globalThis as typeof globalThis & { sheetForAxe?: CSSStyleSheet };
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== sheetForAxe);
    // Of sheets that open from one another only the last can be reached.
    const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
    const controls = [
      ...within.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary"),
    ].filter((element) => element.checkVisibility() && !element.matches(".skip-link:not(:focus)"));
    const targets: Target[] = [];
    for (const control of controls) {
      const inText =
        getComputedStyle(control).display === "inline" && control.closest("p, li, figcaption, td, blockquote");
      if (inText && !control.closest("h1, h2, h3, nav")) continue;
      const shown = control.closest("label") ?? control;
      shown.scrollIntoView({ block: "center" });
      await new Promise(requestAnimationFrame);
      const box = shown.getBoundingClientRect();
      const answers = (x: number, y: number) => {
        const there = document.elementFromPoint(x, y);
        return (
          there !== null && (shown.contains(there) || there === shown || there.closest("label")?.control === control)
        );
      };
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const reach = (dx: number, dy: number) => {
        let far = 0;
        while (far < 60 && answers(x + dx * far, y + dy * far)) far += 0.5;
        return far;
      };
      targets.push({
        name: control.getAttribute("aria-label") ?? shown.innerText.trim() ?? control.id,
        width: reach(-1, 0) + reach(1, 0),
        height: reach(0, -1) + reach(0, 1),
      });
    }
    return targets;
  });
}
