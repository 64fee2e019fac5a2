import type { ElementFactory } from "./factory.ts";

/** Makes DOM nodes of the page. Text becomes text nodes and attributes are set by name: nothing is parsed. */
export const domFactory: ElementFactory<Node> = {
  element(name, attributes, children, math) {
    const element = math
      ? document.createElementNS("http://www.w3.org/1998/Math/MathML", name)
      : document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(attribute, value);
    }
    element.append(...children);
    return element;
  },
  text: (text) => document.createTextNode(text),
};
