import { MATH_LAYOUTS, MATH_TOKENS, type MathLayout, type MathNode, type MathToken } from "#domain/math.ts";

const KNOWN = [...MATH_TOKENS, ...Object.keys(MATH_LAYOUTS)].join(", ");
const PIECE = /<(?<end>\/)?(?<name>[a-z]+)(?<attributes>[^<>]*)>|(?<text>[^<]+)|(?<stray><)/g;
const CHARACTERS: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/**
 * The formula that MathML source stands for. Strict, and small on purpose: it is our authors' own source, every element closed,
 * and what it does not know would not be shown as it was meant. `fail` is told the reason.
 */
export function parseMath(source: string, fail: (reason: string) => never): MathNode[] {
  const open: Open[] = [{ name: "math", upright: false, text: "", children: [] }];
  for (const { groups = {} } of source.matchAll(PIECE)) {
    const { end, name, attributes, text, stray } = groups;
    const here = open.at(-1)!;
    if (stray !== undefined)
      fail("The formula has a “<” that begins no element; write “&lt;” for the character itself.");
    else if (text !== undefined) addText(here, text, fail);
    else if (end === undefined)
      open.push({ name: name!, upright: isUpright(name!, attributes!, fail), text: "", children: [] });
    else if (open.length === 1 || here.name !== name) fail(`The formula has a “</${name}>” that closes nothing.`);
    else {
      open.pop();
      open.at(-1)!.children.push(nodeOf(here, fail));
    }
  }
  const [top, unclosed] = open;
  if (unclosed) fail(`The formula has a “<${unclosed.name}>” that is never closed.`);
  return top!.children.length > 0 ? top!.children : fail("This formula is empty.");
}

interface Open {
  name: string;
  upright: boolean;
  text: string;
  children: MathNode[];
}

function addText(into: Open, text: string, fail: (reason: string) => never): void {
  if (isToken(into.name)) {
    into.text += text.replace(
      /&[^;\s]*;?/g,
      (written) => CHARACTERS[written] ?? fail(`“${written}” in the formula is not known; write the character itself.`),
    );
  } else if (text.trim() !== "") {
    fail(`“${text.trim()}” in the formula must stand in ${MATH_TOKENS.map((name) => `<${name}>`).join(", ")}.`);
  }
}

function isUpright(name: string, attributes: string, fail: (reason: string) => never): boolean {
  const written = attributes.trim();
  if (written === "") return false;
  if (name === "mi" && written === 'mathvariant="normal"') return true;
  return fail(`<${name}> in the formula has “${written}”; only <mi mathvariant="normal"> has an attribute.`);
}

function nodeOf({ name, upright, text, children }: Open, fail: (reason: string) => never): MathNode {
  if (isToken(name)) {
    // Spaces at the ends of words in a formula are meant, and MathML takes them away (https://www.w3.org/TR/mathml-core/#text-mtext).
    const collapsed = text.replace(/\s+/g, " ");
    const words = name === "mtext" ? collapsed.replace(/^ | $/g, "\u00a0") : collapsed.trim();
    if (words.trim() === "" || children.length > 0) fail(`<${name}> in the formula must hold text and nothing else.`);
    return { element: name, text: words, ...(upright && { upright }) };
  }
  if (!isLayout(name)) return fail(`<${name}> in the formula is not known; there are ${KNOWN}.`);
  const needed = MATH_LAYOUTS[name];
  if (needed > 0 && children.length !== needed)
    fail(`<${name}> in the formula needs ${needed} parts and has ${children.length}; <mrow> makes one of several.`);
  return { element: name, children };
}

const isToken = (name: string): name is MathToken => MATH_TOKENS.some((one) => one === name);
const isLayout = (name: string): name is MathLayout => Object.hasOwn(MATH_LAYOUTS, name);
