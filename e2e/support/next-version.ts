import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { DIST } from "./build.ts";

/** A built app in a folder that the test may change and has to remove. */
export interface Build {
  folder: string;
  remove(): void;
}

export function copyBuild(): Build {
  const folder = mkdtempSync(join(tmpdir(), "lectern-build-"));
  cpSync(DIST, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * The version after this one, as a build would make it: every script has a new name, none of the old ones is there any more, and the
 * root element of each page says `data-build="next"`.
 */
export function nextVersion(): Build {
  const build = copyBuild();
  const scripts = readdirSync(join(build.folder, "assets")).filter((name) => extname(name) === ".js");
  const renamed = (name: string) => name.replace(/\.js$/, "-next.js");
  for (const path of readdirSync(build.folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(js|html)$/.test(path)) continue;
    const file = join(build.folder, path);
    let text = readFileSync(file, "utf8");
    for (const name of scripts) text = text.replaceAll(name, renamed(name));
    if (path.endsWith(".html")) text = text.replace(/<html lang="[^"]*"/, `$& data-build="next"`);
    // The service worker fetches what has another revision.
    if (path === "sw.js") text = text.replace(/(?<=revision:")[^"]{8}(?=",url:"[^"]*\.(html|json)")/g, "00000000");
    writeFileSync(file, text);
  }
  for (const name of scripts)
    renameSync(join(build.folder, "assets", name), join(build.folder, "assets", renamed(name)));
  return build;
}
