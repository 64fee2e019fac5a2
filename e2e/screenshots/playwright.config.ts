import { defineConfig } from "@playwright/test";
import base from "../playwright.config.ts";

/**
 * `npm run screenshots`: takes the pictures that stores and browsers show of the app before it is installed, and one of each way that
 * text can look, to be looked at.
 */
export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: ["take.ts", "looks.ts"],
  outputDir: "../../test-results/screenshots",
  reporter: "list",
  projects: [{ name: "screenshots" }],
});
