import { defineConfig } from "@playwright/test";
import base from "../playwright.config.ts";

/** `npm run screenshots`: takes the pictures that stores and browsers show of the app before it is installed. */
export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "take.ts",
  outputDir: "../../test-results/screenshots",
  reporter: "list",
  projects: [{ name: "screenshots" }],
});
