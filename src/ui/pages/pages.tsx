import { batch, signal } from "@preact/signals";
import { render } from "preact";
import { PAGE_TURNED, type Turn } from "#domain/page-turns.ts";
import type { Position } from "#domain/position.ts";
import { axisOf } from "#reading/pages/page-box.ts";
import { createPagedFlow } from "#reading/pages/paged-flow.ts";
import { watchForeignScrolls } from "#reading/pages/foreign-scrolls.ts";
import { tallestLine } from "#reading/pages/tallest-line.ts";
import { watchTurning } from "#reading/pages/turning.ts";
import { breakTallScrollers, mendScrollers } from "#reading/pages/unbroken.ts";
import { returnToPosition, scrollToPosition, setFlow } from "#reading/window.ts";
import type { App } from "#state/app.ts";
import type { FlowControl } from "./attend-flow.tsx";
import { PageTurner } from "./PageTurner.tsx";
import { pagesWords } from "./words.ts";

/** Puts the open article into pages, at its place, until it is closed or scrolls again. */
export function startPages(app: App, article: HTMLElement): FlowControl {
  const { reader, listening } = app.reading.peek()!;
  const root = document.documentElement;
  const main = article.parentElement!;
  const end = new AbortController();
  const { signal: ended } = end;
  const page = signal(1);
  const count = signal(1);
  let tooLow: boolean | undefined;
  /** What the reader has turned to, where the voice reads on elsewhere. */
  let lookedAt: Position | undefined;
  let stopTurning = () => {};

  const onIsLeft = () => axisOf(article) !== "right";
  const flow = createPagedFlow(article, update);
  const place = document.createElement("div");
  place.lang = pagesWords.lang;

  function update(): void {
    if (tooLow) return;
    flow.forget();
    const now = flow.measure();
    batch(() => {
      page.value = now.shown + 1;
      count.value = now.count;
    });
  }

  function turn(to: Turn): void {
    dispatchEvent(new Event(PAGE_TURNED));
    const { shown, count: all } = flow.measure();
    flow.turnTo({ on: shown + 1, back: shown - 1, start: 0, end: all - 1 }[to]);
    lookedAt = listening.active.peek() ? placeHere() : undefined;
  }

  function placeHere(): Position | undefined {
    const { leaves, article: opened } = reader.open.peek()!;
    return flow.placeOnPage?.(
      leaves.filter(({ inNote }) => !inNote),
      opened.record.lang,
      reader.position.peek(),
    );
  }

  /** The one place of reading; while a voice leads it and the reader looks elsewhere, the page that they look at. */
  function placeToShow(): Position {
    return (listening.active.peek() && !listening.following.peek() && lookedAt) || reader.position.peek();
  }

  /** Whose eyes are elsewhere hears what the button has done. */
  function turnAndSay(to: Turn): void {
    turn(to);
    app.announcer.say(pagesWords.page(page.peek(), count.peek()));
  }

  function setLow(low: boolean): void {
    if (low === tooLow) return;
    tooLow = low;
    stopTurning();
    stopTurning = () => {};
    render(null, place);
    if (low) {
      setFlow();
      delete root.dataset["turning"];
      root.dataset["low"] = "";
      render(<p class="pages-low">{pagesWords.tooLow}</p>, place);
      article.before(place);
      app.announcer.say(pagesWords.tooLow);
      return;
    }
    setFlow(flow);
    root.dataset["turning"] = "";
    place.dir = onIsLeft() ? "rtl" : "ltr";
    render(<PageTurner page={page} count={count} onTurn={turnAndSay} />, place);
    article.after(place);
    stopTurning = watchTurning(main, {
      reading: () => ({ onIsLeft: onIsLeft() }),
      onTurn: turn,
      taps: () => !root.hasAttribute("data-screen-reader"),
    });
  }

  let size = "";
  const sizeOf = () => `${article.clientWidth} ${article.clientHeight}`;

  /** The pages are made anew, and the one that has the place is shown. */
  function refresh(show = scrollToPosition): void {
    delete root.dataset["low"];
    flow.forget();
    const low = flow.measure().height < tallestLine(article);
    if (low) root.dataset["low"] = "";
    setLow(low);
    if (low) mendScrollers(article);
    else breakTallScrollers(article);
    flow.forget();
    show(placeToShow());
    size = sizeOf();
    update();
  }

  refresh();
  // Anything that takes room from the text: the window, the player, a notice.
  const sizes = new ResizeObserver(() => {
    if (!tooLow && sizeOf() !== size) refresh();
  });
  sizes.observe(article);
  addEventListener("resize", () => tooLow && refresh(), { signal: ended });
  // A typeface that comes late makes other pages of the text.
  document.fonts.addEventListener("loadingdone", () => refresh(returnToPosition), { signal: ended });
  // What comes later than the rest, a picture or a part of a long text, makes more pages.
  article.addEventListener("load", update, { capture: true, signal: ended });
  const parts = new MutationObserver(update);
  parts.observe(article, { childList: true, subtree: true });
  const stopWatching = watchForeignScrolls(article, flow, () => !tooLow);

  return {
    refresh,
    stop() {
      end.abort();
      sizes.disconnect();
      parts.disconnect();
      stopWatching();
      stopTurning();
      setFlow();
      mendScrollers(article);
      render(null, place);
      place.remove();
      delete root.dataset["turning"];
      delete root.dataset["low"];
    },
  };
}
