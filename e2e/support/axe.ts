import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Named one by one: a rule that axe leaves out by default (44 px, 7:1) runs only when its tag is asked for. */
const TAGS = [
  "wcag2a",
  "wcag2aa",
  "wcag2aaa",
  "wcag21a",
  "wcag21aa",
  "wcag21aaa",
  "wcag22a",
  "wcag22aa",
  "wcag22aaa",
  "best-practice",
  "experimental",
];

/** The rules whose answer a theme can change. */
const COLOUR_RULES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

/** What axe cannot decide, and why that is no reason to worry here. Anything else that it cannot decide fails. */
const UNDECIDED: readonly { rule: string; target: RegExp; because: string }[] = [
  {
    rule: "color-contrast",
    target: /^\.at-foot > p$/,
    because: "Its own paper covers the text that it floats over; on a narrow screen axe takes that for lying over it.",
  },
  {
    rule: "color-contrast",
    target: /^\.mini-title$/,
    because: "The small player has its own paper, and covers the text that it stands over.",
  },
  {
    rule: "color-contrast",
    target: /^((\.saving-what > )?\.explained|\.saving-what > p:nth-child\(1\))$/,
    because:
      "“Save as audio” opens from within the player on a phone; axe, which knows no top layer, takes its controls for lying over it.",
  },
  {
    rule: "color-contrast",
    target: /^\.player-rate-value$/,
    because:
      "The player scrolls to what “More controls” has opened, and axe takes the edge over this for lying over it; the player at work has it in sight.",
  },
  {
    rule: "label-content-name-mismatch",
    target: /^\.note-back/,
    because: "It shows an arrow, which nobody says aloud.",
  },
  {
    rule: "hidden-content",
    target: /^dialog\[aria-labelledby="voices"\]$/,
    because: "The sheet of languages has opened from it, and it is looked at without that.",
  },
  {
    rule: "hidden-content",
    target: /^\.bar$/,
    because: "Where the window is small the toolbar gives way to what finds words, and is looked at without that.",
  },
  {
    rule: "hidden-content",
    target: /^#main$/,
    because: "It lies behind a modal dialog, and is looked at while none is open.",
  },
  {
    rule: "hidden-content",
    target: /^((form|section\[[^\]]+\]|\.[a-z-]+) > )?input(\[(type|multiple|hidden)="(file)?"\])*$/,
    because: "The button beside it stands for it, and what it opens is the browser's own.",
  },
];

interface Results {
  violations: { id: string; nodes: Finding[] }[];
  incomplete: { id: string; nodes: Finding[] }[];
  passes: unknown[];
}

interface Finding {
  target: unknown[];
  failureSummary?: string;
}

interface PageWithAxe {
  axe: { run(options: object): Promise<Results> };
}

/**
 * axe has no fault to find in the page as it stands, and leaves nothing undecided that is not explained above. What selectors leave out
 * is for another state to show.
 */
export async function expectNoViolations(page: Page, state: string, leftOut: string[] = []): Promise<void> {
  // axe knows no top layer, and takes what follows a dialog in the document to lie over it. Behind a modal one all is inert.
  await page.evaluate(async () => {
    // A sheet that slides in is looked at when it is there.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ":root:has(dialog:modal) main { visibility: hidden } dialog:modal { z-index: 99 }" +
        " dialog:modal:has(~ dialog:modal) { visibility: hidden }",
    );
    document.adoptedStyleSheets.push(sheet);
    Object.assign(globalThis, { sheetForAxe: sheet });
  });
  const builder = new AxeBuilder({ page }).withTags(TAGS);
  for (const selector of leftOut) builder.exclude(selector);
  expectClean(await builder.analyze(), state);
}

/** The same for what depends on colours only, after `expectNoViolations`, which leaves axe in the page. */
export async function expectNoColourViolations(page: Page, state: string): Promise<void> {
  const results = await page.evaluate(
    (values) => (globalThis as unknown as PageWithAxe).axe.run({ runOnly: { type: "rule", values } }),
    COLOUR_RULES,
  );
  expectClean(results, state);
}

function expectClean({ violations, incomplete, passes }: Results, state: string): void {
  const found = (results: typeof violations) =>
    results.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => ({ rule: id, target: target.join(" "), why: failureSummary ?? "" })),
    );
  expect.soft(found(violations), `violations: ${state}`).toEqual([]);
  const unexplained = found(incomplete).filter(
    ({ rule, target }) => !UNDECIDED.some((known) => known.rule === rule && known.target.test(target)),
  );
  expect.soft(unexplained, `undecided: ${state}`).toEqual([]);
  expect(passes, `rules that found something to check: ${state}`).not.toHaveLength(0);
}
