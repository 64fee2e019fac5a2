import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { nodeProblem } from "./node-version.mjs";
import { readPackage, ROOT } from "./project.mjs";
import { endOnSignals, Interrupted } from "./run.mjs";

const problem = nodeProblem(process.versions.node, readPackage().engines.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

endOnSignals();
try {
  if (!(await ensureInstalled()) || !(await ensureBuilt())) process.exit(1);
  // It listens, says where, and from here on answers Ctrl-C itself.
  await import(pathToFileURL(join(ROOT, "dist-companion/main.js")).href);
} catch (error) {
  if (!(error instanceof Interrupted)) throw error;
}
