import { describe, expect, it } from "vitest";
import { HYPHENATED, isUseful, SCRIPT_DEFAULTS, scriptKindOf } from "#domain/script.ts";
import css from "./type.css?raw";

describe("the style sheet agrees", () => {
  const languages = (rule: RegExp) => rule.exec(css)?.[1]?.trim().split(/,\s*/) ?? [];

  it("on the languages that it justifies", () => {
    expect(languages(/data-align="justify"\]\s+#article:lang\(([^)]*)\)/).toSorted()).toEqual(HYPHENATED.toSorted());
  });

  it("on the scripts with taller lines", () => {
    const tall = languages(/#article:lang\(([^)]*)\) \{\s*--script-line: 1\.8/);
    expect(tall).toContain("ar");
    for (const lang of tall) expect(SCRIPT_DEFAULTS[scriptKindOf(lang)].lineSpacing, lang).toBe(1.8);
  });

  it("on the scripts whose letters stay together", () => {
    const joined = languages(/:lang\(([^)]*)\) \{\s*letter-spacing: 0/);
    expect(joined).toContain("ar");
    for (const lang of joined) expect(isUseful("letterSpacing", scriptKindOf(lang)), lang).toBe(false);
  });
});
