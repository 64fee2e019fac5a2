const SINKS = new Set(
  "createContextualFragment dangerouslySetInnerHTML innerHTML insertAdjacentHTML outerHTML setHTMLUnsafe srcdoc".split(
    " ",
  ),
);
const DOCUMENT_SINKS = new Set(["write", "writeln"]);

/** Bans every way from a string to live markup, also by a computed name or through an object. */
export const noHtmlStrings = {
  /** @param {any} context */
  create(context) {
    /** @param {any} node @param {unknown} name */
    const check = (node, name) => {
      if (typeof name === "string" && SINKS.has(name)) {
        context.report({ node, message: `No "${name}": elements are made from blocks, never from markup.` });
      }
    };
    return {
      /** @param {any} node */
      Identifier: (node) => check(node, node.name),
      /** @param {any} node */
      JSXIdentifier: (node) => check(node, node.name),
      /** @param {any} node */
      Literal: (node) => check(node, node.value),
      /** @param {any} node */
      TemplateElement: (node) => check(node, node.value.cooked),
      /** @param {any} node */
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name;
        if (DOCUMENT_SINKS.has(name) && /(^|\.)document$/.test(context.sourceCode.getText(node.object))) {
          context.report({ node, message: `No "document.${name}": elements are made from blocks, never from markup.` });
        }
      },
    };
  },
};
