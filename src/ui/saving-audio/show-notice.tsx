import { render } from "preact";
import type { App } from "#state/app.ts";
import { AppContext } from "../app-context.ts";
import { findFrame } from "../frame.ts";
import { SavingNotice, type SavingNoticeProps } from "./SavingNotice.tsx";

let place: HTMLElement | undefined;

/** Draws, among the notices, the place that tells of a sound file under way. It stays from then on, mostly empty. */
export function showSavingNotice(app: App, Sheet: SavingNoticeProps["Sheet"]): void {
  if (place) return;
  place = findFrame().notices.appendChild(document.createElement("div"));
  render(
    <AppContext.Provider value={app}>
      <SavingNotice Sheet={Sheet} />
    </AppContext.Provider>,
    place,
  );
}
