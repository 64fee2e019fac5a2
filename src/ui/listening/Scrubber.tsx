import { useState } from "preact/hooks";
import type { ListeningTransport } from "#state/listening-session.ts";
import { listeningWords as labels } from "./words.ts";

interface ScrubberProps {
  transport: ListeningTransport;
  onSeek(index: number): void;
}

/**
 * The whole article as a native slider. Its steps are sentences, so every place it stops at is the start of one, and one press of an
 * arrow key is one sentence. What it says of itself is the time. The line under it is how far the
 * sound has been made: for the eye alone, as nothing depends on it.
 */
export function Scrubber({ transport, onSeek }: ScrubberProps) {
  /** Where the thumb is held, while it is. */
  const [held, setHeld] = useState<number>();
  const { position, duration, madeTo = 0 } = transport.time.value;
  const last = Math.max(transport.count.value - 1, 0);
  const made = last > 0 ? Math.min(madeTo / last, 1) : 0;
  const seconds = held === undefined ? position : transport.timeAt(held);
  const left = Math.max(duration - seconds, 0);
  return (
    <div class="player-scrubber">
      <input
        type="range"
        min={0}
        max={last}
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
      {madeTo > transport.index.value && (
        <div class="player-made" aria-hidden="true">
          <div style={{ inlineSize: `${100 * made}%` }} />
        </div>
      )}
      <p>
        <span>{labels.timeIn(seconds)}</span> <span>{labels.timeLeft(left)}</span>
      </p>
    </div>
  );
}
