/** `import()` decides what the first visit loads, so each layer has one file where all of it can be read: lazy.ts. */
export const lazyDoor = {
  /** @param {any} context */
  create(context) {
    return {
      /** @param {any} node */
      ImportExpression(node) {
        context.report({ node, message: "import() belongs in the layer's lazy.ts." });
      },
    };
  },
};
