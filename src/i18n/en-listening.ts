/** The words of read-aloud, fetched when it is first used. */
export const enListening = {
  play: "Play",
  pause: "Pause",
  previous: "Previous sentence",
  next: "Next sentence",
  rate: "Speed",
  slower: "Slower",
  faster: "Faster",
  times: (rate: number) => `${rate.toFixed(2).replace(/0$/, "")}×`,
  voice: "Voice",
  automaticVoice: "Automatic",
  backToVoice: "Back to the voice",
  seekingVoice: "Looking for the voices of this device …",
  finished: "Finished reading aloud.",
  noVoices:
    "Reading aloud uses the voices of your device, and this browser offers none. Install a voice in your system’s speech or accessibility settings, or open Lectern in another browser, then press Try again.",
  noVoiceFor: (language: string) =>
    `No voice on this device speaks ${language}. Install one in your system’s speech or accessibility settings, then press Try again.`,
  skippedLanguage: (language: string) => `A passage in ${language} was left out: no voice on this device speaks it.`,
  blocked: "The browser waits for a press before it lets a voice speak. Press Play.",
  voiceLost: "That voice is no longer available. Choose another, or press Play to go on with the best one there is.",
  silent: "The voice did not start. Press Play to try again, or choose another voice.",
  failed: "The voice stopped with an error. Press Play to try again, or choose another voice.",
  onlyOnlineVoice: (language: string) =>
    `The only voices here for ${language} send the text to a server to be spoken, and need a network.`,
  useOnlineVoice: "Use an online voice",
  noText: "This article has no text that can be read aloud.",
  interrupted: "Something else on this device kept taking the voice away. Press Play to go on at the same word.",
  voiceChanged: "The voice went away, so another one reads on.",
  stoppedInBackground:
    "Your system stopped the voice while Lectern was out of sight. Press Play to go on at the same word.",
  tryAgain: "Try again",
};

export type ListeningWords = typeof enListening;
