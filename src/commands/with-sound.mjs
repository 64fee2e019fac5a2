import { endOnSignals, Interrupted, run } from "./run.mjs";
import { canSpeak, startSound } from "./sound.mjs";

/** Runs the command it is given with real voices at hand: `node with-sound.mjs vitest run …`. */
const [command = "", ...args] = process.argv.slice(2);
if (!canSpeak()) {
  console.error("Real speech needs PulseAudio, Speech Dispatcher and espeak-ng; they are not all on this machine.");
  process.exit(1);
}

endOnSignals();
try {
  const sound = await startSound();
  try {
    process.exitCode = (await run([command, args], { env: sound.env })).code;
  } finally {
    await sound.stop();
  }
} catch (error) {
  process.exitCode = error instanceof Interrupted ? 130 : 1;
  if (process.exitCode === 1) console.error(error instanceof Error ? error.message : error);
}
