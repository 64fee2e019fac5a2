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
  report({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
    testResults: [
      {
        name: "/somewhere/src/tide.test.ts",
        status: failed > 0 ? "failed" : "passed",
        assertionResults: Array.from({ length: failed }, (_, i) => ({ status: "failed", fullName: `ebbs ${i + 1}` })),
      },
    ],
  });

const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0) =>
  report({
    stats: { expected, unexpected, flaky, skipped },
    suites: [
      {
        title: "tide.spec.ts",
        specs: [{ title: "flows", ok: true }],
        suites: [
          {
            title: "at night",
            specs: Array.from({ length: unexpected }, (_, i) => ({ title: `ebbs ${i + 1}`, ok: false })),
          },
        ],
      },
    ],
  });

describe("what a step amounts to", () => {
  it("is one where the step has no report", () => {
    const none = join(folder, "none.json");
    expect(tallyStep("types", 0, none)).toEqual({ passed: 1, failed: 0, skipped: 0, names: [] });
    expect(tallyStep("types", 2, none)).toEqual({ passed: 0, failed: 1, skipped: 0, names: ["types"] });
  });

  it("is the tests of a report by Vitest or Playwright", () => {
    expect(tallyStep("test", 1, vitest(12, 2, 2, 1))).toEqual({
      passed: 12,
      failed: 2,
      skipped: 3,
      names: ["tide.test.ts › ebbs 1", "tide.test.ts › ebbs 2"],
    });
    expect(tallyStep("test", 1, playwright(7, 1, 0, 4))).toEqual({
      passed: 7,
      failed: 1,
      skipped: 4,
      names: ["tide.spec.ts › at night › ebbs 1"],
    });
  });

  it("takes a test that passed at its second try for passed", () => {
    expect(tallyStep("test", 0, playwright(7, 0, 1))).toEqual({ passed: 8, failed: 0, skipped: 0, names: [] });
  });

  it("never hides a failure outside the tests", () => {
    expect(tallyStep("test", 1, vitest(12, 0))).toEqual({ passed: 12, failed: 1, skipped: 0, names: ["test"] });
    const lost = { passed: 0, failed: 1, skipped: 0, names: ["test"] };
    expect(tallyStep("test", 1, report("{ cut off"))).toEqual(lost);
    expect(tallyStep("test", 0, report("{ cut off"))).toEqual(lost);
  });

  it("names a file that could not be run", () => {
    const file = report({
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [{ name: "/somewhere/src/tide.test.ts", status: "failed", assertionResults: [] }],
    });
    expect(tallyStep("test", 1, file)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
      names: ["tide.test.ts › the file itself"],
    });
  });
});

it("closes with one line, and names skipped tests only where there are any", () => {
  const some = [
    { passed: 2, failed: 0, skipped: 0, names: [] },
    { passed: 40, failed: 1, skipped: 0, names: ["the tide"] },
  ];
  expect(closingLine(sum(some))).toBe("42 passed, 1 failed");
  expect(sum(some).names).toEqual(["the tide"]);
  expect(closingLine(sum([...some, { passed: 0, failed: 0, skipped: 5, names: [] }]))).toBe(
    "42 passed, 1 failed, 5 skipped",
  );
  expect(closingLine(sum([]))).toBe("0 passed, 0 failed");
});
