import { type ComponentChild, hydrate, render } from "preact";
import type { Route } from "#domain/route.ts";
import type { App } from "#state/app.ts";
import { AppContext } from "#ui/app-context.ts";
import type { Frame } from "#ui/frame.ts";
import { loadAddPage, loadReaderView } from "#ui/lazy.ts";
import { LibraryChrome } from "#ui/library/LibraryChrome.tsx";
import { LibraryView } from "#ui/library/LibraryView.tsx";
import { NotFound, title as notFoundTitle } from "#ui/NotFound.tsx";
import { ReaderProblem } from "#ui/ReaderProblem.tsx";
import { words } from "#ui/words.ts";
import { holdBackLongText, watchForEnd } from "./long-article.ts";
import type { Arrival } from "./navigation.ts";

/** Milliseconds before a page says that it is still opening something: sooner would only flicker. */
const PATIENCE = 400;

export interface Views {
  /** Shows a route: title, content, focus, place. Answers that come late for a route already left are dropped. */
  show(route: Route, how: Arrival, scroll: number): Promise<void>;
}

export function createViews(app: App, frame: Frame): Views {
  let current = 0;
  let leave: () => void = () => {};

  const draw = (node: ComponentChild, into: HTMLElement) => {
    const tree = <AppContext.Provider value={app}>{node}</AppContext.Provider>;
    // What the build or the service worker has painted is taken over, once.
    if (into.firstElementChild && !drawn.has(into)) {
      hydrate(tree, into);
      // A press on what was painted, and could not answer yet, counts now.
      if (into === frame.bar) pressed?.click();
    } else render(tree, into);
    drawn.add(into);
  };
  const drawn = new WeakSet<HTMLElement>();
  let pressed: HTMLElement | null | undefined;
  frame.bar.addEventListener("click", ({ target }) => (pressed = (target as Element).closest("button")));

  /** Tells where we are, to eye, ear and screen reader. Not on the first load: the browser does that itself. */
  function arrived(title: string, lang: string, how: Arrival, focus?: HTMLElement | null): void {
    document.documentElement.lang = lang;
    document.title = title === words.appName ? title : words.pageTitle(title);
    if (how === "first") return;
    const target = focus ?? document.querySelector<HTMLElement>("h1");
    target?.focus({ preventScroll: true });
    // A screen reader says the heading that takes the focus, and would say it twice if the status did as well. Only after the
    // browser's keys for back and forward does Orca say nothing of the focus.
    if (how === "back") app.announcer.say(title, lang);
  }

  async function showLibrary(how: Arrival, scroll: number, left: Route | undefined): Promise<void> {
    const mine = current;
    leave();
    leave = () => {};
    draw(<LibraryView />, frame.view);
    if (how !== "back") {
      scrollTo({ top: 0, behavior: "instant" });
      // Before the toolbar goes, and with it the link that has the focus: a page left without one is read out as a whole.
      arrived(words.library.title, words.lang, how);
    }
    draw(<LibraryChrome />, frame.bar);
    // What starts after the first view, the service worker above all, takes no bandwidth from its articles.
    await app.library.load();
    if (how !== "back" || mine !== current) return;
    const opened = left?.name === "read" ? frame.view.querySelector<HTMLElement>(`[data-article="${left.id}"]`) : null;
    scrollTo({ top: scroll, behavior: "instant" });
    arrived(words.library.title, words.lang, how, opened);
  }

  async function showArticle(route: Extract<Route, { name: "read" }>, how: Arrival): Promise<void> {
    const mine = current;
    const waiting = setTimeout(() => {
      if (frame.island.hidden) draw(<p class="page">{words.reader.loading}</p>, frame.view);
    }, PATIENCE);
    const view = await loadReaderView().catch(() => undefined);
    // What the service worker found stored has been written anew by the page that was left.
    const wasStored = location.hash === "#at";
    const outcome = (await view?.takeReading(app).reader.load(route.id, route.at, wasStored)) ?? "unreachable";
    clearTimeout(waiting);
    if (mine !== current || outcome === "stale") return;
    leave();
    const again = () => void show(route, "link");
    leave = () => {};
    if (typeof outcome === "string" || !view) {
      // Without the reader's part of the app a page that is painted already can still be read.
      if (!view && !frame.island.hidden) return;
      draw(<LibraryChrome />, frame.bar);
      draw(
        <ReaderProblem problem={typeof outcome === "string" ? outcome : "unreachable"} onTryAgain={again} />,
        frame.view,
      );
      arrived(document.querySelector("h1")?.textContent ?? "", words.lang, how);
      return;
    }
    draw(null, frame.view);
    holdBackLongText(frame.island, outcome);
    leave = view.mountReader(app, frame, outcome, draw);
    arrived(outcome.article.record.title, outcome.article.record.lang, how);
    watchForEnd(outcome, () => mine === current && again());
  }

  /** A view that is fetched when it is wanted. */
  async function showPart(how: Arrival, load: () => Promise<{ title: string; page: ComponentChild }>): Promise<void> {
    const mine = current;
    const part = await load().catch(() => undefined);
    if (mine !== current) return;
    // A notice says what is missing.
    if (!part) return showLibrary(how, 0, undefined);
    leave();
    leave = () => {};
    draw(<LibraryChrome />, frame.bar);
    draw(part.page, frame.view);
    scrollTo({ top: 0, behavior: "instant" });
    arrived(part.title, words.lang, how);
  }

  let shown: Route | undefined;

  async function show(route: Route, how: Arrival, scroll = 0): Promise<void> {
    current++;
    const left = shown;
    shown = route;
    switch (route.name) {
      case "library":
        return showLibrary(how, scroll, left);
      case "read":
        return showArticle(route, how);
      case "add":
        return showPart(how, async () => {
          const { AddPage, addTitle } = await loadAddPage();
          return { title: addTitle(), page: <AddPage key={location.href} /> };
        });
      case "not-found":
        return showPart(how, async () => ({ title: notFoundTitle, page: <NotFound base={app.base} /> }));
    }
  }

  return { show };
}
