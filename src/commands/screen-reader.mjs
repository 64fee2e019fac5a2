import { existsSync } from "node:fs";
import { findProgram } from "./find-program.mjs";

/** Where distributions keep the bus of assistive technology; it is on nobody's PATH. */
const ACCESSIBILITY_BUS = ["/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib"].map(
  (folder) => `${folder}/at-spi-bus-launcher`,
);

/** What a desktop with a screen reader and a voice is made of: Debian's package, and what to look for. */
const PARTS = {
  orca: () => findProgram("orca"),
  "at-spi2-core": accessibilityBus,
  dbus: () => findProgram("dbus-daemon"),
  xvfb: () => findProgram("Xvfb"),
  openbox: () => findProgram("openbox"),
  xdotool: () => findProgram("xdotool"),
  pulseaudio: () => findProgram("pulseaudio"),
  "speech-dispatcher": () => findProgram("speech-dispatcher"),
  "espeak-ng": () => findProgram("espeak-ng"),
};

/**
 * The packages, as Debian calls them, that this machine lacks for driving a screen reader.
 *
 * @returns {string[]}
 */
export function missingForScreenReader() {
  return Object.entries(PARTS).flatMap(([name, find]) => (find() === undefined ? [name] : []));
}

/** @returns {string | undefined} the path of the program */
export function accessibilityBus() {
  return ACCESSIBILITY_BUS.find((path) => existsSync(path));
}
