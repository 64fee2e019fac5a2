import { test } from "@playwright/test";
import { expectNoColourViolations, expectNoViolations } from "./support/axe.ts";
import { test as withCompanion } from "./support/companion.ts";
import { test as withVoices } from "./support/fake-speech.ts";
import { openArticleOfLongWords } from "./support/long-words.ts";
import { LOOKS, show } from "./support/looks.ts";
import { nextVersion } from "./support/next-version.ts";
import { openLibrary, SCREENS } from "./support/screens.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";
import { expectLargeTargets } from "./support/targets.ts";

for (const { name, open } of SCREENS) {
  test.describe(name, () => {
    // Another subject; its answers would hide what a screen puts in the network's place.
    test.use({ serviceWorkers: "block" });

    test(`axe finds nothing, and a thumb finds every control: ${name}`, async ({ page }, { project }) => {
      await open(page);
      await expectNoViolations(page, name);
      // Colours are the same in a window of any size.
      for (const look of project.name === "phone" ? [] : LOOKS) {
        await show(page, look);
        await expectNoColourViolations(page, `${name}, ${look.name}`);
      }
      await expectLargeTargets(page);
    });
  });
}

test.describe("article of long words", () => {
  test.use({ serviceWorkers: "block" });

  test("a thumb finds every control in an article of long words", async ({ page }) => {
    await openArticleOfLongWords(page);
    await expectLargeTargets(page);
  });
});

withVoices("axe finds nothing, and a thumb finds every control: player at work", async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  // axe waits by the clock.
  await page.clock.resume();
  await expectNoViolations(page, "player at work");
  await expectLargeTargets(page);
});

withCompanion("axe finds nothing, and a thumb finds every control: update notice", async ({ page, companion }) => {
  const next = nextVersion();
  await openLibrary(page);
  await workerReady(page);
  await companion.start(next.folder);
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())!.update());
  await page.getByRole("button", { name: "Update now" }).waitFor();
  await expectNoViolations(page, "update notice");
  await expectLargeTargets(page);
  next.remove();
});

test.describe("install on iOS", () => {
  test.use({
    serviceWorkers: "block",
    userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1",
  });

  test("axe finds nothing, and a thumb finds every control: install on iOS", async ({ page }) => {
    await SCREENS.find(({ name }) => name === "install")!.open(page);
    await expectNoViolations(page, "install on iOS");
    await expectLargeTargets(page);
  });
});
