import { useEffect, useState } from "preact/hooks";
import { formatRoute } from "#domain/route.ts";
import { addingOf } from "#state/adding.ts";
import { useApp } from "../app-context.ts";
import { AddView } from "./AddView.tsx";
import { entryOf } from "./entry.ts";
import { addingWords } from "./words.ts";

/** What the view is called, in the title of the window too. */
export const { title } = addingWords;

/** The view of adding, as its address asks for it. */
export function AddPage() {
  const app = useApp();
  const [entry] = useState(() => entryOf(new URL(location.href)));
  // What came along is taken once: a page that is loaded again does not bring it again.
  useEffect(() => history.replaceState(history.state, "", formatRoute({ name: "add" }, app.base)), [app.base]);
  return <AddView model={addingOf(app)} entry={entry} />;
}
