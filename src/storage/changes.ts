import type { Change } from "#protocol/changes.ts";

export interface Changes {
  announce(change: Change): void;
  /** Hears what other tabs and the service worker announce, never what this object does. Returns how to stop. */
  onChange(listener: (change: Change) => void): () => void;
  /** Ends it; listeners hear nothing more. */
  close(): void;
}

/** What announces alone, as the service worker does, needs of the line between tabs and service worker; opened when first needed. */
export function createAnnounce(name: string): Changes["announce"] {
  let channel: BroadcastChannel | undefined;
  return (change) => (channel ??= new BroadcastChannel(name)).postMessage(change);
}

/** The line between tabs and service worker, opened when first needed. It cannot wake a service worker that is not running. */
export function createChanges(name: string): Changes {
  let channel: BroadcastChannel | undefined;
  const line = () => (channel ??= new BroadcastChannel(name));

  return {
    announce: (change) => line().postMessage(change),

    onChange(listener) {
      const hear = (event: MessageEvent<Change>) => listener(event.data);
      const heard = line();
      heard.addEventListener("message", hear);
      return () => heard.removeEventListener("message", hear);
    },

    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
