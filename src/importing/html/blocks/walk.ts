import type { Block, Inline, Mark, TextDirection } from "#domain/article.ts";
import { canonicalLanguage, directionOf } from "#domain/language-tag.ts";
import { OBJECT_REPLACEMENT } from "#domain/text.ts";
import { unwrapLines } from "#domain/white-space.ts";
import { type Builder, MAX_DEPTH, MAX_NESTING, ownLanguage, type Place } from "./builder.ts";
import { BREAKS, DROPPED, isHidden, isPlainByStyle, MARKS, nameOf, attributeOf } from "./elements.ts";
import type { Flow } from "./flow.ts";
import { formulaOf } from "./mathml.ts";
import { NOTE_WAS_HERE, type Notes } from "./notes.ts";
import { rubyOf } from "./ruby.ts";
import { textWithin } from "./text-within.ts";
import { tickOf } from "./ticks.ts";

/** Makes blocks of an element that is one kind of block; undefined where it turns out to be none. */
export type BlockMapper = (element: Element, place: Place, builder: Builder) => Block[] | undefined;

/** Too deep, or in a line, these are only their content. */
const HOLDS_BLOCKS = /^(?:blockquote|d[li]r?|figure|h[1-6]|menu|ol|table|ul)$/;

/** What the walk needs besides what mappers need. */
export interface Walk extends Builder {
  mappers: Readonly<Record<string, BlockMapper>>;
  notes: Notes;
  /** Told before each piece of text; false: the limit for one article has been reached. */
  hasRoomFor(text: string): boolean;
}

/** Walks a node and puts what it is into the flow. */
export function walkNode(node: Node, place: Place, flow: Flow, walk: Walk): void {
  flow.at = node;
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
    pushText(node.nodeValue ?? "", place, flow, walk);
  } else if (node.nodeType === Node.ELEMENT_NODE) walkElement(node as Element, place, flow, walk);
}

function walkChildren(element: Element, place: Place, flow: Flow, walk: Walk): void {
  for (let child = element.firstChild; child; child = child.nextSibling) walkNode(child, place, flow, walk);
}

function walkElement(element: Element, outer: Place, flow: Flow, walk: Walk): void {
  if (element === outer.without || walk.leavesOut(element) || walk.notes.isLinkBack(element)) return;
  const name = nameOf(element);
  if (DROPPED.has(name)) {
    if (name === "svg" && isDrawing(element)) walk.doubt("left-out");
    const tick = name === "input" ? tickOf(element) : undefined;
    if (tick) flow.push({ text: `${tick} ` });
    return;
  }
  if (walk.notes.isNote(element)) {
    flow.end(ownLanguage(outer));
    flow.blocks.push(NOTE_WAS_HERE);
    return;
  }
  if (name === "math") return pushFormula(element, outer, flow, walk);
  if (isHidden(element)) {
    // The formula behind a picture of it, for those who do not see.
    const formulas = element.querySelectorAll("math");
    for (const math of formulas) pushFormula(math, outer, flow, walk);
    return;
  }
  const place = within(element, outer);
  if (place.depth > MAX_DEPTH) return pushText(textWithin(element), place, flow, walk);

  const isBlock = Object.hasOwn(walk.mappers, name);
  const mapper = isBlock && (outer.nesting < MAX_NESTING || !HOLDS_BLOCKS.test(name)) ? walk.mappers[name] : undefined;
  if (mapper) {
    // What is open so far ends here only if this is a block after all.
    const blocks = mapper(element, place, walk);
    if (blocks) {
      flow.end(ownLanguage(outer));
      for (const block of blocks) flow.put(block, element);
      return;
    }
  }
  if (isBlock || isBreak(element, name)) {
    flow.end(ownLanguage(outer));
    walkChildren(element, place, flow, walk);
    flow.end(ownLanguage(place));
    return;
  }
  walkInline(element, name, outer, place, flow, walk);
}

function walkInline(element: Element, name: string, outer: Place, place: Place, flow: Flow, walk: Walk): void {
  switch (name) {
    case "br":
      flow.push({ text: "\n" });
      return;
    case "img":
    case "picture": {
      pushPicture(element, place, flow, walk);
      return;
    }
    case "noscript":
      // The picture for those without scripts. Its words are for nobody here.
      for (const image of element.querySelectorAll("img"))
        if (!isHidden(image) && !walk.leavesOut(image)) pushPicture(image, place, flow, walk);
      return;
    case "ruby":
      for (const inline of rubyOf(element, place, walk)) flow.push(inline);
      return;
    case "q": {
      const [open, close] = quotationMarks(place.here.lang);
      pushText(open, place, flow, walk);
      walkChildren(element, place, flow, walk);
      pushText(close, place, flow, walk);
      return;
    }
    case "a": {
      const reference = walk.notes.referenceOf(element);
      if (reference === "back") return;
      if (reference) {
        const marks = outer.marks.filter(
          ({ type }) => type !== "superscript" && type !== "link" && type !== "note-reference",
        );
        flow.push({ text: reference.label, marks: [...marks, { type: "note-reference", note: reference.note }] });
        return;
      }
      break;
    }
  }
  if (
    /(?:^|\s)(?:(?:side|margin)-?note|ltx_note)(?:\s|$)/i.test(element.getAttribute("class") ?? "") &&
    name !== "label"
  ) {
    if ((element.textContent ?? "").trim() === "") return;
    const { note, label } = walk.notes.asideOf(element);
    flow.push({ text: label, marks: [{ type: "note-reference", note }] });
    return;
  }
  const mark = markOf(element, name, walk);
  const marks = [...outer.marks, ...languageMarks(element, name, outer, place)];
  if (mark && !marks.some(({ type }) => type === mark.type)) marks.push(mark);
  walkChildren(element, { ...place, marks: marks.length > outer.marks.length ? marks : outer.marks }, flow, walk);
}

/** Inside the element. Blocks say their own language by comparing, inline runs by a mark; see `languageMarks`. */
function within(element: Element, outer: Place): Place {
  const tag = element.getAttribute("lang") ?? element.getAttribute("xml:lang");
  const declared = element.getAttribute("dir")?.toLowerCase();
  const depth = outer.depth + 1;
  if (tag === null && declared === undefined) return { ...outer, depth };
  const lang = tag ? canonicalLanguage(tag.trim().replaceAll("_", "-")) : undefined;
  const said = declared === "ltr" || declared === "rtl" ? declared : undefined;
  const changes = lang !== undefined && !isSameLanguage(lang, outer.here.lang);
  const dir = said ?? (changes ? directionOf(lang) : outer.here.dir);
  return { ...outer, depth, here: { lang: changes ? lang : outer.here.lang, dir } };
}

/** A page in `en` with a paragraph in `en-US` is in one language; in Chinese, the script makes the difference. */
function isSameLanguage(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  const [one, other] = [new Intl.Locale(a).maximize(), new Intl.Locale(b).maximize()];
  return one.language === other.language && one.script === other.script;
}

function languageMarks(element: Element, name: string, outer: Place, place: Place): Mark[] {
  const dir = element.getAttribute("dir")?.toLowerCase();
  const said: TextDirection | undefined = dir === "ltr" || dir === "rtl" ? dir : undefined;
  const { lang } = place.here;
  if (lang !== undefined && lang !== outer.here.lang) {
    const differs = said ?? (place.here.dir !== outer.here.dir ? place.here.dir : undefined);
    return [differs ? { type: "language", lang, dir: differs } : { type: "language", lang }];
  }
  if (name === "bdi" || name === "bdo" || said || dir === "auto")
    return [said ? { type: "isolate", dir: said } : { type: "isolate" }];
  return [];
}

function markOf(element: Element, name: string, walk: Walk): Mark | undefined {
  if (name === "a") {
    const href = walk.linkOf(element.getAttribute("href"));
    const title = attributeOf(element, "title", 300);
    return href === undefined ? undefined : { type: "link", href, ...(title && { title }) };
  }
  if (name === "abbr" || name === "acronym") {
    const title = attributeOf(element, "title", 300);
    return title ? { type: "abbreviation", title } : undefined;
  }
  const type = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
  return type && !isPlainByStyle(element) ? ({ type } as Mark) : undefined;
}

function pushText(text: string, place: Place, flow: Flow, walk: Walk): void {
  if (text === "" || !walk.hasRoomFor(text)) return;
  const line = unwrapLines(text.replaceAll(OBJECT_REPLACEMENT, ""));
  flow.push(run(line, place.marks));
}

/** A picture that is a letter, such as a smiley, becomes that letter. */
function pushPicture(element: Element, { marks }: Place, flow: Flow, walk: Walk): void {
  flow.at = element;
  const letters = attributeOf(element, "alt", 40);
  if (letters && /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(letters) && !/^[\d#*]+$/.test(letters)) {
    flow.push(run(letters, marks));
    return;
  }
  const image = walk.pictureOf(element);
  if (image) flow.push({ image, ...(marks.length > 0 && { marks: [...marks] }) });
}

function pushFormula(math: Element, place: Place, flow: Flow, walk: Walk): void {
  const formula = formulaOf(math);
  if (!formula) return walk.doubt("left-out");
  flow.at = math;
  if (math.getAttribute("display") === "block") {
    flow.end(ownLanguage(place));
    flow.put({ type: "math", ...formula }, math);
  } else flow.push({ ...formula, ...(place.marks.length > 0 && { marks: [...place.marks] }) });
}

function run(text: string, marks: readonly Mark[]): Inline {
  return marks.length > 0 ? { text, marks: marks as Mark[] } : { text };
}

function isBreak(element: Element, name: string): boolean {
  if (BREAKS.has(name)) return true;
  const style = element.getAttribute("style");
  return style !== null && /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)/i.test(style);
}

/** Icons are drawings too; they are small, or hidden from those who listen. */
function isDrawing(svg: Element): boolean {
  return !isHidden(svg) && (svg.closest("figure") !== null || Number(svg.getAttribute("width")) >= 200);
}

/** As browsers put them around `<q>`; in other languages the English ones do. */
const QUOTATION_MARKS: Readonly<Record<string, readonly [string, string]>> = {
  de: ["„", "“"],
  fr: ["«\u202f", "\u202f»"],
  ja: ["「", "」"],
  ru: ["«", "»"],
  es: ["«", "»"],
  it: ["«", "»"],
};

function quotationMarks(lang = ""): readonly [string, string] {
  return QUOTATION_MARKS[lang.split("-")[0]!] ?? ["“", "”"];
}
