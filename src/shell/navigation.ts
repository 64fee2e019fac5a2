import { formatRoute, parseRoute, type Route } from "#domain/route.ts";

export type Arrival = "first" | "link" | "back";

export interface Navigation {
  /** Goes to a route as a link would: a new entry in the history. */
  go(route: Route): Promise<void>;
}

interface HistoryState {
  /** Where the page was scrolled to when it was left, in CSS pixels. */
  scroll?: number;
}

/**
 * Turns links and the browser's back and forward into routes. A link is left to the browser when it opens elsewhere, leads out
 * of the app, to a file, or to a place in this document.
 */
export function startNavigation(
  base: string,
  arrive: (route: Route, how: Arrival, scroll: number) => Promise<void>,
): Navigation {
  // Views decide what "where you were" means: for an article it is the reading position, not a number of pixels.
  history.scrollRestoration = "manual";
  let shown = location.pathname + location.search;
  /** The link within this document that was followed last. */
  let followed: HTMLElement | undefined;

  const remember = () => {
    const state: HistoryState = { ...(history.state as HistoryState | null), scroll: scrollY };
    history.replaceState(state, "");
  };

  function go(route: Route): Promise<void> {
    remember();
    history.pushState(null, "", formatRoute(route, base));
    shown = location.pathname + location.search;
    return arrive(route, "link", 0);
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link?.href || link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin) return;
    if (url.hash) {
      followed = link;
      return remember();
    }
    const route = parseRoute(url, base);
    if (route.name === "not-found") return;
    event.preventDefault();
    void go(route);
  });

  addEventListener("popstate", (event) => {
    const here = location.pathname + location.search;
    const scroll = (event.state as HistoryState | null)?.scroll;
    if (here === shown) {
      // Only the fragment changed. An entry that knows where it was scrolled to is one that is returned to.
      if (scroll === undefined) return;
      scrollTo({ top: scroll, behavior: "instant" });
      if (followed?.isConnected) followed.focus();
      return;
    }
    shown = here;
    void arrive(parseRoute(new URL(location.href), base), "back", scroll ?? 0);
  });

  addEventListener("pagehide", remember);

  return { go };
}
