import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** `names` are those of what failed. @typedef {{ passed: number, failed: number, skipped: number, names: string[] }} Tally */

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped, names }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      names: [...total.names, ...names],
    }),
    /** @type {Tally} */ ({ passed: 0, failed: 0, skipped: 0, names: [] }),
  );
}

/**
 * What a step amounts to: the tests in its report where it wrote one, else one for the step itself. A step that failed
 * never counts as passed, also where every test in its report did: it may have fallen over before, between or after.
 *
 * @param {string} step
 * @param {number} code - the exit code
 * @param {string} reportFile - a JSON report of Vitest or Playwright; may be missing
 * @returns {Tally}
 */
export function tallyStep(step, code, reportFile) {
  const tally = readReport(reportFile) ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0, names: [] };
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  if (tally.failed > 0 && tally.names.length === 0) tally.names.push(step);
  return tally;
}

/** @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** @param {string} file @returns {Tally | undefined} */
function readReport(file) {
  if (!existsSync(file)) return undefined;
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, names: [] };
  }
  if (report.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    // What passed at its second try has passed; Playwright's own summary names it as flaky.
    return { passed: expected + flaky, failed: unexpected, skipped, names: report.suites.flatMap(failedSpecs) };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    names: report.testResults.flatMap(failedIn),
  };
}

/**
 * @param {{ title: string, specs?: { title: string, ok: boolean }[], suites?: any[] }} suite - of a report of Playwright
 * @returns {string[]}
 */
function failedSpecs({ title, specs = [], suites = [] }) {
  const own = specs.filter(({ ok }) => !ok).map((spec) => spec.title);
  return [...own, ...suites.flatMap(failedSpecs)].map((name) => `${title} › ${name}`);
}

/**
 * A file that could not be run has no results of tests.
 *
 * @param {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} file - of a report of Vitest
 * @returns {string[]}
 */
function failedIn({ name, status, assertionResults }) {
  const names = assertionResults.filter((test) => test.status === "failed").map(({ fullName }) => fullName);
  if (names.length === 0 && status === "failed") names.push("the file itself");
  return names.map((test) => `${basename(name)} › ${test}`);
}
