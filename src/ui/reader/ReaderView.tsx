import { effect } from "@preact/signals";
import type { ComponentChild } from "preact";
import type { Position } from "#domain/position.ts";
import type { App } from "#state/app.ts";
import type { OpenArticle, ReaderModel } from "#state/reader.ts";
import { createReading, type ReadingModel } from "#state/reading.ts";
import { isSameText } from "#state/same-text.ts";
import type { SettingsModel } from "#state/settings.ts";
import { watchScrollers } from "#reading/scrollers.ts";
import { trackPosition } from "#reading/tracker.ts";
import { returnToPosition, scrollToPosition, stayHere } from "#reading/window.ts";
import type { Frame } from "../frame.ts";
import { loadPages, loadPlaceInView, loadReadingAids } from "../lazy.ts";
import { loadPicturesLine } from "./lazy.ts";
import { clearArticle, showArticle } from "./article-island.ts";
import { keepFocus } from "./kept-focus.ts";
import { drawPlayer } from "./draw-player.tsx";
import { loadKeptPictures } from "./kept-pictures.ts";
import { listPrintedLinks } from "./printed-links.ts";
import { ReaderChrome } from "./ReaderChrome.tsx";
import { ReadingContext } from "./reading-context.ts";
import { watchToolbar } from "./toolbar-visibility.ts";
import { type Go, takeUpReading } from "./taking-up.ts";
import { readerWords } from "./words.ts";

/** The models of the reader: made with the first article that is opened, and kept. */
export function takeReading(app: App): ReadingModel {
  app.reading.value ??= createReading(app, readerWords.spoken);
  return app.reading.value;
}

/** Takes up what the address asks for, and what was left: see `taking-up.ts`. */
export function takeUp(app: App, go: Go): Promise<void> {
  return takeUpReading(app, takeReading(app), go);
}

/** Opens an article in the page, at its place, and keeps that place. Returns the way to leave it. */
export function mountReader(
  app: App,
  frame: Frame,
  opened: OpenArticle,
  draw: (node: ComponentChild, into: HTMLElement) => void,
): () => void {
  const reading = takeReading(app);
  const { reader, listening } = reading;
  const { settings } = app;
  // What only waited to be read aloud waits in the queue, and has no player beside its text.
  if (!listening.wanted.peek()) listening.close();
  // A voice has come further since the place was read.
  const heard = isSameText(listening.heard.peek(), opened) ? listening.session.peek()?.place.peek() : undefined;
  const { article, leaves, position, fraction } = { ...opened, ...heard };

  reader.enter({ article, leaves, position, fraction });
  showArticle(frame.island, article, app.base);
  const within = (node: ComponentChild) => <ReadingContext.Provider value={reading}>{node}</ReadingContext.Provider>;
  draw(within(<ReaderChrome />), frame.bar);
  drawPlayer(app, reading);
  if (openedInPlace() || showFragment(frame.island)) stayHere();
  // What the new bars cover is measured by an observer of mutations, in a microtask that is queued before this one.
  else queueMicrotask(() => scrollToPosition(position));

  const stops = [
    trackPosition(frame.island, {
      leaves,
      lang: article.record.lang,
      screenReaderMode: () => settings.chosen.peek().screenReaderMode === true,
      active: () => !(listening.open.peek() && listening.active.peek()),
      position: () => reader.position.peek(),
      onMove: reader.moveTo,
      loadPlaceInView,
    }),
    watchToolbar(frame.island, frame.bar),
    keepFocus(frame.panel, frame.bar),
    listPrintedLinks(frame.island),
    loadKeptPictures(frame.island),
    watchScrollers(frame.island, readerWords.scrollable),
    keepPlaceThroughChanges(frame.island, settings, reader),
    effect(() => fetchAids(app)),
    article.record.origin === "saved" ? tellOfPictures(app, frame.island, opened, reader) : () => {},
  ];
  return () => {
    for (const stop of stops) stop();
    // A voice reads on: the panel has its small player then.
    listening.leave();
    reader.close();
    clearArticle(frame.island);
  };
}

/** Reading aids, and pages or vertical writing, are fetched when they are chosen, and see to the rest themselves. */
function fetchAids(app: App): void {
  const { lineFocus = "none", ruler, syllables, keepAwake, layout, vertical } = app.settings.chosen.value;
  const lost = () => {};
  if (lineFocus !== "none" || ruler || syllables || keepAwake)
    loadReadingAids().then(({ attendReading }) => attendReading(app), lost);
  if (layout === "pages" || vertical) loadPages().then(({ attendFlow }) => attendFlow(app), lost);
}

/** Without that part the article has the pictures that it has. */
function tellOfPictures(app: App, island: HTMLElement, { article }: OpenArticle, reader: ReaderModel): () => void {
  let stop: (() => void) | undefined = () => {};
  loadPicturesLine().then(
    ({ showPicturesLine }) => {
      // The article may have been left meanwhile.
      if (stop) stop = showPicturesLine(app, island, article, () => returnToPosition(reader.position.peek()));
    },
    () => {},
  );
  return () => {
    stop?.();
    stop = undefined;
  };
}

/** Whether the service worker's page has been opened at its place by the browser: then the address is tidied, and nothing moves. */
function openedInPlace(): boolean {
  if (location.hash !== "#at") return false;
  history.replaceState(history.state, "", location.pathname);
  return document.getElementById("at") !== null;
}

/** Whether the address names something in the article, which then is shown instead of the place of reading. */
function showFragment(island: HTMLElement): boolean {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (!named || !island.contains(named)) return false;
  named.scrollIntoView();
  return true;
}

/** Text that changes its size or shape leaves the reader at the same sentence. */
function keepPlaceThroughChanges(island: HTMLElement, settings: SettingsModel, reader: ReaderModel): () => void {
  const end = new AbortController();
  let frame = 0;
  const hold = (show: (place: Position) => void) => {
    const place = reader.position.peek();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => show(place));
  };
  const shapeOf = () => JSON.stringify(settings.look.value);
  let shape = shapeOf();
  const stop = effect(() => {
    const next = shapeOf();
    if (next !== shape) hold(scrollToPosition);
    shape = next;
  });
  // The window, its scroll bar, and the sheet beside the text all make it wider or narrower. Height alone moves nothing.
  let width = island.clientWidth;
  const widths = new ResizeObserver(() => {
    if (island.clientWidth === width) return;
    width = island.clientWidth;
    scrollToPosition(reader.position.peek());
  });
  widths.observe(island);
  document.fonts.addEventListener("loadingdone", () => hold(returnToPosition), { signal: end.signal });
  return () => {
    stop();
    end.abort();
    widths.disconnect();
    cancelAnimationFrame(frame);
  };
}
