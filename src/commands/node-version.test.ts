import { expect, it } from "vitest";
import { nodeProblem } from "./node-version.mjs";

it.each(["20.19.0", "20.20.2", "21.0.0", "22.1.0", "100.0.0"])("is content with Node %s", (version) => {
  expect(nodeProblem(version, ">=20.19")).toBeUndefined();
});

it.each(["20.18.3", "20.9.0", "18.20.0", "8.19.0"])("refuses Node %s in one sentence", (version) => {
  const problem = nodeProblem(version, ">=20.19");
  expect(problem).toContain("20.19");
  expect(problem).toContain(version);
  expect(problem).not.toContain("\n");
});
