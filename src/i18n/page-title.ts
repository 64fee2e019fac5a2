/** The title of the window: where the reader is, then the app. */
export function pageTitle(page: string): string {
  return `${page} – Lectern`;
}
