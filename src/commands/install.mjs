import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm, ROOT } from "./project.mjs";
import { run } from "./run.mjs";

/** @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean }>} Packages */

/**
 * Whether node_modules holds what package-lock.json asks for. npm keeps a lockfile of what is really there, and writes
 * it last, so an installation that was cut off does not count.
 *
 * @param {string} [root]
 */
export function isInstalled(root = ROOT) {
  const present = readPackages(join(root, "node_modules/.package-lock.json"));
  const wanted = readPackages(join(root, "package-lock.json"));
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (path === "" || link) return true;
    // Optional packages are mostly binaries for other machines than this one.
    return present[path] ? present[path].version === version : optional === true;
  });
}

/**
 * Installs with `npm ci` where it is needed, the tools for building and testing included.
 *
 * @returns {Promise<boolean>} false where it failed; npm's own words are on the screen then
 */
export async function ensureInstalled() {
  if (isInstalled()) return true;
  console.log("Installing what Lectern needs. This takes a minute, once.");
  const { code, output } = await run(npm("ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"), {
    quiet: true,
  });
  if (code !== 0) console.error(output.trimEnd());
  return code === 0;
}

/**
 * @param {string} lockfile
 * @returns {Packages}
 */
function readPackages(lockfile) {
  return existsSync(lockfile) ? (JSON.parse(readFileSync(lockfile, "utf8")).packages ?? {}) : {};
}
