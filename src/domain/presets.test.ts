import { describe, expect, it } from "vitest";
import { isInForce, isSameName, keptOf, PRESET_NAMES, PRESETS, typeOf } from "./presets.ts";
import { resolveSettings, TYPE_SETTINGS } from "./settings.ts";

describe.each(PRESET_NAMES)("the preset %s", (name) => {
  it("offers only what its controls can show, and decides only the type", () => {
    const settings = resolveSettings(PRESETS[name]);
    for (const [setting, value] of Object.entries(PRESETS[name])) {
      expect(settings).toHaveProperty(setting, value);
      expect(TYPE_SETTINGS).toContain(setting);
    }
  });

  it("is known again when it is in force, whatever the colours", () => {
    const settings = resolveSettings({ ...PRESETS[name], theme: "sepia", ruler: true });
    expect(PRESET_NAMES.filter((other) => isInForce(PRESETS[other], settings))).toEqual([name]);
    expect(isInForce(typeOf(settings), settings)).toBe(true);
  });
});

it("presents text as WCAG 2.2, 1.4.8 wants it", () => {
  const { width, align, lineSpacing, paragraphSpacing } = resolveSettings(PRESETS.wcag);
  expect(width).toBeLessThanOrEqual(80);
  expect(align).not.toBe("justify");
  expect(lineSpacing).toBeGreaterThanOrEqual(1.5);
  expect(paragraphSpacing).toBeGreaterThanOrEqual(1.5 * lineSpacing);
});

describe("what is kept under a name", () => {
  const settings = resolveSettings({ size: 24, theme: "own", lineTint: true });

  it("is in force as long as nothing of it has changed: theme, colours and aids as well", () => {
    const kept = keptOf(settings);
    expect(isInForce(kept, settings)).toBe(true);
    for (const other of [
      { size: 26 },
      { theme: "grey" as const },
      { ownColors: { ...settings.ownColors, ink: "#000000" } },
      { lineTint: false },
      { ruler: true },
    ])
      expect(isInForce(kept, { ...settings, ...other }), JSON.stringify(other)).toBe(false);
    expect(isInForce(kept, { ...settings, keepAwake: true, rate: 2 })).toBe(true);
  });

  it("was the type alone once, and goes on working", () => {
    expect(isInForce({ size: 24 }, settings)).toBe(true);
  });

  it("has a name that is told from others by more than case and spaces", () => {
    expect(isSameName("Low vision", " low  VISION ")).toBe(true);
    expect(isSameName("Low vision", "Lower vision")).toBe(false);
  });
});
