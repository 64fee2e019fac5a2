import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { systemFirefox } from "./firefox.mjs";
import { ensureInstalled } from "./install.mjs";
import { nodeProblem } from "./node-version.mjs";
import { CACHE, npm, readPackage } from "./project.mjs";
import { endOnSignals, Interrupted, run } from "./run.mjs";
import { canSpeak } from "./sound.mjs";
import { closingLine, sum, tallyStep } from "./tally.mjs";

/** The names are scripts of package.json, so that each step can be run by itself as well. */
const STEPS = ["types", "lint", "test:unit", "test:browser", "test:speech", "build", "test:e2e"];

/** What takes minutes or a whole desktop; `npm test -- --slow` runs it after the rest. */
const SLOW_STEPS = ["test:firefox", "test:screen-reader"];

const SPEECH = "PulseAudio, Speech Dispatcher and espeak-ng";

/** What a step is skipped without: whether it is there, and how it is called. @type {Record<string, [() => boolean, string]>} */
const NEEDS = {
  "test:speech": [canSpeak, SPEECH],
  "test:firefox": [() => canSpeak() && systemFirefox() !== undefined, `Firefox, ${SPEECH}`],
};
const VITEST_STEPS = new Set(["test:unit", "test:browser", "test:speech", "test:firefox"]);

const { engines, scripts } = readPackage();
const problem = nodeProblem(process.versions.node, engines.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

endOnSignals();
try {
  if (!(await ensureInstalled())) process.exit(1);
  console.log(`Chromium: ${await ensureChromium()}`);

  const steps = process.argv.includes("--slow") ? [...STEPS, ...SLOW_STEPS.filter((name) => name in scripts)] : STEPS;
  const reports = join(CACHE, "reports");
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const tallies = [];
  for (const step of steps) tallies.push(await runStep(step, join(reports, `${step.replace(":", "-")}.json`)));
  const total = sum(tallies);
  process.exitCode = total.failed > 0 ? 1 : 0;
  // Again at the end, where whoever comes back to it looks first.
  if (total.failed > 0) console.log(`\nFailed:\n${total.names.map((name) => `  ${name}`).join("\n")}`);
  console.log(`\n${closingLine(total)}`);
} catch (error) {
  if (!(error instanceof Interrupted)) throw error;
  process.exitCode = 130;
}

/**
 * @param {string} step
 * @param {string} report - where its JSON report goes, if it writes one
 */
async function runStep(step, report) {
  console.log(`\n--- ${step} ---`);
  const [isThere, what] = NEEDS[step] ?? [];
  if (isThere?.() === false) {
    console.log(`Skipped: this machine has not all of ${what}.`);
    return { passed: 0, failed: 0, skipped: 1, names: [] };
  }
  // The build leaves the stamp by which the end-to-end tests know that it is theirs.
  if (step === "build") return tallyStep(step, (await ensureBuilt()) ? 0 : 1, report);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = VITEST_STEPS.has(step) ? ["--", ...reporters] : [];
  const { code } = await run(npm("run", "--silent", step, ...args), { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  return tallyStep(step, code, report);
}
