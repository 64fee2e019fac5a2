import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { UNUSED, without } from "./unused-code-plugin.ts";

const require = createRequire(import.meta.url);

/** The text of a module, which its package may not let others import. */
function source(module: string): string {
  const name = module.split("/")[0]!;
  return readFileSync(join(dirname(require.resolve(`${name}/package.json`)), module.slice(name.length)), "utf8");
}

describe("code of packages that is not used", () => {
  it.each(Object.entries(UNUSED))("%s is a module without it, and a smaller one", (module, cuts) => {
    const [whole, left] = [source(module), without(source(module), cuts, module)];
    expect(parseSync(module, left).errors).toEqual([]);
    expect(left.length).toBeLessThan(whole.length - 50);
    const declared = (code: string) => [...code.matchAll(/^export \{(.*)\}/gm)].map(([, names]) => names);
    expect(declared(left)).toEqual(declared(whole));
  });

  it("is looked at again when a package has changed", () => {
    expect(() => without("const a = 1;", [["const b", ";"]], "pkg/x.js")).toThrow("pkg/x.js has changed");
  });
});
