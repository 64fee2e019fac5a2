import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "../../src/commands/project.mjs";

/** Modules of the source tree, or packages, with all that they import, as one module for a page that has nothing else of the app. */
export async function bundle(...modules: readonly string[]): Promise<string> {
  const entry = join(ROOT, "bundled.js");
  const code = modules.map((name) => `export * from ${JSON.stringify(name.replace(/^src\//, "./src/"))};`).join("\n");
  const output = await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    plugins: [
      {
        name: "entry",
        enforce: "pre",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ["es"] },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const [built] = [output].flat();
  if (!built || !("output" in built)) throw new Error("Nothing was built.");
  return built.output[0].code;
}
