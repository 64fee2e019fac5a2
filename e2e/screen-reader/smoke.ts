import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test as base } from "@playwright/test";
import { chromiumLaunch } from "../../src/commands/chromium.mjs";
import { missingForScreenReader } from "../../src/commands/screen-reader.mjs";
import { LONG_ARTICLE, SHIPPED, shippedArticle } from "../support/shipped.ts";
import { startDesktop } from "./desktop.ts";
import { Orca } from "./orca.ts";

/** One reader on one desktop, who goes on from test to test. */
interface Session {
  orca: Orca;
  page: Page;
}

type PageWithVoice = typeof globalThis & { voice: { started: string[]; ended: string[] } };

const { record } = shippedArticle(LONG_ARTICLE);

const test = base.extend<{}, { session: Session }>({
  session: [
    async ({}, use) => {
      const desktop = await startDesktop();
      let context: BrowserContext | undefined;
      try {
        const orca = await Orca.start(desktop);
        context = await chromium.launchPersistentContext(join(desktop.home, "profile"), {
          ...chromiumLaunch(
            // A window without a bar for addresses: the keys go to the page.
            `--app=${process.env.LECTERN_URL}`,
            "--force-renderer-accessibility",
            "--enable-speech-dispatcher",
            "--window-position=0,0",
            "--window-size=1280,900",
          ),
          headless: false,
          viewport: null,
          env: { ...desktop.env },
        });
        const page = context.pages()[0] ?? (await context.waitForEvent("page"));
        await use({ orca, page });
      } finally {
        await context?.close();
        await desktop.stop();
      }
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

test.describe.configure({ mode: "serial" });

const missing = missingForScreenReader();
// A machine of the project's own has no excuse.
test.skip(
  missing.length > 0 && !process.env.CI,
  `Orca cannot be driven here without ${missing.join(", ")} (the names of Debian's packages).`,
);

test.afterEach(async ({ session }, testInfo) => {
  if (testInfo.status !== testInfo.expectedStatus)
    await testInfo.attach("heard", { body: session.orca.said().join("\n"), contentType: "text/plain" });
});

test("the library says its name, and its articles are headings", async ({ session: { orca, page } }) => {
  await orca.hear(0, "Finished loading");
  await expect(page.locator("main li h3")).toHaveCount(SHIPPED.length);
  await orca.quiet();
  expect(await orca.press("h", "heading")).toEqual([expect.stringMatching(/^Library heading level 1/)]);
  expect(await orca.press("h", "heading")).toEqual([expect.stringMatching(/^Articles heading level 2/)]);
  for (const { title } of SHIPPED) {
    expect(await orca.press("h", "heading")).toEqual([
      expect.stringMatching(new RegExp(`^${escaped(title)} link heading level 3`)),
    ]);
  }
});

test("an article that is opened says its title, once", async ({ session: { orca } }) => {
  expect(SHIPPED.at(-1)?.id, "the heading that was reached last").toBe(LONG_ARTICLE);
  const said = await orca.press("Return", record.title);
  expect(said).toEqual([expect.stringMatching(new RegExp(`^${escaped(record.title)} heading level 1`))]);
});

test("it is read line by line and by headings", async ({ session: { orca } }) => {
  const lines: string[] = [];
  while (!lines.some((line) => line.startsWith("North Korea has said publicly")) && lines.length < 30)
    lines.push(...(await orca.press("Down", /./)));
  expect(lines.at(-1)).toContain("North Korea has said publicly, for the first time");
  expectNothingTwice(lines);
  const heading = "A treaty of mutual defence";
  expect(await orca.press("h", heading)).toEqual([expect.stringMatching(`^${heading} heading level 2`)]);
});

test("the voice has the word while it reads, and is stopped where it was started", async ({
  session: { orca, page },
}) => {
  // The system has thousands of voices, and takes seconds to name them.
  await expect.poll(() => page.evaluate(() => speechSynthesis.getVoices().length), { timeout: 60_000 }).not.toBe(0);
  await listenToVoice(page);
  const voice = () => page.evaluate(() => (globalThis as PageWithVoice).voice);
  expectNothingTwice(await orca.press("Escape", /^Library .*link/));
  expectNothingTwice(await orca.press("Tab", /^Contents .*button/));
  expectNothingTwice(await orca.press("Tab", /^Text settings .*button/));
  expectNothingTwice(await orca.press("Tab", /^Listen .*button/));

  const before = orca.said().length;
  await orca.press("Return");
  await expect.poll(async () => (await voice()).ended.length, { timeout: 90_000 }).toBeGreaterThan(2);
  const meanwhile = orca.said().slice(before);
  expect(meanwhile.filter((text) => !/^(Browse mode|Focus mode|Stop listening)\b/.test(text))).toEqual([]);

  const stopped = await orca.press("Return");
  expect(await page.evaluate(() => speechSynthesis.speaking)).toBe(false);
  await expect(page.getByRole("region", { name: "Read aloud" })).toHaveCount(0);
  expect(stopped.filter((text) => !/^(Browse mode|Focus mode|Listen)\b/.test(text))).toEqual([]);
  const { started } = await voice();
  expect(started[0], "it began where the reader was").toBe("A treaty of mutual defence.");
});

test("the player is found beside its button, and says what it does", async ({ session: { orca, page } }) => {
  const voice = () => page.evaluate(() => (globalThis as PageWithVoice).voice.started.length);
  const before = await voice();
  await orca.press("Return");
  await expect.poll(voice).toBeGreaterThan(before);
  expectNothingTwice(await orca.press("Tab", /^Previous sentence .*button/));
  expectNothingTwice(await orca.press("Tab", /^Pause .*button/));
  await orca.press("Return");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeFocused();
  await orca.quiet();
  const said = orca.said().length;
  await page.waitForFunction(() => !speechSynthesis.speaking);
  expect(await orca.hear(said)).toEqual([]);
});

test("the library that is gone back to says its name, once", async ({ session: { orca } }) => {
  expectNothingTwice(await orca.press("Escape", /^Library .*link/));
  const said = await orca.press("Return", /^Library heading level 1/);
  expectNothingTwice(said);
  expect(said.filter((text) => text.includes("Library"))).toHaveLength(1);

  // The first link offers to go on with it.
  await orca.press("k", record.title);
  expectNothingTwice(await orca.press("Return", record.title));
  const back = await orca.press("alt+Left", "Library");
  expect(back).toEqual(["Library"]);
});

test("what is told of a press in a sheet is heard, though all that is behind the sheet is out of reach", async ({
  session: { orca, page },
}) => {
  await page.goto("./");
  await orca.quiet();
  await page.getByRole("button", { name: "Text settings" }).click();
  const reset = page.getByRole("dialog").getByRole("button", { name: "Reset text settings" });
  await reset.focus();
  await orca.quiet();
  expectNothingTwice(await orca.press("Return", "Text settings are back to what they were at first."));
});

/** No announcement may be heard again, not as a part of another one either. */
function expectNothingTwice(said: string[]): void {
  const repeated = said.filter((text, i) => said.some((other, j) => i !== j && other.includes(text)));
  expect(repeated, `heard twice among ${JSON.stringify(said)}`).toEqual([]);
}

/** From now on notes what the voice of the app has begun and ended. It really speaks. */
async function listenToVoice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const voice: PageWithVoice["voice"] = { started: [], ended: [] };
    const speak = speechSynthesis.speak.bind(speechSynthesis);
    speechSynthesis.speak = (utterance) => {
      utterance.addEventListener("start", () => voice.started.push(utterance.text));
      utterance.addEventListener("end", () => voice.ended.push(utterance.text));
      speak(utterance);
    };
    Object.assign(globalThis, { voice });
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
