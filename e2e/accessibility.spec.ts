import { test } from "@playwright/test";
import { expectNoColourViolations, expectNoViolations } from "./support/axe.ts";
import { SCREENS } from "./support/screens.ts";
import { LOOKS, show } from "./support/looks.ts";

// Another subject; its answers would hide what a screen puts in the network's place.
test.use({ serviceWorkers: "block" });

for (const { name, open } of SCREENS) {
  test(`axe finds nothing in: ${name}`, async ({ page }) => {
    await open(page);
    await expectNoViolations(page, name);
    for (const look of LOOKS) {
      await show(page, look);
      await expectNoColourViolations(page, `${name}, ${look.name}`);
    }
  });
}
