import { dirname, relative, resolve, sep } from "node:path";
import { ROOT } from "../project.mjs";
import { LAYERS } from "./layers.mjs";

/** What tests share; no part of what is built. */
const TEST_SUPPORT = /\/fixtures\/|\/(contract|testing|fake-[^/]+)\.tsx?$/;

/** The page entry wires all layers; tests and tool configurations stand outside them. */
const FREE = new RegExp(`^src/[^/]+$|\\.test\\.tsx?$|\\.config\\.ts$|${TEST_SUPPORT.source}`);

/** Keeps imports inside the layers, and written as the house writes them. */
export const importLayers = {
  /** @param {any} context */
  create(context) {
    const file = relative(ROOT, context.filename).replaceAll(sep, "/");
    const layer = layerOf(file);
    if (layer === undefined && !file.startsWith("src/")) return {};

    /** @param {any} node @param {any} source @param {"value" | "type" | "lazy"} use */
    const check = (node, source, use) => {
      if (typeof source?.value !== "string") return;
      const message = problem(file, layer, source.value.replace(/\?.*$/, ""), use);
      if (message) context.report({ node, message });
    };
    return {
      /** @param {any} node */
      ImportDeclaration: (node) => check(node, node.source, isTypeOnly(node) ? "type" : "value"),
      /** @param {any} node */
      ExportNamedDeclaration: (node) => check(node, node.source, isTypeOnly(node) ? "type" : "value"),
      /** @param {any} node */
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === "type" ? "type" : "value"),
      /** @param {any} node */
      ImportExpression: (node) => check(node, node.source, "lazy"),
      /** @param {any} node */
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal ?? node.argument, "type"),
    };
  },
};

/** @param {any} node */
function isTypeOnly(node) {
  if ((node.importKind ?? node.exportKind) === "type") return true;
  const kinds = node.specifiers.map((/** @type {any} */ specifier) => specifier.importKind ?? specifier.exportKind);
  return kinds.length > 0 && kinds.every((/** @type {string} */ kind) => kind === "type");
}

/** @param {string} path - from the root, with slashes */
function layerOf(path) {
  const [top = "", folder = "", ...rest] = path.split("/");
  if (top === "e2e") return "e2e";
  return top === "src" && rest.length > 0 ? folder : undefined;
}

/**
 * @param {string} file - the importing file, from the root
 * @param {string | undefined} layer - its layer; none for the entry
 * @param {string} specifier
 * @param {"value" | "type" | "lazy"} use
 * @returns {string | undefined}
 */
function problem(file, layer, specifier, use) {
  const isRelative = specifier.startsWith(".");
  if (!isRelative && !specifier.startsWith("#")) return packageProblem(file, layer, specifier);

  const path = isRelative
    ? relative(ROOT, resolve(ROOT, dirname(file), specifier)).replaceAll(sep, "/")
    : `src/${specifier.slice(1)}`;
  if (!/\.\w+$/.test(path)) return `Name the file with its extension: "${specifier}".`;

  const target = layerOf(path);
  if (isRelative && target !== layer && path.startsWith("src/") && file.startsWith("src/") && !FREE.test(file)) {
    return `Across folders import by subpath: "#${path.slice("src/".length)}".`;
  }
  if (TEST_SUPPORT.test(path) && !FREE.test(file) && layer !== "e2e") return `Only tests may import "${specifier}".`;
  if (!isRelative && target === layer) return "Inside a folder import by relative path.";
  if (target === layer || target === undefined || layer === undefined || FREE.test(file)) return undefined;
  return layerProblem(file, layer, target, use);
}

/** @param {string} file @param {string} layer @param {string} target @param {"value" | "type" | "lazy"} use */
function layerProblem(file, layer, target, use) {
  const rules = LAYERS[layer];
  if (!rules) return `Give the folder "${layer}" its place in src/commands/lint/layers.mjs.`;
  if (rules.may.includes(target)) return undefined;
  if (rules.types?.includes(target)) {
    if (use === "type") return undefined;
    if (use === "lazy" && rules.lazily?.includes(target) && file.endsWith("/lazy.ts")) return undefined;
    return `"${layer}" may import only types from "${target}"; what runs is loaded in its lazy.ts.`;
  }
  return `"${layer}" may not import "${target}", only: ${rules.may.join(", ") || "nothing"}.`;
}

/** @param {string} file @param {string | undefined} layer @param {string} name */
function packageProblem(file, layer, name) {
  if (layer === undefined || FREE.test(file)) return undefined;
  const allowed = LAYERS[layer]?.packages ?? [];
  const matches = allowed.some((pattern) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
  return matches ? undefined : `"${layer}" may not import the package "${name}".`;
}
