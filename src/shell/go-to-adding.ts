import { formatRoute } from "#domain/route.ts";

/** Opens the view of adding, whatever is open. */
export function goToAdding(base: string): void {
  document.querySelector<HTMLDialogElement>("dialog:modal")?.close();
  // As a link: the navigation hears of those.
  const link = document.createElement("a");
  link.href = formatRoute({ name: "add" }, base);
  document.body.append(link);
  link.click();
  link.remove();
}
