/** How elements come into being. The service worker and the build write strings, the page makes DOM nodes; both follow the same description. */
export interface ElementFactory<Node> {
  /** An attribute that is `undefined` is left out; `""` stands for a boolean attribute. `math`: an element of MathML. */
  element(name: string, attributes: Attributes, children: readonly Node[], math?: boolean): Node;
  text(text: string): Node;
}

export type Attributes = Readonly<Record<string, string | undefined>>;
