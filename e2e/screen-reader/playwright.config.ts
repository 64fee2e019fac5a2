import { defineConfig } from "@playwright/test";
import { missingForScreenReader } from "../../src/commands/screen-reader.mjs";
import base from "../playwright.config.ts";

const missing = missingForScreenReader();
if (missing.length > 0) {
  throw new Error(`A screen reader cannot be driven here: ${missing.join(", ")} missing (these are Debian's names).`);
}

/** `npm run test:screen-reader`: the app as a reader with Orca hears it, on a desktop of its own. */
export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "smoke.ts",
  outputDir: "../../test-results/screen-reader",
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  projects: [{ name: "orca" }],
});
