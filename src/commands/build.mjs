import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm, ROOT } from "./project.mjs";
import { run } from "./run.mjs";

const SOURCES = ["index.html", "package.json", "package-lock.json", "public", "src", "vite.config.ts"];
const NOT_BUILT = /(\.test\.tsx?|\/src\/commands)$/;

/**
 * Says what a build would be made from: the same text means the same build.
 *
 * @param {string} root
 * @param {string} base - BASE_PATH as it is given
 */
export function fingerprint(root, base) {
  const hash = createHash("sha256").update(`${process.versions.node}\0${base}\0`);
  for (const source of SOURCES) addToHash(hash, join(root, source));
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path
 */
function addToHash(hash, path) {
  if (NOT_BUILT.test(path) || !existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).toSorted()) addToHash(hash, `${path}/${name}`);
    return;
  }
  const content = readFileSync(path);
  hash.update(`${path}\0${content.length}\0`).update(content);
}

/**
 * The stamp lies beside the companion, which `npm run build` makes last and empties first, and it names the time of the
 * built page as well: a build by hand, a build cut off half-way or a deleted folder all make it wrong.
 *
 * @param {string} root
 */
export class BuildStamp {
  #file;
  #page;

  /** @param {string} root */
  constructor(root) {
    this.#file = join(root, "dist-companion/built-from.txt");
    this.#page = join(root, "dist/index.html");
  }

  /** @param {string} sources - a fingerprint */
  matches(sources) {
    if (!existsSync(this.#file) || !existsSync(this.#page)) return false;
    return readFileSync(this.#file, "utf8") === this.#text(sources);
  }

  remove() {
    rmSync(this.#file, { force: true });
  }

  /** @param {string} sources - a fingerprint taken before the build, so that an edit during it is not lost */
  write(sources) {
    writeFileSync(this.#file, this.#text(sources));
  }

  /** @param {string} sources */
  #text(sources) {
    return `${sources} ${statSync(this.#page).mtimeMs}\n`;
  }
}

/**
 * Builds the app and the companion where their sources, or BASE_PATH, changed since the last time.
 *
 * @returns {Promise<boolean>} false where it failed; the build's own words are on the screen then
 */
export async function ensureBuilt() {
  const sources = fingerprint(ROOT, process.env.BASE_PATH ?? "");
  const stamp = new BuildStamp(ROOT);
  if (stamp.matches(sources)) return true;
  console.log("Building Lectern.");
  stamp.remove();
  const { code, output } = await run(npm("run", "build"), { quiet: true });
  if (code === 0) stamp.write(sources);
  else console.error(output.trimEnd());
  return code === 0;
}
