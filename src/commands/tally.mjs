import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * What a step amounts to: the tests in its report where it wrote one, else one for the step itself. A step that failed
 * never counts as passed, also where every test in its report did: it may have fallen over before, between or after.
 *
 * @param {number} code - the exit code
 * @param {string} reportFile - a JSON report of Vitest or Playwright; may be missing
 * @returns {Tally}
 */
export function tallyStep(code, reportFile) {
  const tally = readReport(reportFile) ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
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
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (report.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    // What passed at its second try has passed; Playwright's own summary names it as flaky.
    return { passed: expected + flaky, failed: unexpected, skipped };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
