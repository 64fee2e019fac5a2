import { spawnSync } from "node:child_process";
import { findProgram } from "./find-program.mjs";

const NAMES = ["firefox", "firefox-esr"];

/**
 * The Firefox to test in: FIREFOX, else the system's. Undefined where there is none, or FIREFOX is set to nothing.
 *
 * @returns {string | undefined}
 */
export function systemFirefox() {
  const path = process.env.FIREFOX ?? findProgram(...NAMES);
  // On Ubuntu the name can be a script that only says where to get it.
  return path && spawnSync(path, ["--version"]).status === 0 ? path : undefined;
}

/**
 * Puppeteer's launch options for it: a window that nobody sees, in which sound may begin without a press.
 *
 * @returns {import("puppeteer-core").LaunchOptions}
 */
export function firefoxLaunch() {
  const executablePath = systemFirefox();
  if (executablePath === undefined)
    throw new Error("There is no Firefox: install one, or name one with FIREFOX=/path/to/firefox");
  return {
    browser: "firefox",
    executablePath,
    headless: true,
    // https://searchfox.org/mozilla-central/source/modules/libpref/init/StaticPrefList.yaml: 0 allows.
    extraPrefsFirefox: { "media.autoplay.default": 0 },
  };
}
