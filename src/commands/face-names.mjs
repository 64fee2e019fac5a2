import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

/**
 * `npm run face-names`: cuts the letters of each typeface's name out of it, about two kilobytes each, into `src/ui/settings/face-names/`. The
 * picker shows every name in its own face by them, and need not fetch the faces. To be run again when a name or a face changes.
 */
/** @type {readonly (readonly [id: string, name: string, file: string])[]} */
const FACES = [
  [
    "atkinson",
    "Atkinson Hyperlegible",
    "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal",
  ],
  ["literata", "Literata", "@fontsource-variable/literata/files/literata-latin-wght-normal"],
  ["lexend", "Lexend", "@fontsource-variable/lexend/files/lexend-latin-wght-normal"],
  ["opendyslexic", "OpenDyslexic", "@fontsource/opendyslexic/files/opendyslexic-latin-400-normal"],
];

const folder = "src/ui/settings/face-names";
mkdirSync(folder, { recursive: true });
for (const [id, name, file] of FACES) {
  const cut = await subsetFont(readFileSync(`node_modules/${file}.woff2`), name, { targetFormat: "woff2" });
  writeFileSync(`${folder}/${id}-name.woff2`, cut);
  console.log(`${folder}/${id}-name.woff2: ${cut.length} bytes`);
}
