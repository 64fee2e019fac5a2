import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "../../src/commands/chromium.mjs";
import base from "../playwright.config.ts";

/** Extraction is measured without the app. */
const { webServer: _, ...withoutServer } = base;

/** `npm run bench`: how long an article takes to be on the screen, against a bare page of the same article. */
export default defineConfig({
  ...(process.env.PAGES ? withoutServer : base),
  testDir: ".",
  testMatch: "bench.ts",
  outputDir: "../../test-results/bench",
  reporter: "dot",
  // Nothing else may run while it measures.
  workers: 1,
  timeout: 0,
  // A running service worker has a process that its page moves into. With this, and a second tab, the bare page has one as well.
  // No trace: Playwright would copy the document while the page is measured.
  use: { ...base.use, trace: "off", launchOptions: chromiumLaunch("--process-per-site") },
  projects: [{ name: "bench" }],
});
