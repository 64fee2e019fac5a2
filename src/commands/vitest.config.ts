import { join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import type { BrowserConfigOptions } from "vitest/node";
import { iconsPlugin } from "../publishing/icons-plugin.ts";
import { voiceGuidesPlugin } from "../publishing/voice-guides-plugin.ts";
import { pdfFilesPlugin } from "../publishing/pdf-files-plugin.ts";
import { voicePacksPlugin } from "../publishing/voice-packs-plugin.ts";
import { chromiumLaunch } from "./chromium.mjs";
import { firefox } from "./firefox-provider.ts";
import { printPage } from "./print-page.ts";
import { CACHE, ROOT } from "./project.mjs";

const BROWSER_TESTS = "src/**/*.browser.test.{ts,tsx}";
/** What rests on how a browser speaks, shows and keeps; what is read in is the same to both, as far as Chromium's printing does not make it. */
const FIREFOX_TESTS = "src/{reading,rendering,speech,storage,ui}/**/*.browser.test.{ts,tsx}";
const SPEECH_TESTS = "src/**/*.speech.test.ts";

/** Generous, for machines that do other things at the same time: a test that hangs is still found. */
const PATIENCE = { testTimeout: 30_000, hookTimeout: 60_000 };

/** The system's own synthesiser drops a sentence now and then when the machine is starved. */
const RETRIES = process.env["CI"] ? 1 : 0;

/** Of tests that start a browser and a server each. */
const LONG_PATIENCE = { testTimeout: 240_000, hookTimeout: 300_000 };

/** Any voice may speak at once: no test can tap the page before each sentence. */
const SOUND_FLAG = "--autoplay-policy=no-user-gesture-required";
const SPEECH_FLAGS = ["--enable-speech-dispatcher", SOUND_FLAG];

/** What the parts under test import from packages. */
const DEPENDENCIES = [
  "@mozilla/readability",
  "@preact/signals",
  "fast-check",
  "fflate",
  "idb",
  "mediabunny",
  "micromark",
  "micromark-extension-gfm-footnote",
  "micromark-extension-gfm-strikethrough",
  "micromark-extension-gfm-table",
  "pdfjs-dist/legacy/build/pdf.mjs",
  "pdfjs-dist/legacy/build/pdf.worker.mjs",
  "preact",
  "preact/hooks",
  "preact/jsx-dev-runtime",
  "preact/jsx-runtime",
  "workbox-window",
];

/** Four ways to run a test: in Node, in a real browser, in a browser with real voices, and in a browser of another make. */
export default defineConfig({
  root: ROOT,
  test: {
    projects: [
      {
        root: ROOT,
        plugins: [iconsPlugin(), voicePacksPlugin(), voiceGuidesPlugin(), pdfFilesPlugin()],
        test: {
          ...PATIENCE,
          name: "unit",
          environment: "node",
          // Otherwise a style sheet imported as text is empty.
          css: true,
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: [BROWSER_TESTS, SPEECH_TESTS],
        },
      },
      browserProject("browser", [BROWSER_TESTS], inChromium(SOUND_FLAG)),
      browserProject("speech", [SPEECH_TESTS], inChromium(...SPEECH_FLAGS), RETRIES),
      browserProject("firefox", [FIREFOX_TESTS, SPEECH_TESTS], inFirefox(), RETRIES),
      firefoxApp(),
    ],
  },
});

/** The built app in Firefox; driven from Node. */
function firefoxApp() {
  return {
    root: ROOT,
    test: {
      ...LONG_PATIENCE,
      retry: RETRIES,
      // After the tests in a page: two browsers at once would starve each other.
      sequence: { groupOrder: 1 },
      name: "firefox-app",
      environment: "node",
      include: ["e2e/firefox/app.ts"],
      globalSetup: "e2e/firefox/build-first.ts",
    },
  };
}

function inChromium(...flags: string[]): BrowserConfigOptions {
  return {
    provider: playwright({ launchOptions: chromiumLaunch(...flags) }),
    commands: { printPage },
    instances: [{ browser: "chromium" }],
  };
}

function inFirefox(): BrowserConfigOptions {
  return { provider: firefox(), instances: [{ browser: "firefox" }] };
}

function browserProject(name: string, include: string[], browser: BrowserConfigOptions, retry = 0) {
  return {
    root: ROOT,
    cacheDir: join(CACHE, name),
    plugins: [iconsPlugin(), voicePacksPlugin(), voiceGuidesPlugin(), pdfFilesPlugin()],
    // What Vite finds later it prepares then, and loads running tests anew: on a fresh clone one of them was lost so.
    optimizeDeps: { noDiscovery: true, include: DEPENDENCIES },
    test: {
      ...PATIENCE,
      name,
      retry,
      include,
      browser: { enabled: true, headless: true, screenshotFailures: false, ...browser },
    },
  };
}
