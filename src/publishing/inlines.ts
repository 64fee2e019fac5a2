import type { FootnoteReference, Image, ImageReference, Link, LinkReference, PhrasingContent, Text } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import type { Inline, Mark } from "#domain/article.ts";
import type { Context } from "./context.ts";
import { attributesOf, languageOf, nameOf } from "./directives.ts";
import { linkAddress } from "./links.ts";
import { parseMath } from "./math.ts";
import { pictureOf } from "./pictures.ts";
import { fail, sourceOf } from "./source.ts";
import { tidyInlines, unwrapLines } from "#domain/white-space.ts";

/** The inlines of one leaf, tidied. */
export function inlinesOf(nodes: readonly PhrasingContent[], context: Context): Inline[] {
  return tidyInlines(collect(nodes, [], context));
}

function collect(nodes: readonly PhrasingContent[], marks: Mark[], context: Context): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, marks, context));
}

function inlineOf(node: PhrasingContent, marks: Mark[], context: Context): Inline[] {
  switch (node.type) {
    case "text":
      checkText(node, context);
      return [run(unwrapLines(node.value), marks)];
    case "break":
      return [run("\n", marks)];
    case "inlineCode":
      return [run(unwrapLines(node.value), [...marks, { type: "code" }])];
    case "emphasis":
      return collect(node.children, under(marks, { type: "emphasis" }), context);
    case "strong":
      return collect(node.children, under(marks, { type: "strong" }), context);
    case "delete":
      return collect(node.children, under(marks, { type: "deleted" }), context);
    case "link":
    case "linkReference":
      return linkOf(node, marks, context);
    case "image":
    case "imageReference": {
      const image = pictureOf(resolveImage(node, context), node, context.slug, context.source);
      return [{ image, ...(marks.length > 0 && { marks }) }];
    }
    case "footnoteReference":
      return [referenceOf(node, marks, context)];
    case "textDirective":
      return directiveOf(node, marks, context);
    case "html":
      return fail(context.source, node, "Raw HTML is not allowed; write “\\<” for the character itself.");
    default:
      return fail(context.source, node, `An article cannot have “${(node as { type: string }).type}” in its text.`);
  }
}

function run(text: string, marks: Mark[]): Inline {
  return marks.length > 0 ? { text, marks } : { text };
}

/** Emphasis within emphasis is still emphasis. */
function under(marks: Mark[], mark: Mark): Mark[] {
  return marks.some((other) => other.type === mark.type) ? marks : [...marks, mark];
}

/** The parser leaves as text what it has no definition for, and what does not quite make a directive. */
function checkText(node: Text, context: Context): void {
  const { source } = context;
  const written = source.line === undefined ? sourceOf(source, node) : node.value;
  const footnote = /(?<!\\)\[\^([^\]\s]+)\]/.exec(written);
  if (footnote) {
    const line = (node.position?.start.line ?? 1) + written.slice(0, footnote.index).split("\n").length - 1;
    fail(
      source,
      line,
      source.line === undefined
        ? `The footnote [^${footnote[1]}] is not defined.`
        : "A caption cannot have a footnote.",
    );
  }
}

function linkOf(node: Link | LinkReference, marks: Mark[], context: Context): Inline[] {
  const { source } = context;
  const target = node.type === "link" ? node : context.definitions.get(node.identifier);
  if (!target) fail(source, node, "This link is not defined.");
  if (isInside(marks, "link")) fail(source, node, "A link cannot stand inside another link.");
  const href = linkAddress(target.url, target, source);
  const content = collect(
    node.children,
    [...marks, { type: "link", href, ...(target.title && { title: target.title }) }],
    context,
  );
  if (!content.some((inline) => !("text" in inline) || inline.text.trim() !== ""))
    fail(source, node, "This link has no text.");
  return content;
}

/** An image that refers to a definition, with what the definition says. */
export function resolveImage(node: Image | ImageReference, context: Context): Pick<Image, "url" | "alt" | "title"> {
  if (node.type === "image") return node;
  const definition =
    context.definitions.get(node.identifier) ?? fail(context.source, node, "This picture is not defined.");
  return { url: definition.url, alt: node.alt ?? "", title: definition.title ?? null };
}

function referenceOf(node: FootnoteReference, marks: Mark[], context: Context): Inline {
  if (isInside(marks, "link")) fail(context.source, node, "A footnote cannot be referred to inside a link.");
  const { note, label } = context.footnotes.refer(node);
  return run(label, [...marks, { type: "note-reference", note }]);
}

/** The reading belongs to one plain run: a sentence's place, or a mark, in the middle of it would tear it from its text. */
function rubyOf(node: TextDirective, marks: Mark[], context: Context): Inline {
  const { reading } = attributesOf(node, ["reading"], context);
  if (!reading) fail(context.source, node, "“:ruby” needs a reading, as in “:ruby[漢字]{reading=かんじ}”.");
  const [base, ...others] = node.children;
  if (base?.type !== "text" || others.length > 0) fail(context.source, node, "“:ruby” takes plain text.");
  return { ...run(unwrapLines(base.value), marks), reading } as Inline;
}

function inlineMathOf(node: TextDirective, marks: Mark[], context: Context): Inline {
  const [code, ...others] = node.children;
  if (code?.type !== "inlineCode" || others.length > 0)
    fail(context.source, node, "“:math” takes MathML between backticks, as in “:math[`<mi>x</mi>`]{alt=x}”.");
  const { alt } = attributesOf(node, ["alt"], context);
  if (!alt) fail(context.source, node, "“:math” needs “alt”: the formula in words, as it is read aloud.");
  const math = parseMath(code.value, (reason) => fail(context.source, node, reason));
  return { math, alt, ...(marks.length > 0 && { marks }) };
}

function isInside(marks: readonly Mark[], type: Mark["type"]): boolean {
  return marks.some((mark) => mark.type === type);
}

/** The directives that only mark their text. */
const PLAIN_MARKS = { small: { type: "small" }, cite: { type: "citation" } } as const;

const KNOWN = ":lang, :bdi, :abbr, :cite, :ruby, :math and :small";

function directiveOf(node: TextDirective, marks: Mark[], context: Context): Inline[] {
  const { source } = context;
  const bare = node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0;
  const name = nameOf(node);
  const needsText = () => {
    if (node.children.length === 0)
      fail(source, node, `“${name}” needs its text in square brackets; write “\\${name}” for the characters.`);
  };
  switch (node.name) {
    case "small":
    case "cite":
      needsText();
      attributesOf(node, [], context);
      return collect(node.children, under(marks, PLAIN_MARKS[node.name]), context);
    case "bdi": {
      needsText();
      const { dir } = languageOf(attributesOf(node, ["dir"], context), node, context);
      const mark: Mark = dir ? { type: "isolate", dir } : { type: "isolate" };
      return collect(node.children, [...marks, mark], { ...context, dir: dir ?? context.dir });
    }
    case "ruby":
      needsText();
      return [rubyOf(node, marks, context)];
    case "math":
      needsText();
      return [inlineMathOf(node, marks, context)];
    case "abbr": {
      needsText();
      const { title } = attributesOf(node, ["title"], context);
      if (!title) fail(source, node, "“:abbr” needs a title: what the abbreviation stands for.");
      return collect(node.children, [...marks, { type: "abbreviation", title }], context);
    }
    case "lang": {
      needsText();
      const { lang, dir } = languageOf(attributesOf(node, ["lang", "dir"], context), node, context);
      if (!lang) fail(source, node, "“:lang” needs a language, as in “:lang[merci]{lang=fr}”.");
      const mark: Mark = dir ? { type: "language", lang, dir } : { type: "language", lang };
      return collect(node.children, [...marks, mark], { ...context, dir: dir ?? context.dir });
    }
    default:
      // "10:30" and "ratio:foo" look like directives to the parser.
      if (bare) return [run(source.line === undefined ? sourceOf(source, node) : name, marks)];
      return fail(source, node, `“${name}” is not known; the directives in a text are ${KNOWN}.`);
  }
}
