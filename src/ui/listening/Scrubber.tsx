import { useState } from "preact/hooks";
import type { ListeningTransport } from "#state/listening-session.ts";
import { listeningWords as labels } from "./words.ts";

interface ScrubberProps {
  transport: ListeningTransport;
  onSeek(index: number): void;
}

/**
 * The whole article as a native slider. Its steps are sentences, so every place it stops at is the start of one, and one press of an
 * arrow key is one sentence. What it says of itself is the time.
 */
export function Scrubber({ transport, onSeek }: ScrubberProps) {
  /** Where the thumb is held, while it is. */
  const [held, setHeld] = useState<number>();
  const { position, duration } = transport.time.value;
  const seconds = held === undefined ? position : transport.timeAt(held);
  const left = Math.max(duration - seconds, 0);
  return (
    <div class="player-scrubber">
      <input
        type="range"
        min={0}
        max={Math.max(transport.count.value - 1, 0)}
        step={1}
        value={held ?? transport.index.value}
        aria-label={labels.place}
        aria-valuetext={labels.inAndLeft(seconds, left)}
        onInput={(event) => setHeld(Number(event.currentTarget.value))}
        onChange={(event) => {
          setHeld(undefined);
          onSeek(Number(event.currentTarget.value));
        }}
      />
      <p>
        <span>{labels.timeIn(seconds)}</span> <span>{labels.timeLeft(left)}</span>
      </p>
    </div>
  );
}
