import type { SavingAudio, SavingStage } from "#state/saving-audio.ts";
import { languageName } from "../language-name.ts";
import { savingAudioWords as words } from "./words.ts";

/** Why there is no file, in words, and what can be done about it. */
export function problemOf({ formats }: SavingAudio, stage: Extract<SavingStage, { kind: "failed" }>): string {
  const onlyOne = formats.length === 1;
  switch (stage.reason) {
    case "not-fetched":
      return words.notFetched(languageName(stage.lang));
    case "out-of-memory":
      return words.outOfMemory;
    case "voice":
      return words.voice;
    case "memory":
      return stage.format === "wav" && !onlyOne ? words.memoryWav : words.memory;
    case "encoder":
      return onlyOne ? words.encoderOnly : words.encoder;
  }
}
