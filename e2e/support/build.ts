import { join } from "node:path";
import { ROOT } from "../../src/commands/project.mjs";

const elsewhere = process.env.LECTERN_BUILD;

/** LECTERN_BUILD names a folder with a `dist` and a `dist-companion` to test as they are, instead of building here first. */
export const isBuiltElsewhere = Boolean(elsewhere);

/** The folder of the built app. */
export const DIST = join(elsewhere || ROOT, "dist");

/** The built companion; serves the `dist` beside it, or the folder DIST. */
export const COMPANION = join(elsewhere || ROOT, "dist-companion/main.js");
