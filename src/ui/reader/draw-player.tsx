import { render } from "preact";
import type { App } from "#state/app.ts";
import type { ReadingModel } from "#state/reading.ts";
import { AppContext } from "../app-context.ts";
import { findFrame } from "../frame.ts";
import { ListeningPanel } from "./ListeningPanel.tsx";
import { ReadingContext } from "./reading-context.ts";

/** Draws the place of the player, whichever page is shown. It stays from then on, mostly empty. */
export function drawPlayer(app: App, reading: ReadingModel): void {
  render(
    <AppContext.Provider value={app}>
      <ReadingContext.Provider value={reading}>
        <ListeningPanel />
      </ReadingContext.Provider>
    </AppContext.Provider>,
    findFrame().panel,
  );
}
