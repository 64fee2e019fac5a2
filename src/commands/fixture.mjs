import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { extname, join } from "node:path";
import { ROOT } from "./project.mjs";

/**
 * `npm run fixture -- <folder> <name> <file>`: makes the file a fixture of an importer, and what comes out of it now what is
 * expected. `folder` is that of the importer under `src/importing`, such as `html` or `html/blocks`. Look at the result before you keep it.
 */
const [folder, rule, file] = process.argv.slice(2);
if (!folder || !rule || !file || !existsSync(file)) {
  console.error("npm run fixture -- <folder under src/importing> <name> <file>");
  process.exit(2);
}
const target = join(ROOT, "src/importing", folder, "fixtures", rule);
mkdirSync(target, { recursive: true });
copyFileSync(file, join(target, `source${extname(file)}`));

const [layer = ""] = folder.split("/");
const test = ["vitest", "run", "--config", "src/commands/vitest.config.ts", `src/importing/${layer}/fixtures`];
const { status } = spawnSync("npx", [...test, "--testNamePattern", rule], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, VITE_FIXTURE: rule },
});
process.exit(status ?? 1);
