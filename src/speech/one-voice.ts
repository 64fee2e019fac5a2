/**
 * Of all tabs and windows of the app only one reads aloud: the one that began last. They share one synthesiser, which would say their
 * sentences in turn, or all at once.
 */
export interface OneVoice {
  /** This tab begins to read. */
  claim(): void;
  /** Hears no more, and is heard no more. */
  release(): void;
}

interface Claim {
  at: number;
  by: string;
}

const CHANNEL = "lectern-voice";

/** Calls `onLost` when another tab has begun after this one. Without BroadcastChannel tabs know nothing of each other. */
export function createOneVoice(onLost: () => void): OneVoice {
  if (typeof BroadcastChannel === "undefined") return { claim() {}, release() {} };
  const channel = new BroadcastChannel(CHANNEL);
  const by = Math.random().toString(36).slice(2);
  let mine: Claim = { at: 0, by };
  channel.onmessage = ({ data }: MessageEvent<Claim>) => {
    // Two that begin at once hear of each other; the same one of them has to give way in both.
    if (data.at > mine.at || (data.at === mine.at && data.by > by)) onLost();
  };
  return {
    claim() {
      mine = { at: Date.now(), by };
      channel.postMessage(mine);
    },
    release: () => channel.close(),
  };
}
