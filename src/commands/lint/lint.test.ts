import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../project.mjs";

type Violation = [rule: string, file: string, code: string, message?: RegExp];

/** One planted violation each: the rule that must see it, the file it stands in, and the code. */
const VIOLATIONS: Violation[] = [
  // Layers
  ["import-layers", "src/domain/a.ts", `import "#storage/x.ts";`, /"domain" may not import "storage"/],
  [
    "import-layers",
    "src/domain/b.ts",
    `import { signal } from "@preact/signals";\nsignal(1);`,
    /package "@preact\/signals"/,
  ],
  ["import-layers", "src/domain/c.ts", `import type { X } from "#storage/x.ts";\nexport const x: X = 1;`],
  ["import-layers", "src/domain/d.ts", `export const x: import("#ui/x.ts").X = 1;`],
  ["import-layers", "src/domain/e.ts", `import { readFileSync } from "node:fs";\nreadFileSync("x");`],
  ["import-layers", "src/protocol/a.ts", `import { x } from "#rendering/x.ts";\nx();`],
  ["import-layers", "src/i18n/a.ts", `import { x } from "#rendering/x.ts";\nx();`, /only types from "rendering"/],
  ["import-layers", "src/storage/a.ts", `import { x } from "#state/x.ts";\nx();`],
  ["import-layers", "src/speech/a.ts", `import { x } from "#state/x.ts";\nx();`],
  ["import-layers", "src/rendering/a.ts", `import { h } from "preact";\nh("p", null);`, /package "preact"/],
  ["import-layers", "src/importing/a.ts", `import { x } from "#ui/x.ts";\nx();`],
  ["import-layers", "src/reading/a.ts", `import { x } from "#speech/x.ts";\nx();`],
  ["import-layers", "src/state/a.ts", `import { x } from "#ui/x.ts";\nx();`],
  ["import-layers", "src/state/b.ts", `import { x } from "#speech/x.ts";\nx();`, /only types from "speech"/],
  ["import-layers", "src/state/c.ts", `import { type X, x } from "#importing/x.ts";\nexport const y: X = x();`],
  ["import-layers", "src/state/d.ts", `export const x = () => import("#speech/x.ts");`, /loaded in its lazy\.ts/],
  ["import-layers", "src/ui/a.ts", `import { x } from "#storage/x.ts";\nx();`],
  ["import-layers", "src/ui/lazy.ts", `export const x = () => import("#speech/x.ts");`],
  ["import-layers", "src/shell/a.ts", `import { x } from "#storage/x.ts";\nx();`],
  ["import-layers", "src/service-worker/a.ts", `import { x } from "#ui/x.ts";\nx();`],
  ["import-layers", "src/service-worker/b.ts", `import { h } from "preact";\nh("p", null);`],
  ["import-layers", "src/companion/a.ts", `import { x } from "#rendering/x.ts";\nx();`],
  ["import-layers", "src/companion/b.ts", `import sirv from "sirv";\nsirv();`],
  ["import-layers", "src/publishing/a.ts", `import { x } from "#service-worker/x.ts";\nx();`],
  ["import-layers", "e2e/a.ts", `import { x } from "../src/ui/x.ts";\nx();`],
  ["import-layers", "src/novel/a.ts", `import { x } from "#domain/x.ts";\nx();`, /Give the folder "novel" its place/],
  // The way an import is written
  ["import-layers", "src/storage/b.ts", `import { x } from "../ui/x.ts";\nx();`, /by subpath: "#ui\/x\.ts"/],
  [
    "import-layers",
    "src/ui/parts/b.ts",
    `import { x } from "../../domain/x.ts";\nx();`,
    /by subpath: "#domain\/x\.ts"/,
  ],
  ["import-layers", "src/ui/parts/c.ts", `import { x } from "#ui/x.ts";\nx();`, /relative path/],
  ["import-layers", "src/ui/d.ts", `import { x } from "./x";\nx();`, /extension/],
  ["import-layers", "src/speech/b.ts", `import { x } from "./fake-clock.ts";\nx();`, /Only tests/],
  ["import-layers", "src/rendering/b.ts", `import { any } from "#domain/fixtures/any.ts";\nany();`, /Only tests/],
  // The lazy doors
  ["lazy-door", "src/state/e.ts", `export const x = () => import("./x.ts");`],
  ["lazy-door", "src/entry.ts", `export const x = () => import("#ui/x.ts");`],
  ["lazy-door", "src/service-worker/c.ts", `export const x = (name: string) => import(name);`],
  // Markup from strings
  ...[
    `element.innerHTML = text;`,
    `element["outerHTML"] = text;`,
    "element[`innerHTML`] = text;",
    `element.insertAdjacentHTML("beforeend", text);`,
    `Object.assign(element, { innerHTML: text });`,
    `const { innerHTML } = element;\nexport { innerHTML as x };`,
    `document.write(text);`,
    `window.document.writeln(text);`,
    `document["write"](text);`,
    `element.setHTMLUnsafe(text);`,
    `range.createContextualFragment(text);`,
    `frame.srcdoc = text;`,
    `h("p", { dangerouslySetInnerHTML: { __html: text } });`,
  ].map((code, i): Violation => ["no-html-strings", `src/reading/html-${i}.ts`, code]),
  ["no-html-strings", "src/ui/Raw.tsx", `export const Raw = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;`],
  ["no-danger", "src/ui/Danger.tsx", `export const Danger = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;`],
  // Barrels
  ["no-re-exports", "src/speech/index.ts", `export * from "./x.ts";`],
  ["no-re-exports", "src/speech/c.ts", `export { x } from "./x.ts";`],
  ["no-re-exports", "src/speech/d.ts", `export type { X } from "./x.ts";`],
  // Names of files
  ["filename-case", "src/domain/textProjection.ts", `export const x = 1;`],
  ["filename-case", "src/domain/Segment.ts", `export const x = 1;`],
  ["filename-case", "src/domain/text_projection.test.ts", `export const x = 1;`],
  ["filename-case", "src/ui/article_card.tsx", `export const x = 1;`],
  // Accessibility
  ["alt-text", "src/ui/Picture.tsx", `export const Picture = () => <img src="a.png" />;`],
  ["anchor-is-valid", "src/ui/Anchor.tsx", `export const Anchor = () => <a href="#">Top</a>;`],
  [
    "click-events-have-key-events",
    "src/ui/Clickable.tsx",
    `export const Clickable = () => <div onClick={() => 1}>Go</div>;`,
  ],
  [
    "no-static-element-interactions",
    "src/ui/Static.tsx",
    `export const Static = () => <div onClick={() => 1}>Go</div>;`,
  ],
  ["label-has-associated-control", "src/ui/Label.tsx", `export const Label = () => <label>Size</label>;`],
  ["no-autofocus", "src/ui/Focus.tsx", `export const Focus = () => <input aria-label="Find" autoFocus />;`],
  ["aria-props", "src/ui/Aria.tsx", `export const Aria = () => <p aria-lable="x">x</p>;`],
  ["tabindex-no-positive", "src/ui/Tab.tsx", `export const Tab = () => <button type="button" tabIndex={2}>x</button>;`],
  ["button-has-type", "src/ui/Button.tsx", `export const Button = () => <button>x</button>;`],
  // Hooks
  [
    "rules-of-hooks",
    "src/ui/Hook.tsx",
    `import { useState } from "preact/hooks";\nexport const Hook = ({ on }: { on: boolean }) => (on ? <p>{useState(1)[0]}</p> : null);`,
  ],
  [
    "exhaustive-deps",
    "src/ui/Effect.tsx",
    `import { useEffect } from "preact/hooks";\nexport function Effect({ id }: { id: string }) {\n  useEffect(() => history.pushState(id, ""), []);\n  return null;\n}`,
  ],
  // Globals, modules and the rest
  ["no-restricted-globals", "src/state/f.ts", `export const x = localStorage.getItem("x");`],
  ["no-restricted-globals", "src/state/g.ts", `export const x = () => event;`],
  ["no-alert", "src/state/h.ts", `export const x = () => alert("x");`],
  ["no-console", "src/state/i.ts", `console.log("x");`],
  ["no-eval", "src/state/j.ts", `export const x = (code: string) => eval(code);`],
  ["no-default-export", "src/state/k.ts", `export default 1;`],
  ["no-cycle", "src/state/cycle-a.ts", `import { b } from "./cycle-b.ts";\nexport const a = () => b;`],
  ["no-explicit-any", "src/state/l.ts", `export const x = (value: any) => value;`],
  ["consistent-type-imports", "src/state/m.ts", `import { X } from "./x.ts";\nexport const x: X = 1;`],
  ["max-lines", "src/state/n.ts", "export {};\n".repeat(301)],
  [
    "no-focused-tests",
    "src/state/o.test.ts",
    `import { expect, it } from "vitest";\nit.only("x", () => expect(1).toBe(1));`,
  ],
  ["expect-expect", "src/state/p.test.ts", `import { it } from "vitest";\nit("x", () => {});`],
];

/** Correct code that comes close to the rules, and what imports above point at. */
const CLEAN: Record<string, string> = {
  "src/main.tsx": `import { x } from "#storage/x.ts";\nimport { y } from "#ui/y.ts";\nimport "#styles/main.css";\nx(y);`,
  "src/domain/x.ts": `export const x = () => 1;\nexport type X = number;`,
  "src/domain/x.browser.test.ts": `import { expect, it } from "vitest";\nimport { x } from "./x.ts";\nit("counts", () => expect(x()).toBe(1));`,
  "src/domain/shape.d.ts": `export interface Shape {\n  sides: number;\n}`,
  "src/storage/x.ts": `import { openDB } from "idb";\nimport type { X } from "#domain/x.ts";\nexport const x = (y: X) => openDB(String(y));`,
  "src/state/x.ts": `import { signal } from "@preact/signals";\nimport type { X } from "#speech/x.ts";\nexport const x = signal<X>(1);\nexport type { X };`,
  "src/state/lazy.ts": `export const loadSpeech = () => import("#speech/x.ts");`,
  "src/state/cycle-b.ts": `import { a } from "./cycle-a.ts";\nexport const b = () => a;`,
  "src/state/x.test.ts": `import { expect, it } from "vitest";\nimport { x } from "#ui/y.ts";\nit("is", async () => {\n  await import("#speech/x.ts");\n  expect(x).toBe(1);\n});`,
  "src/speech/x.ts": `import { x as y } from "#domain/x.ts";\nexport type X = number;\nexport const x = y;`,
  "src/speech/fake-clock.ts": `import { vi } from "vitest";\nexport const x = vi.fn();`,
  "src/domain/fixtures/any.ts": `import fc from "fast-check";\nexport const any = fc.string();`,
  "src/speech/contract.ts": `import { expect, it } from "vitest";\nimport { x } from "./fake-clock.ts";\nexport const contract = () => it("is", () => expect(x()).toBe(1));`,
  "src/ui/y.ts": `import { x as z } from "#state/x.ts";\nexport const x = 1;\nexport const y = z;`,
  "src/ui/parts/Fine.tsx": `import play from "icon:play";\nimport { y } from "../y.ts";\nexport function Fine({ html }: { html: string }) {\n  return (\n    <button type="button" class="fine" onClick={() => y}>\n      {play} {html} document.write\n    </button>\n  );\n}`,
  "src/service-worker/x.ts": `import { Strategy } from "workbox-strategies";\nimport { x } from "#storage/x.ts";\nexport const y = [Strategy, x];`,
  "src/companion/x.ts": `import { readFileSync } from "node:fs";\nimport { x } from "#domain/x.ts";\nconsole.log(readFileSync(String(x())));`,
  "src/companion/vite.config.ts": `import { defineConfig } from "vite";\nexport default defineConfig({});`,
  "src/styles/main.css": `p { color: inherit }`,
};

interface Diagnostic {
  code: string;
  message: string;
  filename: string;
}

let project: string;
let diagnostics: Diagnostic[];

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "lectern-lint-"));
  for (const path of [".oxlintrc.json", "package.json", "src/commands/project.mjs", "src/commands/lint"]) {
    await cp(join(ROOT, path), join(project, path), { recursive: true, filter: (name) => !name.endsWith(".test.ts") });
  }
  const files = [...Object.entries(CLEAN), ...VIOLATIONS.map(([, file, code]) => [file, code] as const)];
  for (const [file, code] of files) {
    await mkdir(dirname(join(project, file)), { recursive: true });
    await writeFile(join(project, file), `${code}\n`);
  }
  diagnostics = await oxlint();
});

afterAll(() => rm(project, { recursive: true }));

/** Findings are its answer, so its exit code is no error here. */
async function oxlint(): Promise<Diagnostic[]> {
  const command = [join(ROOT, "node_modules/oxlint/bin/oxlint"), "--format=json"];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: project }).catch(
    (error: { stdout: string }) => error,
  );
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

function findingsIn(file: string): Diagnostic[] {
  return diagnostics.filter(({ filename }) => filename.replaceAll("\\", "/").endsWith(file));
}

describe("the linter", () => {
  it.each(VIOLATIONS)("reports %s in %s", (rule, file, _code, message = /./) => {
    const found = findingsIn(file).filter(({ code }) => code.endsWith(`(${rule})`));
    expect(found, `all findings: ${JSON.stringify(findingsIn(file))}`).not.toHaveLength(0);
    expect(found.some((finding) => message.test(finding.message))).toBe(true);
  });

  it.each(Object.keys(CLEAN).filter((file) => !file.includes("cycle")))("has nothing to say about %s", (file) => {
    expect(findingsIn(file)).toEqual([]);
  });
});
