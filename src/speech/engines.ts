/**
 * Several engines as one: their voices in one list, each sentence to the engine of its voice. The order of the engines is the order
 * of their voices; the first may be slow to know its own.
 */
import type { Clock } from "./clock.ts";
import type { SpeechEngine, Voice } from "./engine.ts";
import type { ListedBefore } from "./listed-before.ts";

/**
 * How long the voices of the others wait for those of the first, in milliseconds: in a browser that has listed some before, that has listed
 * none (it never says so, and is not waited for), and that is new. A first sound should come within a second, and readers give up
 * on silence; the slowest list takes eight. What comes later is offered, and read with from the next article on.
 */
const HEAD_START = { some: 2500, none: 0, unknown: 800 };

export function combineEngines(
  first: SpeechEngine,
  others: readonly SpeechEngine[],
  clock: Clock,
  before?: ListedBefore,
): SpeechEngine {
  const engines = [first, ...others];
  const listeners = new Set<() => void>();
  let sources: readonly (readonly Voice[])[] = [];
  let list: readonly Voice[] = [];
  let speaking: SpeechEngine | undefined;
  let waiting = true;
  let listing: Promise<void> | undefined;
  let stopWaiting = () => {};
  const headStart = new Promise<void>((resolve) => {
    const over = () => {
      waiting = false;
      resolve();
    };
    const made = clock.now();
    const waitFor = (ms: number) => {
      stopWaiting();
      const end = () => {
        over();
        tell();
      };
      const left = made + ms - clock.now();
      if (left > 0) stopWaiting = clock.after(left, end);
      else end();
    };
    waitFor(HEAD_START.unknown);
    void before?.read().then((known) => known && waiting && waitFor(HEAD_START[known]));
    first.onVoicesChanged(note);
    listing = first.voices().then(() => {
      listing = undefined;
      note();
      stopWaiting();
      over();
      tell();
    });
  });

  function note(): void {
    void before?.note(first.voicesNow().length > 0 ? "some" : "none");
  }

  function tell(): void {
    for (const listener of [...listeners]) listener();
  }

  function voicesNow(): readonly Voice[] {
    if (first.voicesNow().length > 0) waiting = false;
    if (waiting) return NONE;
    const now = engines.map((engine) => engine.voicesNow());
    if (now.length !== sources.length || now.some((voices, index) => voices !== sources[index]))
      [sources, list] = [now, now.flat()];
    return list;
  }

  return {
    id: "all",
    voicesNow,
    async voices() {
      const asked = first.voices(); // Asked again, it looks again.
      if (waiting) await headStart;
      if (voicesNow().length === 0) await asked;
      return voicesNow();
    },
    spareVoices: () => others.flatMap((engine) => engine.voicesNow()),
    stillListing: () => (first.voicesNow().length > 0 ? undefined : listing),
    onVoicesChanged(listener) {
      listeners.add(listener);
      const stops = engines.map((engine) => engine.onVoicesChanged(listener));
      return () => {
        listeners.delete(listener);
        for (const stop of stops) stop();
      };
    },
    speak(request, report) {
      const chosen = engines.find(({ id }) => id === request.voice.engine) ?? first;
      if (speaking !== chosen) speaking?.stop();
      speaking = chosen;
      return chosen.speak(request, report);
    },
    stop: () => speaking?.stop(),
    ahead: (upcoming) => speaking?.ahead?.(upcoming) ?? false,
    async prepare(requests) {
      for (const engine of engines) {
        const own = requests.filter(({ voice }) => voice.engine === engine.id);
        if (own.length > 0) await engine.prepare?.(own);
      }
    },
    onMade(listener) {
      const stops = engines.map((engine) => engine.onMade?.(listener));
      return () => {
        for (const stop of stops) stop?.();
      };
    },
    changeRate: (rate) => speaking?.changeRate?.(rate) ?? false,
    setVolume(volume) {
      for (const engine of engines) engine.setVolume?.(volume);
    },
    unlock() {
      for (const engine of engines) engine.unlock?.();
    },
  };
}

const NONE: readonly Voice[] = [];
