/** The worker of the built-in voice: makes sentences into sound, one after the other. */
import type { FromWorker, ToWorker } from "../messages.ts";
import { sourceOf, timeWords, wordsOf } from "../word-timing.ts";
import { type Espeak, startEspeak } from "./espeak-ng.ts";

declare const self: DedicatedWorkerGlobalScope;

let espeak: Espeak | undefined;
/** The end of what was asked for last: messages are answered in their order. */
let last: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  last = last.then(() => answer(data)).catch((error: unknown) => fail(data, String(error)));
});

async function answer(message: ToWorker): Promise<void> {
  if (message.type === "start") {
    espeak = await startEspeak(message.engine, message.size, message.core);
    return post({ type: "ready", sampleRate: espeak.sampleRate });
  }
  if (!espeak) throw new Error("It has not been started.");
  if (message.type === "add") return espeak.add(message.dictionary);
  const { id, text, lang, voice } = message;
  const source = sourceOf(text);
  const { samples, events } = espeak.say(source.text, voice);
  const timed = timeWords(wordsOf(text, lang), events, source, (samples.length * 1000) / espeak.sampleRate);
  const words = new Float64Array(timed.flatMap(({ start, end, at }) => [start, end, at]));
  post({ type: "rendered", id, pcm: samples.buffer, words }, [samples.buffer, words.buffer]);
}

function fail(message: ToWorker, text: string): void {
  post(
    message.type === "render" ? { type: "failed", id: message.id, message: text } : { type: "failed", message: text },
  );
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}
