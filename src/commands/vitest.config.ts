import { join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { iconsPlugin } from "../publishing/icons-plugin.ts";
import { pdfFilesPlugin } from "../publishing/pdf-files-plugin.ts";
import { voicePacksPlugin } from "../publishing/voice-packs-plugin.ts";
import { chromiumLaunch } from "./chromium.mjs";
import { printPage } from "./print-page.ts";
import { CACHE, ROOT } from "./project.mjs";

const BROWSER_TESTS = "src/**/*.browser.test.{ts,tsx}";
const SPEECH_TESTS = "src/**/*.speech.test.ts";

/** Generous, for machines that do other things at the same time: a test that hangs is still found. */
const PATIENCE = { testTimeout: 30_000, hookTimeout: 60_000 };

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

/** Three ways to run a test: in Node, in a real browser, and in a browser with real voices. */
export default defineConfig({
  root: ROOT,
  test: {
    projects: [
      {
        root: ROOT,
        plugins: [iconsPlugin(), voicePacksPlugin(), pdfFilesPlugin()],
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
      browserProject("browser", BROWSER_TESTS, [SOUND_FLAG]),
      // The system's own synthesiser drops a sentence now and then when the machine is starved.
      browserProject("speech", SPEECH_TESTS, SPEECH_FLAGS, process.env["CI"] ? 1 : 0),
    ],
  },
});

function browserProject(name: string, include: string, flags: string[], retry = 0) {
  return {
    root: ROOT,
    cacheDir: join(CACHE, name),
    plugins: [iconsPlugin(), voicePacksPlugin(), pdfFilesPlugin()],
    // What Vite finds later it prepares then, and loads running tests anew: on a fresh clone one of them was lost so.
    optimizeDeps: { noDiscovery: true, include: DEPENDENCIES },
    test: {
      ...PATIENCE,
      name,
      retry,
      include: [include],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: chromiumLaunch(...flags) }),
        commands: { printPage },
        instances: [{ browser: "chromium" as const }],
      },
    },
  };
}
