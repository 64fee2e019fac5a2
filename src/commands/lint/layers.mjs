/**
 * Who may import whom.
 *
 * @typedef {object} Layer
 * @property {string[]} may - the layers it may import
 * @property {string[]} [types] - the layers it may import types from, and nothing that is still there at run time
 * @property {string[]} [lazily] - the layers its lazy.ts may load with `import()`
 * @property {string[]} [packages] - the packages it may import; a name ending in `*` stands for all that begin so
 */

/** @type {Record<string, Layer>} - by folder of src, and e2e */
export const LAYERS = {
  domain: { may: [] },
  protocol: { may: ["domain"] },
  i18n: { may: ["domain"], types: ["rendering"] },
  storage: { may: ["domain", "protocol"], packages: ["idb"] },
  speech: { may: ["domain", "protocol"], packages: ["voice:files", "voice:guides", "mediabunny"] },
  rendering: { may: ["domain"] },
  importing: {
    may: ["domain", "protocol"],
    packages: [
      "@mozilla/readability",
      "feedsmith",
      "fflate",
      "mdast*",
      "micromark*",
      "pdfjs-dist",
      "pdfjs-dist/*",
      "pdf:files",
    ],
  },
  reading: { may: ["domain", "rendering"], packages: ["hyphen", "hyphen/*"] },
  state: {
    may: ["domain", "protocol", "storage"],
    types: ["speech", "importing"],
    lazily: ["speech", "importing"],
    packages: ["@preact/signals"],
  },
  ui: {
    may: ["domain", "state", "rendering", "reading", "i18n"],
    packages: ["preact", "preact/*", "@preact/signals", "icon:*"],
  },
  shell: {
    may: ["domain", "protocol", "state", "ui", "i18n"],
    packages: ["preact", "preact/*", "@preact/signals", "workbox-window"],
  },
  "service-worker": { may: ["domain", "protocol", "storage", "rendering", "i18n"], packages: ["workbox-*"] },
  companion: { may: ["domain", "protocol"], packages: ["node:*", "ipaddr.js"] },
  publishing: { may: ["domain", "protocol", "rendering", "i18n", "ui"], types: ["speech"], packages: ["*"] },
  commands: {
    may: ["publishing"],
    packages: ["node:*", "subset-font", "puppeteer-core", "@vitest/browser", "vitest/node"],
  },
  e2e: { may: ["domain", "protocol", "i18n", "commands", "companion", "importing"], packages: ["*"] },
};
