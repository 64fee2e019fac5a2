import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "../src/commands/chromium.mjs";
import { CACHE, ROOT } from "../src/commands/project.mjs";
import { COMPANION, isBuiltElsewhere } from "./support/build.ts";

/**
 * Every test meets the app as it is built and served by `npm start`, on a port of its own; or the one at LECTERN_URL (with
 * its slash at the end), where that is set. Tests that end servers start their own, see `support/companion.ts`.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // On a shared machine a browser or a voice can be starved for a moment. What passes only the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  // Long enough for a busy machine: how fast the app is, is measured elsewhere.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? join(CACHE, "reports/test-e2e.json") }],
  ],
  ...(process.env.LECTERN_URL === undefined && {
    webServer: {
      command: `node ${isBuiltElsewhere ? COMPANION : "src/commands/start.mjs"}`,
      cwd: ROOT,
      env: { PORT: "0" },
      // Playwright hands the address to the workers as LECTERN_URL.
      wait: { stdout: /Lectern is at (?<lectern_url>\S+)/ },
      gracefulShutdown: { signal: "SIGTERM", timeout: 3000 },
      timeout: 300_000,
    },
  }),
  use: {
    baseURL: process.env.LECTERN_URL,
    browserName: "chromium",
    launchOptions: chromiumLaunch(),
    // A trace of every test takes as long as the tests.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
  },
  projects: [
    // What has nothing to do with the size of the window is marked @once.
    {
      name: "phone",
      grepInvert: /@once/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
  ],
});
