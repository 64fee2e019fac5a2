import type { InlineMath } from "#domain/article.ts";
import type { MathNode } from "#domain/math.ts";
import type { Attributes, ElementFactory } from "./factory.ts";

/** A formula as MathML, which screen readers explore by themselves; `alttext` serves those that cannot. */
export function renderMath<N>(
  { math, alt }: Pick<InlineMath, "math" | "alt">,
  { element, text }: ElementFactory<N>,
  attributes?: Attributes,
): N {
  const render = (node: MathNode): N =>
    element(
      // Without attributes no such element can do anything, whatever was stored.
      /^m[a-z]+$/.test(node.element) ? node.element : "mrow",
      "text" in node && node.upright ? { mathvariant: "normal" } : {},
      "text" in node ? [text(node.text)] : node.children.map(render),
      true,
    );
  return element("math", { alttext: alt, ...attributes }, math.map(render), true);
}
