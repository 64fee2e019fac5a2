import { formatRoute } from "#domain/route.ts";
import type { App } from "#state/app.ts";
import { loadAdding } from "#state/lazy.ts";

/** Puts files that were dropped on another view into the inbox, and goes where it is seen what becomes of them. Never rejects. */
export async function addDropped(app: App, files: File[]): Promise<void> {
  document.querySelector<HTMLDialogElement>("dialog:modal")?.close();
  // As a link: the navigation hears of those.
  const link = document.createElement("a");
  link.href = `${formatRoute({ name: "add" }, app.base)}?shared`;
  document.body.append(link);
  link.click();
  link.remove();
  try {
    await (await loadAdding()).addingOf(app).addFiles(files);
  } catch {
    // Without the part a notice says what is missing, and the file is still where it was.
  }
}
