/** What work has to do with that goes on by itself, in whichever tab. */

export function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}

/** The reason that an error of ours names; `damaged` for one of the importer's own making. */
export function reasonOf(error: unknown): string {
  const reason = (error as { reason?: unknown } | undefined)?.reason;
  if (typeof reason === "string") return reason;
  // A part of the app that could not be fetched: `import()` rejects with a TypeError.
  return error instanceof TypeError && /import|module/i.test(error.message) ? "part-missing" : "damaged";
}

/** One tab at a time. Where there are no locks (no secure context) each works; storage still takes nothing twice. */
export async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  await (locks ? locks.request(name, work) : work());
}
