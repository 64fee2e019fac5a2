import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findProgram } from "./find-program.mjs";
import { ROOT } from "./project.mjs";
import { run } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLAYWRIGHT = join(ROOT, "node_modules/@playwright/test/cli.js");

/**
 * The Chromium to test in: CHROMIUM, else the system's. Undefined means Playwright's own, which CHROMIUM set to nothing
 * asks for as well.
 *
 * @returns {string | undefined}
 */
export function systemChromium() {
  const chosen = process.env.CHROMIUM;
  return chosen === undefined ? findProgram(...NAMES) : chosen || undefined;
}

/**
 * Playwright's launch options for it.
 *
 * @param {...string} args
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromiumLaunch(...args) {
  const executablePath = systemChromium();
  return executablePath === undefined ? { args } : { executablePath, args };
}

/**
 * Sees to it that there is a Chromium: the system's, else Playwright's own, else Debian's package where this account
 * may install it. Sets CHROMIUM, so that every later step takes the same one.
 *
 * @returns {Promise<string>} what will be used, in words
 */
export async function ensureChromium() {
  const found = systemChromium();
  // On Ubuntu the name can be a script that only says where to get it.
  if (found && spawnSync(found, ["--version"]).status === 0) return choose(found);

  if (await canLaunchOwn()) return choose("");
  console.log("Looking for a Chromium to test in.");
  await run([process.execPath, [PLAYWRIGHT, "install", "chromium"]], { quiet: true });
  if (await canLaunchOwn()) return choose("");

  if (process.getuid?.() === 0 && findProgram("apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run(["apt-get", ["update"]], { quiet: true, env });
    await run(["apt-get", ["install", "-y", "--no-install-recommends", "chromium"]], { quiet: true, env });
    const installed = findProgram("chromium");
    if (installed) return choose(installed);
  }
  return "none: install one, or name one with CHROMIUM=/path/to/chromium";
}

/** @param {string} path - empty for Playwright's own */
function choose(path) {
  process.env.CHROMIUM = path;
  return path || "Playwright's own";
}

/** Downloading is not enough: its libraries must be there too. */
async function canLaunchOwn() {
  const script = `import { chromium } from "@playwright/test"; await (await chromium.launch()).close();`;
  const { code } = await run([process.execPath, ["--input-type=module", "--eval", script]], { quiet: true });
  return code === 0;
}
