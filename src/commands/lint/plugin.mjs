import { importLayers } from "./import-layers.mjs";
import { lazyDoor } from "./lazy-door.mjs";
import { noHtmlStrings } from "./no-html-strings.mjs";
import { noReExports } from "./no-re-exports.mjs";

/** The house's own rules for oxlint, which are in the form of ESLint's. */
export default {
  meta: { name: "lectern" },
  rules: {
    "import-layers": importLayers,
    "lazy-door": lazyDoor,
    "no-html-strings": noHtmlStrings,
    "no-re-exports": noReExports,
  },
};
