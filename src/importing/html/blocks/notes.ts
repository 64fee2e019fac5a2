import type { Block } from "#domain/article.ts";
import { nameOf } from "./elements.ts";
import { fragmentOf } from "./links.ts";

/** Stands where a note stood until the end of the walk, so that a heading over nothing but notes can go. */
export const NOTE_WAS_HERE: Block = { type: "rule" };

interface Note {
  id: string;
  label: string;
  container: Element;
}

/** What a note may be the whole of. */
const CONTAINERS = "li, aside, dd, p, div, section, td";
/** Longer ones are chapters that a number links to. */
const LONGEST = 20_000;
const MOST = 3000;

const REFERS = /^(?:_?(?:ftn|edn|fn|footnote|endnote|note|sdfootnote|cite_note)s?[-_:.]?)/i;
const REFERS_BY_ROLE = /(?:^|[\s:-])(?:noteref|footnote-?ref|footnote|fn-?ref)(?:$|[\s_-])/i;
const LEADS_BACK = /back-?(?:link|ref)|backref|reversefootnote|referrer/i;
const LABEL = /^[[(\s]*([\p{L}\p{N}]{1,5}|[*†‡§¶#]{1,4})[\])\s.:]*$/u;

/**
 * The footnotes of a page, found by the links to them: a short label that leads, within the page, to something that is no part of
 * the text it stands in. Each note is taken out of its place and put at the end.
 */
export class Notes {
  #base: string | undefined;
  /** By the link that refers to it. */
  #references = new Map<Element, Note>();
  #byContainer = new Map<Element, Note>();
  #back = new Set<Element>();
  #order: Note[] = [];
  #targets: ReadonlyMap<string, Element>;

  constructor(roots: readonly Element[], base: string | undefined) {
    this.#base = base;
    const links = roots.flatMap((root) => [...root.querySelectorAll('a[href*="#"]')]);
    this.#targets = links.length > 0 ? targetsOf(roots[0]!) : new Map();
    for (const link of links) this.#look(link);
    for (const link of links) if (!this.#references.has(link)) this.#lookBack(link);
  }

  isNote(element: Element): boolean {
    return this.#byContainer.has(element);
  }

  /** `back`: leads from a note back to the text, and is no part of it. */
  referenceOf(link: Element): { note: string; label: string } | "back" | undefined {
    const note = this.#references.get(link);
    if (!note) return this.#back.has(link) ? "back" : undefined;
    return this.#refer(note, label(link));
  }

  isLinkBack(element: Element): boolean {
    return this.#back.has(element);
  }

  /** A note that stands in the middle of the text it belongs to, set in the margin by the page. */
  asideOf(container: Element): { note: string; label: string } {
    const known = this.#byContainer.get(container) ?? { id: "", label: "", container };
    this.#byContainer.set(container, known);
    return this.#refer(known, "");
  }

  /** The notes in the order in which they were referred to; those that nothing refers to after them. Reading one may refer to more. */
  *inOrder(): Generator<Note> {
    for (let i = 0; i < this.#order.length; i++) yield this.#order[i]!;
    for (const note of this.#byContainer.values()) {
      if (this.#order.includes(note)) continue;
      const from = this.#order.length;
      this.#refer(note, note.label);
      for (let i = from; i < this.#order.length; i++) yield this.#order[i]!;
    }
  }

  #refer(note: Note, shown: string): { note: string; label: string } {
    if (note.id === "") {
      this.#order.push(note);
      note.id = `note-${this.#order.length}`;
      note.label ||= shown || `${this.#order.length}`;
    }
    return { note: note.id, label: shown || note.label };
  }

  #look(link: Element): void {
    if (this.#byContainer.size >= MOST) return;
    const said = `${link.getAttribute("role") ?? ""} ${link.getAttribute("epub:type") ?? ""} ${link.getAttribute("class") ?? ""} ${link.getAttribute("rel") ?? ""}`;
    if (LEADS_BACK.test(said) || label(link) === "") return;
    const id = fragmentOf(link.getAttribute("href"), this.#base);
    if (!id) return;
    const raised = link.closest("sup") !== null || link.querySelector("sup") !== null;
    if (!raised && !REFERS.test(id) && !REFERS_BY_ROLE.test(said)) return;
    const target = this.#targets.get(id);
    const container = target && containerOf(target);
    if (!container || container.contains(link) || !isNoteLike(container, label(link))) return;
    // Inside a note, what points to a reference leads back.
    if (this.#isAtReference(target)) return;
    const note = this.#byContainer.get(container) ?? { id: "", label: label(link), container };
    this.#byContainer.set(container, note);
    this.#references.set(link, note);
  }

  #isAtReference(target: Element): boolean {
    for (const link of this.#references.keys()) {
      if (link === target || link.contains(target)) return true;
      if (target.contains(link) && (target.textContent ?? "").length < 12) return true;
    }
    return false;
  }

  #lookBack(link: Element): void {
    let container: Element | null = link.parentElement;
    while (container && !this.#byContainer.has(container)) container = container.parentElement;
    if (!container) return;
    const id = fragmentOf(link.getAttribute("href"), this.#base);
    const target = id === undefined ? undefined : this.#targets.get(id);
    if (target && container.contains(target) && !target.contains(link) && target !== link) return;
    const text = (link.textContent ?? "").trim();
    if (text.length > 12 && !LEADS_BACK.test(link.getAttribute("class") ?? "")) return;
    this.#back.add(link);
    const around = link.parentElement!;
    if (around === container || !/^(?:span|sup|b|strong|cite)$/.test(nameOf(around))) return;
    const rest = (around.textContent ?? "").replace(/[\p{P}\p{S}\s]+/gu, "").length;
    const links = [...around.querySelectorAll("a")].reduce(
      (sum, { textContent }) => sum + textContent!.trim().length,
      0,
    );
    if (rest <= links) this.#back.add(around);
  }
}

function label(link: Element): string {
  const text = (link.textContent ?? "").slice(0, 40);
  return LABEL.exec(text)?.[1] ?? "";
}

function targetsOf(root: Element): Map<string, Element> {
  const scope = root.getRootNode() as ParentNode & Node;
  const targets = new Map<string, Element>();
  const elements = (
    scope.nodeType === Node.DOCUMENT_NODE ? Document : scope instanceof Element ? Element : DocumentFragment
  ).prototype.querySelectorAll.call(scope, "[id], a[name]");
  for (const element of elements) {
    for (const id of [element.id, element.getAttribute("name")]) if (id && !targets.has(id)) targets.set(id, element);
  }
  return targets;
}

function containerOf(target: Element): Element | undefined {
  const container = target.closest(CONTAINERS);
  return container ?? undefined;
}

function isNoteLike(container: Element, shown: string): boolean {
  const text = (container.textContent ?? "").trim();
  return (
    text.length > shown.length + 2 &&
    text.length <= LONGEST &&
    container.querySelector("h1, h2, h3, main, article") === null
  );
}
