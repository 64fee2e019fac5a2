import { MATH_LAYOUTS, MATH_TOKENS, type MathLayout, type MathNode, type MathToken } from "#domain/math.ts";
import { attributeOf, cut, nameOf } from "./elements.ts";

/** Deeper formulas are read as their text. */
const MAX_DEPTH = 60;
const MAX_TOKEN = 2000;

/** What a formula is for us: parts, and words for those who do not see them. Undefined if it shows nothing. */
export function formulaOf(math: Element): { math: MathNode[]; alt: string } | undefined {
  const nodes = childrenOf(math, 0);
  const said = attributeOf(math, "alttext") ?? texOf(math);
  // A voice would say “backslash displaystyle”.
  const alt = said !== undefined && !said.includes("\\") ? said : cut(wordsOf(nodes), 1000) || said || "";
  return nodes.length > 0 && alt !== "" ? { math: nodes, alt } : undefined;
}

/** Presentation elements that are others under another name, or that only wrap. */
const SAME_AS: Readonly<Record<string, MathLayout | MathToken>> = {
  ms: "mtext",
  mstyle: "mrow",
  mpadded: "mrow",
  menclose: "mrow",
  merror: "mrow",
  mlabeledtr: "mtr",
  mfenced: "mrow",
};

/** Said of a formula, not shown in it. */
const SILENT = new Set(["annotation", "annotation-xml", "mprescripts", "script", "style"]);

/** They show nothing and hold a place. */
const BLANK = new Set(["mphantom", "mspace", "none"]);

function childrenOf(element: Element, depth: number): MathNode[] {
  const nodes: MathNode[] = [];
  for (const child of element.children) nodes.push(...nodesOf(child, depth + 1));
  return nodes;
}

function nodesOf(element: Element, depth: number): MathNode[] {
  const name = nameOf(element);
  if (SILENT.has(name)) return [];
  if (BLANK.has(name)) return [{ element: "mrow", children: [] }];
  if (depth > MAX_DEPTH) return token("mtext", element);
  if (name === "semantics" || name === "maction") {
    const shown = element.firstElementChild;
    return shown ? nodesOf(shown, depth + 1) : [];
  }
  const known = SAME_AS[name] ?? name;
  if (isToken(known)) return token(known, element);
  const children = childrenOf(element, depth);
  if (children.length === 0) return [{ element: "mrow", children }];
  if (name === "mfenced") return [{ element: "mrow", children: fenced(element, children) }];
  if (name === "mmultiscripts") {
    const [base, sub, sup] = children;
    return base && sub && sup ? [{ element: "msubsup", children: [base, sub, sup] }] : [{ element: "mrow", children }];
  }
  if (!isLayout(known)) return children;
  const needed = MATH_LAYOUTS[known];
  return [{ element: needed > 0 && children.length !== needed ? "mrow" : known, children }];
}

function fenced(element: Element, children: MathNode[]): MathNode[] {
  const fence = (attribute: string, usual: string): MathNode => ({
    element: "mo",
    text: (element.getAttribute(attribute) ?? usual).trim().slice(0, 4) || usual,
  });
  const between = children.flatMap((child, i): MathNode[] =>
    i === 0 ? [child] : [{ element: "mo", text: "," }, child],
  );
  return [fence("open", "("), ...between, fence("close", ")")];
}

function token(element: MathToken, from: Element): MathNode[] {
  // Spaces at the ends of words in a formula are meant, and MathML takes them away (https://www.w3.org/TR/mathml-core/#text-mtext).
  const text = (from.textContent ?? "").slice(0, MAX_TOKEN).replace(/[ \t\r\n\f]+/g, " ");
  const words = element === "mtext" ? text.replace(/^ | $/g, "\u00a0") : text.trim();
  if (words.trim() === "") return [];
  const upright = element === "mi" && from.getAttribute("mathvariant") === "normal" && words.length === 1;
  return [{ element, text: words, ...(upright && { upright }) }];
}

function texOf(math: Element): string | undefined {
  for (const annotation of math.querySelectorAll("annotation")) {
    if (/tex/i.test(annotation.getAttribute("encoding") ?? ""))
      return cut(annotation.textContent ?? "", 1000) || undefined;
  }
  return undefined;
}

/** A formula on one line, as it is typed where there is nothing but a keyboard. */
function wordsOf(nodes: readonly MathNode[]): string {
  return nodes.map(lineOf).join(" ");
}

function lineOf(node: MathNode): string {
  if ("text" in node) return node.text;
  const parts = node.children.map((child) =>
    "text" in child || child.children.length < 2 ? lineOf(child) : `(${lineOf(child)})`,
  );
  const [base = "", one = "", two = ""] = parts;
  switch (node.element) {
    case "mfrac":
      return `${base}/${one}`;
    case "msup":
    case "mover":
      return `${base}^${one}`;
    case "msub":
    case "munder":
      return `${base}_${one}`;
    case "msubsup":
    case "munderover":
      return `${base}_${one}^${two}`;
    case "msqrt":
      return `√(${wordsOf(node.children)})`;
    case "mroot":
      return `${base}^(1/${one})`;
    default:
      return wordsOf(node.children);
  }
}

const isToken = (name: string): name is MathToken => MATH_TOKENS.some((one) => one === name);
const isLayout = (name: string): name is MathLayout => Object.hasOwn(MATH_LAYOUTS, name);
