import { defineConfig } from "@playwright/test";
import base from "../playwright.config.ts";

/** `npm run bench`: how long an article takes to be on the screen, against a bare page of the same article. */
export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "bench.ts",
  outputDir: "../../test-results/bench",
  reporter: "dot",
  // Nothing else may run while it measures.
  workers: 1,
  timeout: 0,
  projects: [{ name: "bench" }],
});
