import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { closingLine, sum, tallyStep } from "./tally.mjs";

const folder = mkdtempSync(join(tmpdir(), "lectern-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const vitest = (passed: number, failed: number, pending = 0, todo = 0) =>
  report({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo });

const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0) =>
  report({ stats: { expected, unexpected, flaky, skipped } });

describe("what a step amounts to", () => {
  it("is one where the step has no report", () => {
    expect(tallyStep(0, join(folder, "none.json"))).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(tallyStep(2, join(folder, "none.json"))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("is the tests of a report by Vitest or Playwright", () => {
    expect(tallyStep(1, vitest(12, 3, 2, 1))).toEqual({ passed: 12, failed: 3, skipped: 3 });
    expect(tallyStep(1, playwright(7, 1, 0, 4))).toEqual({ passed: 7, failed: 1, skipped: 4 });
  });

  it("takes a test that passed at its second try for passed", () => {
    expect(tallyStep(0, playwright(7, 0, 1))).toEqual({ passed: 8, failed: 0, skipped: 0 });
  });

  it("never hides a failure outside the tests", () => {
    expect(tallyStep(1, vitest(12, 0))).toEqual({ passed: 12, failed: 1, skipped: 0 });
    expect(tallyStep(1, report("{ cut off"))).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyStep(0, report("{ cut off"))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it("closes with one line, and names skipped tests only where there are any", () => {
  const some = [
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 40, failed: 1, skipped: 0 },
  ];
  expect(closingLine(sum(some))).toBe("42 passed, 1 failed");
  expect(closingLine(sum([...some, { passed: 0, failed: 0, skipped: 5 }]))).toBe("42 passed, 1 failed, 5 skipped");
  expect(closingLine(sum([]))).toBe("0 passed, 0 failed");
});
