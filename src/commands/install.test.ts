import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isInstalled } from "./install.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lectern-install-"));
  mkdirSync(join(root, "node_modules"));
  write("package-lock.json", {
    "": { version: "1.0.0" },
    "node_modules/preact": { version: "11.2.0" },
    "node_modules/vite/node_modules/deep": { version: "2.0.0" },
    "node_modules/binary-for-windows": { version: "3.0.0", optional: true },
  });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, packages: unknown) {
  writeFileSync(join(root, file), JSON.stringify({ lockfileVersion: 3, packages }));
}

const INSTALLED = {
  "node_modules/preact": { version: "11.2.0" },
  "node_modules/vite/node_modules/deep": { version: "2.0.0" },
};

it("is content with what the lockfile asks for, without binaries for other machines", () => {
  write("node_modules/.package-lock.json", INSTALLED);
  expect(isInstalled(root)).toBe(true);
});

it("sees a package added to the folder by hand as no reason to start over", () => {
  write("node_modules/.package-lock.json", { ...INSTALLED, "node_modules/extra": { version: "1.0.0" } });
  expect(isInstalled(root)).toBe(true);
});

it.each([
  ["nothing at all", {}],
  ["a package missing", { "node_modules/preact": { version: "11.2.0" } }],
  ["another version", { ...INSTALLED, "node_modules/preact": { version: "10.0.0" } }],
  ["another version of an optional one", { ...INSTALLED, "node_modules/binary-for-windows": { version: "2.9.0" } }],
])("installs where there is %s", (_, packages) => {
  write("node_modules/.package-lock.json", packages);
  expect(isInstalled(root)).toBe(false);
});

it("installs where an earlier installation was cut off", () => {
  expect(isInstalled(root)).toBe(false);
});
