/** Gives the reader a file of that name, among the downloads or wherever the browser puts them. */
export function handOut(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Some browsers begin to read only after the press is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
