import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Span } from "#domain/position.ts";
import type { Voice } from "#speech/engine.ts";

export type ListeningMessage =
  | { kind: "preparing" | "not-loaded" | "no-voices" | "finished" | "blocked" | "voice-lost" | "silent" | "failed" | "stopped-in-background" }
  | { kind: "no-voice" | "skipped-language"; lang: string };
export interface ListeningModel {
  open: ReadonlySignal<boolean>; active: ReadonlySignal<boolean>; ready: ReadonlySignal<boolean>;
  following: Signal<boolean>; returning: Signal<number>; spoken: ReadonlySignal<{block:number; sentence: Span; word: Span|undefined}|undefined>;
  message: ReadonlySignal<ListeningMessage|undefined>; voices: ReadonlySignal<readonly Voice[]>; chosenVoice: ReadonlySignal<Voice|undefined>;
  start(): void; prepare(): void; close(): void; toggle(): void; pause(): void; next(): void; previous(): void; backToVoice(): void; chooseVoice(key: string|undefined): void; whenQuiet(work: () => void): void;
}
export function createListening(..._: unknown[]): ListeningModel {
  const n = () => {};
  return { open: signal(false), active: signal(false), ready: signal(false), following: signal(true), returning: signal(0), spoken: signal(undefined), message: signal(undefined), voices: signal([]), chosenVoice: computed(() => undefined), start: n, prepare: n, close: n, toggle: n, pause: n, next: n, previous: n, backToVoice: n, chooseVoice: n, whenQuiet: (w) => w() };
}
