import { describe, expect, it } from "vitest";
import { actionOf, keyName, keysOf, PLAYER_ACTIONS, type Pressed } from "./player-keys.ts";

function press(key: string, held: Partial<Pressed> = {}): Pressed {
  return { key, code: "", shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held };
}

describe("the name of a key", () => {
  it.each([
    ["k", {}, "K"],
    ["K", { shiftKey: true }, "K"],
    [" ", {}, "Space"],
    [" ", { shiftKey: true }, "Shift+Space"],
    ["ArrowLeft", {}, "ArrowLeft"],
    ["ArrowLeft", { shiftKey: true }, "Shift+ArrowLeft"],
    ["[", {}, "["],
    ["{", { shiftKey: true }, "{"],
    ["ö", { code: "Semicolon" }, "Ö"],
    ["л", { code: "KeyK" }, "K"],
    ["F8", {}, "F8"],
  ])("%s is %s", (key, held, name) => expect(keyName(press(key, held))).toBe(name));

  it.each(["Tab", "Escape", "Enter", "Shift", "Dead", "Unidentified", "Backspace"])("%s is none", (key) =>
    expect(keyName(press(key))).toBeUndefined(),
  );

  it.each(["altKey", "ctrlKey", "metaKey"])("with %s held it belongs to somebody else", (held) =>
    expect(keyName(press("k", { [held]: true }))).toBeUndefined(),
  );
});

describe("what a key does", () => {
  it("is one thing each, and nothing is without a key", () => {
    const all = PLAYER_ACTIONS.flatMap((action) => keysOf(action, {}));
    expect(new Set(all).size).toBe(all.length);
    for (const action of PLAYER_ACTIONS) for (const key of keysOf(action, {})) expect(actionOf(key, {})).toBe(action);
  });

  it("is what the reader chose, and then nothing else", () => {
    const own = { toggle: "P" };
    expect(keysOf("toggle", own)).toEqual(["P"]);
    expect(actionOf("P", own)).toBe("toggle");
    expect(actionOf("K", own)).toBeUndefined();
    expect(actionOf(undefined, own)).toBeUndefined();
  });

  it("is the usual where something else was stored", () => {
    expect(keysOf("toggle", { toggle: 3 } as never)).toEqual(["Space", "K"]);
    expect(keysOf("toggle", { toggle: "" })).toEqual(["Space", "K"]);
  });
});
