import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Desktop } from "./desktop.ts";

const PATIENCE = 60_000;
/** So long without a line in Orca's log, and it has said what it had to say. In milliseconds. */
const QUIET = 1200;

/** Typed keys are not read back: they are no part of the page. */
const SETTINGS = { enableKeyEcho: false, enableEchoByCharacter: false, enableEchoByWord: false };

/** Python keeps 8 kB of the log to itself, and with it the last words before a silence. */
const CUSTOMIZATIONS = `from orca import debug
debug.debugFile.reconfigure(line_buffering=True)
`;

/**
 * A folder with a `pgrep` that finds nothing. Orca asks it whether the user has another Orca, and then either refuses to
 * start or ends that one, which may be what the user is working with; on a desktop of its own it disturbs nobody.
 */
function lonely(home: string): string {
  const folder = join(home, "bin");
  mkdirSync(folder);
  writeFileSync(join(folder, "pgrep"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return folder;
}

/** The screen reader, working as its user would, and heard through its log. */
export class Orca {
  readonly #desktop: Desktop;
  readonly #log: string;

  private constructor(desktop: Desktop) {
    this.#desktop = desktop;
    this.#log = join(desktop.home, "orca.log");
  }

  static async start(desktop: Desktop): Promise<Orca> {
    const orca = new Orca(desktop);
    const folder = join(desktop.home, ".local/share/orca");
    mkdirSync(folder, { recursive: true });
    const general = { ...SETTINGS, profile: ["Default", "default"], pronunciations: {}, keybindings: {} };
    const settings = { general, pronunciations: {}, keybindings: {}, profiles: { default: general } };
    writeFileSync(join(folder, "user-settings.conf"), JSON.stringify(settings));
    writeFileSync(join(folder, "orca-customizations.py"), CUSTOMIZATIONS);
    desktop.start("orca", ["--debug", "--debug-file", orca.#log], {
      PATH: `${lonely(desktop.home)}:${desktop.env["PATH"]}`,
    });
    await orca.#until(() => orca.said().length > 0, "Orca does not speak.");
    return orca;
  }

  /** Everything it has said, in order. */
  said(): string[] {
    const lines = this.#read().matchAll(/SPEECH OUTPUT: '(.*)'(?:\s*\[?\{.*)?$/gm);
    return Array.from(lines, ([, text]) => text!.trim()).filter((text) => text !== "");
  }

  /** Presses a key, as in `h`, `Return` or `alt+Left`, and returns what is said to it. Waits until that includes `expected`. */
  async press(key: string, expected?: string | RegExp): Promise<string[]> {
    const before = this.said().length;
    await promisify(execFile)("xdotool", ["key", "--clearmodifiers", key], { env: this.#desktop.env });
    return this.hear(before, expected);
  }

  /** What is said after the first `before` announcements, once it is quiet again and `expected` was among it. */
  async hear(before: number, expected?: string | RegExp): Promise<string[]> {
    const since = () => this.said().slice(before);
    if (expected !== undefined) {
      await this.#until(
        () => since().some((text) => (typeof expected === "string" ? text.includes(expected) : expected.test(text))),
        () => `Not heard: ${expected}. Heard instead: ${JSON.stringify(since())}`,
      );
    }
    await this.quiet();
    return since();
  }

  /** Resolves when nothing is happening any more. */
  async quiet(): Promise<void> {
    let length = -1;
    let since = Date.now();
    await this.#until(() => {
      const now = this.#read().length;
      if (now !== length) since = Date.now();
      length = now;
      return Date.now() - since > QUIET;
    }, "Orca finds no rest.");
  }

  #read(): string {
    return existsSync(this.#log) ? readFileSync(this.#log, "utf8") : "";
  }

  async #until(condition: () => boolean, problem: string | (() => string)): Promise<void> {
    for (const end = Date.now() + PATIENCE; !condition(); await pause(100)) {
      if (Date.now() > end) throw new Error(typeof problem === "string" ? problem : problem());
    }
  }
}
