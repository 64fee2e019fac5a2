import { ensureBuilt } from "../../src/commands/build.mjs";
import { isBuiltElsewhere } from "../support/build.ts";

/** Vitest's way to do something once before any test file is read: they read the built articles. */
export async function setup(): Promise<void> {
  if (!isBuiltElsewhere && !(await ensureBuilt())) throw new Error("The app could not be built.");
}
