import type { Block } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { furnitureIn } from "./furniture.ts";
import { linked } from "./linked.ts";
import { indentOf, widthOf } from "./lines.ts";
import { type Candidate, headingLevel } from "./text-headings.ts";
import { listAt } from "./text-lists.ts";
import { type Layout, layoutOf, paragraphsOf } from "./wrapping.ts";

const QUOTED = /^ {0,3}>/;
const RULE = /^\s*(?:([*_=~·•⁂❦◆◇＊-])\s*(?:\1\s*){2,}|[⁂❦]|[*＊]|[─━—–]{2,}|(?:\*\s*)?#(?:\s*#)*(?:\s*\*)?)\s*$/u;
const FENCE = /^\s*(`{3,}|~{3,})\s*([\w+#.-]*)\s*$/;
const UNDERLINE = /^\s*(={3,}|-{3,}|~{3,}|\^{3,}|#{3,})\s*$/;

/** Quotations of quotations go on to this depth; what is deeper is text. */
const DEEPEST = 8;

interface Start {
  blocks: Block[];
  next: number;
}

/** The blocks of lines of plain text. Lost are only signs that became structure: marks of lists, quotations, rules and code, and hyphens at line ends. */
export function blocksOfLines(lines: readonly string[], layout: Layout = layoutOf(lines), depth = 0): Block[] {
  const found: (Block | Candidate)[] = [];
  for (let i = 0, special: Start | undefined; i < lines.length;) {
    if (lines[i]!.trim() === "") {
      i++;
      continue;
    }
    special ??= specialAt(lines, i, depth);
    if (special) {
      found.push(...special.blocks);
      i = special.next;
      special = undefined;
      continue;
    }
    let end = i + 1;
    while (end < lines.length && lines[end]!.trim() !== "" && !(special = specialAt(lines, end, depth))) end++;
    const paragraphs = paragraphsOf(lines.slice(i, end), layout);
    // A line of its own: the only or the first between blank lines, or any where lines are paragraphs.
    const whole = new Set(lines.slice(i, end).map((line) => line.trim()));
    paragraphs.forEach((text, number) => {
      const own = number === 0 ? paragraphs.length > 1 || end - i === 1 : !layout.blanks || layout.wrap !== undefined;
      found.push({ text, alone: own && whole.has(text) });
    });
    i = end;
  }
  const isFurniture = furnitureIn(found.map((one) => ({ text: textIn(one), isLine: isCandidate(one) })));
  const beside = found.filter((_, i) => !isFurniture[i]);
  let next = 0;
  return found.map((one) => {
    const isText = one === beside[next];
    if (isText) next++;
    if (!isCandidate(one)) return one;
    return isText ? blockOf(one, beside[next - 2], beside[next]) : paragraphOf(one);
  });
}

function textIn(one: Block | Candidate): string {
  if (isCandidate(one)) return one.text;
  return one.type === "heading" ? textOf(one.content) : "";
}

function paragraphOf({ text }: Candidate): Block {
  return { type: "paragraph", content: linked(text) };
}

function isCandidate(one: Block | Candidate | undefined): one is Candidate {
  return one !== undefined && "alone" in one;
}

function blockOf(one: Candidate, before: Block | Candidate | undefined, after: Block | Candidate | undefined): Block {
  const beside = (block: Block | Candidate | undefined): Candidate | undefined => {
    if (block === undefined || isCandidate(block)) return block;
    // Under a heading can stand a list or a quotation; before one, anything.
    return block.type === "rule" ? undefined : { text: "-".repeat(200), alone: false };
  };
  const level = headingLevel(one, beside(before), beside(after));
  return level ? { type: "heading", level, content: linked(one.text) } : paragraphOf(one);
}

/** What begins at a line that is no paragraph. */
function specialAt(lines: readonly string[], at: number, depth: number): Start | undefined {
  const line = lines[at]!;
  return (
    codeAt(lines, at) ??
    underlinedAt(lines, at) ??
    (RULE.test(line) ? { blocks: [{ type: "rule" }], next: at + 1 } : undefined) ??
    (depth < DEEPEST && QUOTED.test(line) ? quoteAt(lines, at, depth) : undefined) ??
    indentedAt(lines, at) ??
    listStart(lines, at)
  );
}

function listStart(lines: readonly string[], at: number): Start | undefined {
  const found = listAt(lines, at);
  return found && { blocks: [found.list], next: found.next };
}

function codeAt(lines: readonly string[], at: number): Start | undefined {
  const open = FENCE.exec(lines[at]!);
  if (!open) return undefined;
  const mark = open[1]!;
  const close = lines.findIndex(
    (line, i) => i > at && line.trim().startsWith(mark) && line.trim().replaceAll(mark[0]!, "") === "",
  );
  if (close < 0) return undefined;
  const text = lines.slice(at + 1, close).join("\n");
  const language = open[2];
  return { blocks: [{ type: "preformatted", text, ...(language && { language }) }], next: close + 1 };
}

/** So many lines show what the lines after them are. */
const SHOWN = 40;

/** Lines that are all moved in and mostly look like programs. */
function indentedAt(lines: readonly string[], at: number): Start | undefined {
  if (indentOf(lines[at]!) < 4 || lines[at]!.startsWith("\u3000")) return undefined;
  const isIn = (i: number) =>
    indentOf(lines[i] ?? "") >= 4 || (lines[i]?.trim() === "" && indentOf(lines[i + 1] ?? "") >= 4);
  let end = at;
  while (end < at + SHOWN && isIn(end)) end++;
  const full = lines.slice(at, end).filter((line) => line.trim() !== "");
  const signs = full.filter((line) => /[{};]\s*$|^\s*(?:[#$/]|<\/?\w)|[=(]\S*[)=]|=>|->|::|\w\(/.test(line)).length;
  if (full.length < 2 || signs < full.length / 2) return undefined;
  while (isIn(end)) end++;
  const code = lines.slice(at, end);
  const least = code.reduce((least, line) => (line.trim() === "" ? least : Math.min(least, indentOf(line))), Infinity);
  return { blocks: [{ type: "preformatted", text: code.map((line) => line.slice(least)).join("\n") }], next: end };
}

function underlinedAt(lines: readonly string[], at: number): Start | undefined {
  const line = lines[at]!.trim();
  const under = UNDERLINE.exec(lines[at + 1] ?? "")?.[1];
  if (!under || line === "" || widthOf(line) > 100 || QUOTED.test(line) || !/[\p{L}\p{N}]/u.test(line))
    return undefined;
  if (under.length < widthOf(line) * 0.6 || (at > 0 && lines[at - 1]!.trim() !== "")) return undefined;
  const level = under.startsWith("=") || under.startsWith("#") ? 2 : 3;
  return { blocks: [{ type: "heading", level, content: linked(line) }], next: at + 2 };
}

function quoteAt(lines: readonly string[], at: number, depth: number): Start {
  let end = at;
  while (end < lines.length && QUOTED.test(lines[end]!)) end++;
  const inner = lines.slice(at, end).map((line) => line.replace(/^ {0,3}> ?/, ""));
  const content = blocksOfLines(inner, layoutOf(inner), depth + 1);
  return { blocks: content.length > 0 ? [{ type: "quote", content }] : [], next: end };
}
