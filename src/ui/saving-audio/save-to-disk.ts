/** Saving into a file that the reader picks, where the browser lets pages do that (https://wicg.github.io/file-system-access). */

import type { SaveOutcome } from "#state/saving-audio.ts";

interface Picker {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle & { remove?(): Promise<void> }>;
}

export function canPickFile(): boolean {
  return "showSaveFilePicker" in window;
}

/**
 * Asks for a file within a press, and streams the content into it. What fails leaves nothing behind: a file that was there
 * before stays as it was, a new one is removed. `none`: the reader picked no file. Never rejects.
 */
export async function saveToDisk(content: Blob, suggestedName: string, description: string): Promise<SaveOutcome> {
  const ending = /\.\w+$/.exec(suggestedName)?.[0] ?? "";
  const type = content.type.split(";", 1)[0]!;
  let file: Awaited<ReturnType<NonNullable<Picker["showSaveFilePicker"]>>>;
  try {
    const types = [{ description, accept: { [type]: [ending] } }];
    file = await (window as Picker).showSaveFilePicker!({ suggestedName, types });
  } catch (error) {
    return (error as DOMException).name === "AbortError" ? "none" : "refused";
  }
  try {
    const writable = await file.createWritable();
    await content.stream().pipeTo(writable);
    return "saved";
  } catch {
    // The system has made an empty file where there was none.
    const left = await file.getFile().catch(() => undefined);
    if (left?.size === 0) await file.remove?.().catch(() => {});
    return "failed";
  }
}
