import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the commands write and may lose at any time. */
export const CACHE = join(ROOT, "node_modules/.cache/lectern");

/** @returns {{ engines: { node: string }, scripts: Record<string, string> }} */
export function readPackage(root = ROOT) {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

/**
 * A command line for npm: the one that runs this script where there is one, so that versions do not mix.
 *
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npm(...args) {
  const running = process.env.npm_execpath;
  if (running && basename(running) === "npm-cli.js") return [process.execPath, [running, ...args]];
  return ["npm", args];
}
