import type { Route } from "#domain/route.ts";
import type { App } from "#state/app.ts";
import type { ReadingModel } from "#state/reading.ts";
import { fromStart } from "#state/same-text.ts";
import { drawPlayer } from "./draw-player.tsx";

/** Goes to a route as a link would. */
export type Go = (route: Route) => Promise<void>;

/**
 * The shortcuts of the manifest, `?open=continue` and `?open=listen`, lead to the article read last, or else the newest. Otherwise the queue
 * that was left is there again, silent: the small player has what it begins with.
 */
export async function takeUpReading(app: App, reading: ReadingModel, go: Go): Promise<void> {
  const wish = new URLSearchParams(location.search).get("open");
  if (wish === "continue" || wish === "listen") return openFromShortcut(app, reading, go, wish);
  for (const id of app.settings.chosen.peek().queue ?? []) {
    const found = await reading.reader.find(id);
    if (reading.reader.open.peek()) return;
    if (typeof found === "string") continue;
    reading.listening.takeUp(fromStart(found));
    return drawPlayer(app, reading);
  }
}

async function openFromShortcut(app: App, { listening }: ReadingModel, go: Go, wish: string): Promise<void> {
  history.replaceState(history.state, "", location.pathname);
  await app.library.load();
  const record = app.library.unfinished.peek() ?? app.library.records.peek()[0];
  if (!record) return;
  await go({ name: "read", id: record.id });
  // A browser lets a voice speak only after a press, so the player opens ready to play.
  if (wish === "listen") listening.prepare();
}
