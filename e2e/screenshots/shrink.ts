import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { expect } from "@playwright/test";
import { findProgram } from "../../src/commands/find-program.mjs";

/**
 * Writes a picture anew with no more than so many colours, where ImageMagick is there to count them. It fails where the picture is heavier than `heaviest`
 * kilobytes (of 1,024 bytes) all the same.
 */
export function shrink(path: string, heaviest: number, colours: number): void {
  const magick = findProgram("magick", "convert");
  const settings = ["-strip", "+dither", "-colors", `${colours}`, "-define", "png:compression-level=9"];
  if (magick) execFileSync(magick, [path, ...settings, `PNG8:${path}`]);
  expect(statSync(path).size, path).toBeLessThan(heaviest * 1024);
}
