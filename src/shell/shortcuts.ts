import type { App } from "#state/app.ts";
import type { Navigation } from "./navigation.ts";

/** The shortcuts of the manifest: `?open=continue` and `?open=listen` lead to the article read last, or else the newest. */
export async function openFromShortcut(app: App, navigation: Navigation): Promise<void> {
  const wish = new URLSearchParams(location.search).get("open");
  if (wish !== "continue" && wish !== "listen") return;
  history.replaceState(history.state, "", location.pathname);
  await app.library.load();
  const record = app.library.unfinished.peek() ?? app.library.records.peek()[0];
  if (!record) return;
  await navigation.go({ name: "read", id: record.id });
  // A browser lets a voice speak only after a press, so the player opens ready to play.
  if (wish === "listen") app.reading.peek()?.listening.prepare();
}
