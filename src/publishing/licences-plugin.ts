import { existsSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** What the build puts something of into the app and is not written in `dependencies`. */
const ALSO_BUILT_IN = ["@preact/signals-core", "lucide-static", "@echogarden/espeak-ng-emscripten", "mediabunny"];

interface Package {
  name: string;
  version: string;
  license: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Writes `licences.txt` beside the app: the notice of everybody whose work is in it, as those licences ask. */
export function licencesPlugin(): Plugin {
  return {
    name: "lectern:licences",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "licences.txt", source: licences() });
    },
  };
}

/** Throws where a package has no file with its licence. */
export function licences(): string {
  const { dependencies = {}, devDependencies = {} } = read<Package>("package.json");
  const fonts = Object.keys(devDependencies).filter((name) => name.startsWith("@fontsource"));
  const notices = [...Object.keys(dependencies), ...ALSO_BUILT_IN, ...fonts].toSorted().map(noticeOf);
  const own = "Lectern is free software under the GNU General Public License, version 3 or any later version.\n";
  return [own, "It contains:\n", ...notices].join(`\n${"-".repeat(72)}\n\n`);
}

/** The name, version and licence of a package, and its notice. Throws where it has no file with its licence. */
export function noticeOf(name: string): string {
  const { version, license } = read<Package>(`node_modules/${name}/package.json`);
  const file = ["LICENSE", "COPYING"].map((named) => `node_modules/${name}/${named}`).find(existsSync);
  if (!file) throw new Error(`${name} has no file with its licence.`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8").trim()}\n`;
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
