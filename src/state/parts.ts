/** Fired on the window when a part of the app could not be fetched; `shell/recover.ts` listens. */
export const PART_MISSING = "lectern:part-missing";

/**
 * Fetches a part of the app that is loaded on demand. A part can be gone: the device may be offline before it was kept, or an
 * update may have replaced it on the server. Then the shell is told, and the promise rejects for whoever asked.
 */
export function loadPart<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return async () => {
    try {
      return await load();
    } catch (error) {
      dispatchEvent(new Event(PART_MISSING));
      throw error;
    }
  };
}
