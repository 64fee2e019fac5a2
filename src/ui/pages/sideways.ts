import type { App } from "#state/app.ts";
import { createSidewaysFlow, watchSideways } from "#reading/pages/sideways-flow.ts";
import { scrollToPosition, setFlow } from "#reading/window.ts";
import type { FlowControl } from "./attend-flow.tsx";

/** Lets an article in vertical writing be scrolled as its columns follow each other, at its place. */
export function startSideways(app: App, article: HTMLElement): FlowControl {
  const { reader } = app.reading.peek()!;
  const refresh = () => scrollToPosition(reader.position.peek());
  delete document.documentElement.dataset["low"];
  setFlow(createSidewaysFlow(article));
  refresh();
  // What scrolls can be reached by the keyboard.
  article.tabIndex = 0;
  const stopWatching = watchSideways(article);
  return {
    refresh,
    stop() {
      stopWatching();
      article.removeAttribute("tabindex");
      setFlow();
    },
  };
}
