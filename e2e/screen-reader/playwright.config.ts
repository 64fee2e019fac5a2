import { defineConfig } from "@playwright/test";
import base from "../playwright.config.ts";

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
