import { effect } from "@preact/signals";
import { canBeVertical } from "#domain/script.ts";
import { standDigitsUpright } from "#reading/pages/upright-digits.ts";
import type { App } from "#state/app.ts";
import { startPages } from "./pages.tsx";
import { startSideways } from "./sideways.ts";

/** What keeps an article in pages or in columns; `refresh` after its look has changed. */
export interface FlowControl {
  refresh(): void;
  stop(): void;
}

const attended = new WeakSet<App>();

/** From now on articles are in pages, or in columns of vertical writing, as the settings say. Once for an app; again does nothing. */
export function attendFlow(app: App): void {
  const reading = app.reading.peek();
  if (!reading || attended.has(app)) return;
  attended.add(app);
  let kind: string | undefined;
  let last: unknown;
  let control: FlowControl | undefined;
  let upright: Element | undefined;
  let lieDown = () => {};
  const start = { pages: startPages, sideways: startSideways };

  effect(() => {
    const open = reading.reader.open.value;
    const { attributes } = app.settings.look.value;
    // What is chosen is on the root, and the article in the page, once all that hears of this change has done its work.
    queueMicrotask(() => {
      if (open !== reading.reader.open.peek()) return;
      const article = document.getElementById("article");
      const vertical = open && "data-vertical" in attributes && canBeVertical(open.article.record.lang);
      const standing = vertical && article ? article : undefined;
      // Text of another article has taken the place of what stood.
      if (standing !== upright || open !== last) {
        lieDown();
        lieDown = standing ? standDigitsUpright(standing) : () => {};
        upright = standing;
      }
      let wanted: keyof typeof start | undefined;
      if (open && attributes["data-layout"] === "pages") wanted = "pages";
      else if (vertical) wanted = "sideways";
      if (wanted === kind && open === last) return control?.refresh();
      [kind, last] = [wanted, open];
      control?.stop();
      control = undefined;
      if (wanted && article) control = start[wanted](app, article);
    });
  });
}
