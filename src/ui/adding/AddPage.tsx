import { useEffect, useState } from "preact/hooks";
import type { ArticleId } from "#domain/article.ts";
import { formatRoute, isArticleId } from "#domain/route.ts";
import { addingOf } from "#state/adding.ts";
import { useApp } from "../app-context.ts";
import { showNews } from "../news/show-news.ts";
import { AddView } from "./AddView.tsx";
import { entryOf } from "./entry.ts";
import { RepairView } from "./RepairView.tsx";
import { addingWords, repairWords } from "./words.ts";

/** What the view is called, in the title of the window too. */
export function addTitle(): string {
  return articleToMend() ? repairWords.title : addingWords.title;
}

/** The view of adding, or of mending what was added, as its address asks for it. */
export function AddPage() {
  const [mended] = useState(articleToMend);
  return mended ? <RepairView id={mended} /> : <Adding />;
}

function articleToMend(): ArticleId | undefined {
  const id = new URL(location.href).searchParams.get("mend");
  return id && isArticleId(id) ? id : undefined;
}

function Adding() {
  const app = useApp();
  const [entry] = useState(() => entryOf(new URL(location.href)));
  // What came along is taken once: a page that is loaded again does not bring it again.
  useEffect(() => history.replaceState(history.state, "", formatRoute({ name: "add" }, app.base)), [app.base]);
  // What is added here is on its way when the reader goes back to the library.
  useEffect(() => void showNews(app), [app]);
  return <AddView model={addingOf(app)} entry={entry} />;
}
