import { comparePositions, type Position, type Span, START } from "#domain/position.ts";
import type { LineFocus } from "#domain/settings.ts";
import type { Leaf } from "#domain/text.ts";
import { linesArea, sentenceArea } from "./clear-area.ts";
import { measureSteps, type Place, type Steps } from "./cursor.ts";
import { around, type Band, flowAxis, middle } from "./flow-axis.ts";
import { hasMoved, leadPosition } from "../window.ts";
import { createOverlay } from "./overlay.ts";
import { createReadingPlace } from "./reading-place.ts";
import { textBlocks } from "./text-blocks.ts";

export interface LineFocusOptions {
  leaves: readonly Leaf[];
  lang: string;
  focus: LineFocus;
  ruler: boolean;
  /** Where the voice is that the page follows; undefined while there is none. */
  spoken(): SpokenPlace | undefined;
  /** The one reading position: what is clear is there, unless it is out of sight. */
  position(): Position;
  /** What is clear has moved, and with it the reading position. Not told of the ruler alone, which has no place of its own. */
  onMove(position: Position, atEnd: boolean): void;
  /** False while a voice leads the position, followed or not. */
  leads(): boolean;
  /** False where scrolling is no reading: with a screen reader. */
  scrollingCounts(): boolean;
}

interface SpokenPlace {
  block: number;
  sentence: Span;
  word: Span | undefined;
}

export interface LineFocusControl {
  /** The voice has moved, or the reading position. */
  follow(): void;
  stop(): void;
}

/** So much of the margins around a page is dimmed with it, in CSS pixels: letters hang over, and so do the numbers of a list. */
const EDGE = 14;

/** The keys do nothing here of their own accord. */
const OWN_KEYS = "input, select, textarea, dialog, [contenteditable]";

/**
 * Keeps some lines of the open article clear and dims the rest, and draws the ruler. What is clear moves with the arrow keys, a tap, the
 * focus and the voice; while the page scrolls it keeps its place in the window.
 */
export function startLineFocus(article: HTMLElement, options: LineFocusOptions): LineFocusControl {
  const { leaves, lang, focus, ruler } = options;
  const axis = flowAxis;
  const overlay = createOverlay();
  const blocks = textBlocks(article, leaves);
  const reach = focus === "3" ? 1 : focus === "5" ? 2 : 0;
  const end = new AbortController();
  const { signal } = end;
  let place: Place | undefined;
  /** Where in the window the place is kept. */
  let line = 0;
  let frame = 0;
  let mustFind = true;
  const reading = createReadingPlace(blocks, leaves, lang, focus, reach, axis);
  const follows = focus !== "none";
  const giveBack = follows ? leadPosition() : () => {};
  /** The reading position as it was last met with. */
  let known = options.position();

  const measure = () => measureSteps(blocks, focus, lang, axis);
  const anchor = (steps: Steps, at: Place) => {
    const first = steps.at(at)[0];
    return first ? middle(first) : line;
  };

  function update(): void {
    frame = 0;
    const steps = measure();
    const spoken = options.spoken();
    const told = spoken && steps.of(spoken.block, spoken.word ?? spoken.sentence, lang);
    const before = known;
    known = options.position();
    const isElsewhere = comparePositions(before, known) !== 0;
    // Whoever put the page where it is, or moved the position, has put it there to be read.
    const mayReturn = follows && options.leads() && (!place || isElsewhere || (mustFind && !hasMoved()));
    if (told) {
      [place, line] = [told, anchor(steps, told)];
    } else if (!(mayReturn && returnTo(steps, known))) {
      if (!place) begin(steps);
      else if (mustFind) place = steps.meeting(line, place);
      if (mustFind && hasMoved() && options.scrollingCounts()) report(steps);
    }
    mustFind = false;
    draw(steps);
  }

  /** Makes clear what is at the reading position; answers whether that is in sight. */
  function returnTo(steps: Steps, position: Position): boolean {
    const own = place && reading.positionOf(steps, place)?.position;
    const found = own && comparePositions(own, position) === 0 ? place : reading.placeOf(steps, position);
    const view = axis.view();
    const at = found && anchor(steps, found);
    if (at === undefined || at < view.start || at > view.end) return false;
    [place, line] = [found, at];
    return true;
  }

  function report(steps: Steps): void {
    if (!follows || !place || !options.leads()) return;
    const { position, atEnd } = reading.positionOf(steps, place);
    known = position;
    options.onMove(position, atEnd);
  }

  /** At the head of the article its title is clear; further on, what stands in the upper third of the window. */
  function begin(steps: Steps): void {
    const view = axis.view();
    const first = reading.placeOf(steps, START)!;
    const top = anchor(steps, first);
    line = Math.max(top, view.start + (view.end - view.start) / 3);
    place = top > view.start ? first : steps.meeting(line);
    if (place === first) line = top;
  }

  function draw(steps: Steps): void {
    if (!place) return;
    const step = steps.at(place);
    const lines = ruler && step.length > 0 ? rulerBand(step, place) : undefined;
    if (!axis.paged()) {
      overlay.dim(focus === "none" ? [] : clearArea(steps, place).map(axis.box));
      overlay.rule(lines, axis);
      return;
    }
    // A page is all there is to be dimmed. What is clear may go on on the next one.
    const view = axis.view();
    const page = {
      ...view,
      start: view.start - EDGE,
      end: view.end + EDGE,
      from: view.from - EDGE,
      to: view.to + EDGE,
    };
    const onPage = ({ start, end }: Band) => end > view.start && start < view.end;
    const clip = (band: Band) => ({
      ...band,
      start: Math.max(band.start, page.start),
      end: Math.min(band.end, page.end),
    });
    overlay.dim(focus === "none" ? [] : clearArea(steps, place).filter(onPage).map(clip).map(axis.box), axis.box(page));
    overlay.rule(lines && clip(lines), axis);
  }

  function clearArea(steps: Steps, at: Place): Band[] {
    if (focus === "sentence" && blocks[at.block]!.leaf) return sentenceArea(steps.at(at));
    return linesArea(
      steps
        .around(at, reach)
        .flatMap((place) => steps.at(place).map((line) => ({ line, within: fragment(place.block, line) }))),
    );
  }

  function rulerBand(step: readonly Band[], { block }: Place): Band {
    const whole = around(step);
    const { from, to } = fragment(block, whole);
    return { ...whole, from: Math.min(from, whole.from), to: Math.max(to, whole.to) };
  }

  /** The box of the block that a line stands in: a paragraph can go on in another column. */
  function fragment(block: number, { start, end, from }: Band): Band {
    const boxes = Array.from(blocks[block]!.element.getClientRects(), axis.band);
    const holds = (box: Band) => box.start < end && box.end > start && box.from <= from + 1 && box.to >= from;
    return boxes.find(holds) ?? { start, end, from, to: from };
  }

  function refresh(): void {
    frame ||= requestAnimationFrame(update);
  }

  function go(steps: Steps, to: Place): void {
    place = to;
    line = anchor(steps, to);
    mustFind = false;
    report(steps);
    draw(steps);
  }

  /** A step on. What is taller than the window is read to its end first. Answers whether there was anything to do. */
  function step(by: 1 | -1): void {
    const steps = measure();
    place ??= steps.meeting(line);
    const view = axis.view();
    const height = view.end - view.start;
    const lines = steps.at(place);
    const rest = lines.length === 0 ? 0 : by > 0 ? around(lines).end - view.end : view.start - around(lines).start;
    if (rest > 1) {
      axis.scrollBy(by * Math.min(rest + height / 10, height * 0.8));
    } else {
      place = steps.move(place, by);
      keepInMiddle(measure());
    }
    const now = measure();
    line = anchor(now, place);
    report(now);
    draw(now);
  }

  /** Scrolls as far as it takes for what is clear to stand in the middle third of the window. */
  function keepInMiddle(steps: Steps): void {
    const area = around(clearArea(steps, place!));
    const view = axis.view();
    if (axis.paged()) {
      const seen = area.start < view.end - 1 && area.end > view.start + 1;
      if (!seen) axis.scrollBy(area.start - view.start + 1);
      return;
    }
    const height = view.end - view.start;
    const [upper, lower] = [view.start + height / 3, view.end - height / 3];
    const size = area.end - area.start;
    if (size > height) return axis.scrollBy(area.start - view.start);
    if (size > height / 3) return axis.scrollBy(middle(area) - middle(view));
    if (area.start < upper) axis.scrollBy(area.start - upper);
    else if (area.end > lower) axis.scrollBy(area.end - lower);
  }

  addEventListener(
    "scroll",
    () => {
      // Also heard when it was this that scrolled: then the place is still where it is kept.
      const steps = measure();
      mustFind ||= !place || Math.abs(anchor(steps, place) - line) > 1;
      refresh();
    },
    { passive: true, capture: true, signal },
  );
  addEventListener(
    "keydown",
    (event) => {
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : undefined;
      if (by === undefined || focus === "none" || event.defaultPrevented) return;
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      step(by);
    },
    { signal },
  );
  article.addEventListener(
    "click",
    ({ target, clientX, clientY, defaultPrevented }) => {
      if (defaultPrevented) return;
      if (target instanceof Element && target.closest("a, button, summary")) return;
      if (document.getSelection()?.isCollapsed === false) return;
      const steps = measure();
      go(steps, steps.under(clientX, clientY));
    },
    { signal },
  );
  article.addEventListener(
    "focusin",
    ({ target }) => {
      // What the app itself gives the focus to stands for a place that it has moved to.
      if (!(target instanceof HTMLElement) || target.getAttribute("tabindex") === "-1") return;
      const box = target.getClientRects()[0];
      if (!box) return;
      const steps = measure();
      go(steps, steps.under((box.left + box.right) / 2, (box.top + box.bottom) / 2));
    },
    { signal },
  );
  const relocate = () => {
    mustFind = true;
    refresh();
  };
  addEventListener("resize", relocate, { signal });
  document.fonts.addEventListener("loadingdone", relocate, { signal });
  const sizes = new ResizeObserver(relocate);
  sizes.observe(article);
  // What opens beside the text moves it, even where it gets no narrower.
  if (article.parentElement) sizes.observe(article.parentElement);
  refresh();

  return {
    follow: refresh,
    stop() {
      end.abort();
      giveBack();
      sizes.disconnect();
      cancelAnimationFrame(frame);
      overlay.remove();
    },
  };
}
