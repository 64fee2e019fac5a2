/** Whether this browser has listed voices of its system before: some never do, and never say so. Kept on the device, beside the built-in voice. */
export interface ListedBefore {
  /** Undefined where it is not known. Never rejects. */
  read(): Promise<"some" | "none" | undefined>;
  /** Never rejects. */
  note(found: "some" | "none"): Promise<void>;
}

/** `name` of a cache, and the address in it that stands for the browser; nothing is ever fetched from there. */
export function rememberListed(caches: CacheStorage | undefined, name: string, address: string): ListedBefore {
  let noted: string | undefined;
  return {
    async read() {
      try {
        const answer = await (await caches?.match(address, { cacheName: name }))?.text();
        if (answer === "some" || answer === "none") return (noted = answer);
      } catch {
        // Storage is closed to the page.
      }
      return undefined;
    },
    async note(found) {
      if (found === noted) return;
      noted = found;
      try {
        await (await caches?.open(name))?.put(address, new Response(found));
      } catch {
        // The disk is full, or storage is closed to the page: it waits again next time.
      }
    },
  };
}
