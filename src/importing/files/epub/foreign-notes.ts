import { all, parseMarkup, textOf, typesOf } from "./markup.ts";
import { targetOf } from "./paths.ts";

const CONTAINERS = "li, aside, dd, p, div, section, td";
/** Longer ones are chapters that a number links to. */
const LONGEST = 20_000;
const FILE_LIMIT = 8 * 1024 * 1024;

/**
 * Notes that stand in another file than their references, as in books with all notes at the end: each is fetched into the chapter that refers to
 * it, so that there it is an ordinary note.
 */
export class ForeignNotes {
  #read: (path: string, limit: number) => Promise<Uint8Array | undefined>;
  /** The file looked into last: chapter after chapter refers to the same one. */
  #last: { path: string; page: Document | undefined } | undefined;
  /** What has been fetched, by the id in its file. */
  #taken = new Map<string, Set<string>>();

  constructor(read: (path: string, limit: number) => Promise<Uint8Array | undefined>) {
    this.#read = read;
  }

  /** Changes the chapter at `path` in place. */
  async fetchInto(page: Document, path: string): Promise<void> {
    const [body] = all(page, "body");
    if (!body) return;
    const fetched = new Map<string, string>();
    for (const link of all(body, "a")) {
      const target = targetOf(link.getAttribute("href"), path);
      if (!target?.fragment || target.path === path || !refersToNote(link)) continue;
      const key = `${target.path}#${target.fragment}`;
      const id = fetched.get(key) ?? `note-from-elsewhere-${fetched.size + 1}`;
      if (!fetched.has(key)) {
        const note = await this.#noteAt(target.path, target.fragment);
        if (!note) continue;
        body.append(copyOf(note, page, id, { from: target.path, into: path }));
        fetched.set(key, id);
        this.#taken.set(target.path, (this.#taken.get(target.path) ?? new Set()).add(target.fragment));
      }
      link.setAttribute("href", `#${id}`);
    }
  }

  /** Takes the notes that chapters have fetched out of their own file. True: nothing but headings is left of it. */
  removeTaken(page: Document, path: string): boolean {
    const taken = this.#taken.get(path);
    const [body] = all(page, "body");
    if (!taken || !body) return false;
    for (const id of taken) {
      const element = page.getElementById(id);
      if (element) containerOf(element)?.remove();
    }
    const headings = all(body, "h1").concat(all(body, "h2"), all(body, "h3"), all(body, "title"));
    return textOf(body).length <= headings.reduce((sum, heading) => sum + textOf(heading).length + 1, 20);
  }

  async #noteAt(path: string, id: string): Promise<Element | undefined> {
    if (this.#last?.path !== path) {
      // A missing or broken file of notes costs the notes, not the book.
      const bytes = await this.#read(path, FILE_LIMIT).catch(() => undefined);
      this.#last = { path, page: bytes && parseMarkup(bytes) };
    }
    const element = this.#last.page?.getElementById(id);
    const container = element ? containerOf(element) : undefined;
    return container && textOf(container).length < LONGEST ? container : undefined;
  }
}

function containerOf(element: Element): Element | undefined {
  // The mark in front of a note is often what has the id.
  if (element.matches(CONTAINERS) && textOf(element).length > 6) return element;
  return element.parentElement?.closest(CONTAINERS) ?? undefined;
}

function refersToNote(link: Element): boolean {
  const label = textOf(link);
  if (label === "" || label.length > 8) return false;
  const isSaid = typesOf(link).includes("noteref") || link.getAttribute("role") === "doc-noteref";
  return (
    isSaid ||
    link.closest("sup") !== null ||
    link.getElementsByTagName("sup").length > 0 ||
    /^[[(]?(\d{1,4}|[*†‡§]{1,3})[\])]?$/u.test(label)
  );
}

/** The note as a part of the chapter: its links back lead to places there, others nowhere. */
function copyOf(note: Element, page: Document, id: string, { from, into }: { from: string; into: string }): Element {
  const aside = page.createElementNS("http://www.w3.org/1999/xhtml", "aside");
  aside.setAttribute("id", id);
  aside.setAttribute("role", "doc-footnote");
  for (const child of note.childNodes) aside.append(page.importNode(child, true));
  for (const element of aside.getElementsByTagName("*")) element.removeAttribute("id");
  for (const link of all(aside, "a")) {
    const target = targetOf(link.getAttribute("href"), from);
    if (target?.path === into) link.setAttribute("href", `#${target.fragment}`);
  }
  return aside;
}
