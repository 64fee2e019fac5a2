/** No barrels: a name is imported from the file that defines it, so that imports show what really depends on what. */
export const noReExports = {
  /** @param {any} context */
  create(context) {
    /** @param {any} node */
    const report = (node) => context.report({ node, message: "Import a name from the file that defines it." });
    return {
      ExportAllDeclaration: report,
      /** @param {any} node */
      ExportNamedDeclaration(node) {
        if (node.source) report(node);
      },
    };
  },
};
