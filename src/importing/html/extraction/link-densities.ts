/** A text with each run of white space as one gap: in UTF-16 units, and whether blanks stand before its first letter and after its last. */
interface Measure {
  letters: number;
  gaps: number;
  leads: boolean;
  trails: boolean;
  /** What counts as linked of the texts of links in it. */
  linked: number;
}

/**
 * The share of links in the texts of elements, as Readability counts it, for asking it of element within element: each text is read once. They
 * are true for as long as nothing below `root` changes, which `areTrue` tells.
 */
export class LinkDensities {
  readonly #measures = new Map<Element, Measure>();
  readonly #observer = new MutationObserver(() => {});
  readonly #weightOf: (link: Element) => number;
  #areTrue = true;

  /** `weightOf`: how much each letter of a link counts. */
  constructor(root: Node, weightOf: (link: Element) => number) {
    this.#weightOf = weightOf;
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  areTrue(): boolean {
    if (this.#areTrue && this.#observer.takeRecords().length > 0) {
      this.#areTrue = false;
      this.#observer.disconnect();
    }
    return this.#areTrue;
  }

  /** 0 to 1. */
  of(element: Element): number {
    const { letters, gaps, linked } = this.#measure(element);
    return letters === 0 ? 0 : linked / (letters + gaps);
  }

  #measure(element: Element): Measure {
    const known = this.#measures.get(element);
    if (known) return known;
    const sum: Measure = { letters: 0, gaps: 0, leads: false, trails: false, linked: 0 };
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) add(sum, measureText(child.nodeValue!));
      else if (child.nodeType === Node.ELEMENT_NODE) {
        const measure = this.#measure(child as Element);
        add(sum, measure);
        sum.linked += measure.linked;
        if ((child as Element).localName === "a")
          sum.linked += (measure.letters + measure.gaps) * this.#weightOf(child as Element);
      }
    }
    this.#measures.set(element, sum);
    return sum;
  }
}

type Text = Omit<Measure, "linked">;

function add(sum: Text, next: Text): void {
  if (next.letters === 0) {
    sum.trails ||= next.trails;
    if (sum.letters === 0) sum.leads = sum.trails;
    return;
  }
  const isGap = sum.trails || next.leads;
  if (sum.letters === 0) sum.leads = isGap;
  else if (isGap) sum.gaps++;
  sum.letters += next.letters;
  sum.gaps += next.gaps;
  sum.trails = next.trails;
}

function measureText(text: string): Text {
  let letters = 0;
  let gaps = 0;
  let leads = false;
  let isAfterBlank = false;
  for (let i = 0; i < text.length; i++) {
    if (isBlank(text.charCodeAt(i))) {
      isAfterBlank = true;
      continue;
    }
    if (isAfterBlank && letters === 0) leads = true;
    else if (isAfterBlank) gaps++;
    letters++;
    isAfterBlank = false;
  }
  return { letters, gaps, leads: leads || (letters === 0 && isAfterBlank), trails: isAfterBlank };
}

/** What `\s` and `trim` take for white space: https://tc39.es/ecma262/#sec-white-space */
function isBlank(unit: number): boolean {
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return unit === 0xa0 || (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)));
}
