import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";

export interface UpdatesModel {
  /** A new version waits and the reader has not put it off. */
  offered: ReadonlySignal<boolean>;
  /** A reload would lose a sound file: set by whoever makes it. Until then no update is put in place, and no page reloads itself. */
  held: Signal<boolean>;
  /** A part of the app could not be loaded; see `shell/recover.ts`. */
  incomplete: ReadonlySignal<boolean>;
  /** A new version waits; `apply` puts it in place and ends in a reload of every tab. */
  offer(apply: () => void): void;
  apply(): void;
  later(): void;
  partMissing(): void;
  /** True once for each thing there is to tell. */
  isNews(): boolean;
}

export function createUpdates(): UpdatesModel {
  const waiting = signal<(() => void) | undefined>(undefined);
  const postponed = signal(false);
  const incomplete = signal(false);
  let news = false;
  return {
    offered: computed(() => waiting.value !== undefined && !postponed.value),
    held: signal(false),
    incomplete,
    offer(apply) {
      news = true;
      waiting.value = apply;
      postponed.value = false;
    },
    apply: () => waiting.peek()?.(),
    later: () => (postponed.value = true),
    partMissing() {
      news = true;
      incomplete.value = true;
    },
    isNews() {
      const was = news;
      news = false;
      return was;
    },
  };
}
