import { computed } from "@preact/signals";
import { render } from "preact";
import type { Route } from "#domain/route.ts";
import type { App } from "#state/app.ts";
import { loadSettingsEditor } from "#state/lazy.ts";
import { AppContext } from "#ui/app-context.ts";
import type { Frame } from "#ui/frame.ts";
import { loadReaderView } from "#ui/lazy.ts";
import { Notices } from "#ui/Notices.tsx";
import { applySettings } from "./apply-settings.ts";
import { watchCoveredEdges } from "./covered.ts";
import { watchInstall } from "./install.ts";
import { loadAfterStart } from "./lazy.ts";
import { startNavigation } from "./navigation.ts";
import { recoverFromMissingParts } from "./recover.ts";
import { createViews } from "./views.tsx";

/** Starts the app in its page: settings first, then the view the address asks for, then what can wait until it is painted. */
export async function startShell(app: App, frame: Frame, route: Route): Promise<void> {
  const views = createViews(app, frame);
  const keepPlace = () => app.reading.peek()?.reader.keep();
  /** A reload now would cut a voice off or lose a sound file. */
  const busy = computed(() => app.updates.held.value || (app.reading.value?.listening.active.value ?? false));
  recoverFromMissingParts(app.updates, busy, keepPlace);
  watchInstall(app.install);
  // An article that came with its page is read before anything else is done: scripts are often here before the first paint.
  if (!frame.island.hidden) await new Promise<void>(afterPaint);
  watchCoveredEdges(frame.bar, frame.panel, frame.notices);
  applySettings(app.settings);
  render(
    <AppContext.Provider value={app}>
      <Notices />
    </AppContext.Provider>,
    frame.notices,
  );
  // Before a reload asks the service worker, which looks the place up.
  addEventListener("beforeunload", keepPlace);
  addEventListener("pagehide", () => {
    app.reading.peek()?.listening.pause();
    keepPlace();
  });
  document.addEventListener("visibilitychange", keepPlace);

  await app.settings.load();
  const navigation = startNavigation(app.base, views.show);
  await views.show(route, "first", 0);
  const { queue } = app.settings.chosen.peek();
  if (queue || location.search)
    await loadReaderView().then(
      ({ takeUp }) => takeUp(app, navigation.go),
      () => {},
    );
  // A page that lost its network in between goes on without.
  afterPaint(() =>
    loadAfterStart().then(
      ({ afterStart }) => afterStart(app, busy, keepPlace),
      () => {},
    ),
  );
  const nothingChosen = Object.keys(app.settings.chosen.peek()).length === 0;
  // Without that part, pages look as the version before had them.
  if (!nothingChosen)
    void loadSettingsEditor().then(
      ({ renewLook }) => renewLook(app),
      () => {},
    );
}

function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
