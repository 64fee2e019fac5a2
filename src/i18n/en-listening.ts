import { count } from "./plural.ts";

const minutes = (seconds: number) => {
  const whole = Math.round(seconds / 60);
  return whole < 1 ? "less than a minute" : count(whole, { one: "1 minute", other: `${whole} minutes` });
};

/** The words of read-aloud, fetched when it is first used. */
export const enListening = {
  play: "Play",
  pause: "Pause",
  /** Said where it was paused by a key. */
  paused: "Paused",
  previous: "Previous sentence",
  next: "Next sentence",
  rate: "Speed",
  slower: "Slower",
  faster: "Faster",
  times: (rate: number) => `${rate.toFixed(2).replace(/0$/, "")}×`,
  voiceNamed: (name: string) => `Voice: ${name}`,
  automatically: (language: string) => `${language}, chosen automatically`,
  settings: "Reading-aloud settings",
  backToVoice: "Back to the voice",
  builtInVoice: "Built-in voice",
  onThisDevice: (voice: string) => `${voice}, on this device`,
  toFetchOnce: (voice: string, megabytes: string) => `${voice}, ${megabytes} to fetch once`,
  /** Regions of the United Nations' list (M49) that voices have, of which some browsers have no name. */
  regions: { "001": "world", "029": "Caribbean", "150": "Europe", "419": "Latin America" } as Readonly<
    Record<string, string>
  >,
  voices: {
    title: "Voices",
    close: "Close",
    search: "Find a voice",
    searchHint: "By name, language or country.",
    ownLanguage: (language: string) => `${language}, the language of this article`,
    automatic: "Automatic",
    automaticExplained: (voice: string) => `The best one there is: ${voice}`,
    offline: "works without a network",
    online: "needs a network and sends the text to a server",
    toFetch: (megabytes: string) => `${megabytes} to fetch once`,
    /** From 0; what nobody has rated (2) is not spoken of. */
    quality: ["sound effect or odd variant", "robotic", "", "good quality", "high quality", "very high quality"],
    gender: { female: "female voice", male: "male voice" },
    child: "child’s voice",
    tryIt: "Try it",
    stopTrying: "Stop",
    /** What is seen comes first, for who speaks to buttons. */
    named: (act: string, voice: string) => `${act}: ${voice}`,
    trialFailed: "This voice did not speak. Try it again, or another one.",
    trialNotFetched: "What this voice needs could not be fetched. Connect to a network, then try again.",
    showing: (shown: number, all: number) =>
      shown < all ? `Showing ${shown} of ${all} voices.` : count(all, { one: "1 voice.", other: `${all} voices.` }),
    noneFound: "No voice is called that, or speaks that.",
    more: (next: number) => `Show ${next} more`,
    showAll: "Sound effects and odd variants too",
    hidden: (many: number) => count(many, { one: "1 is hidden.", other: `${many} are hidden.` }),
    onlineToo: "Voices that need a network too",
    onlineExplained: "They send the text of the article to a server to be spoken.",
    remembered: "Lectern remembers one voice for each language.",
  },
  /** In steps of a tenth, for a rounder number is easier to hear; the unit in full is longer than the number. */
  megabytes: (bytes: number) => `${Math.max(0.1, bytes / 1e6).toFixed(1)} MB`,
  fetchingVoice: (language: string, megabytes: string) =>
    `Fetching the built-in voice for ${language}, ${megabytes}. It stays on this device.`,
  fetched: "Fetched so far",
  percent: (fraction: number) => `${Math.floor(fraction * 100)} %`,
  notFetched: (language: string) =>
    `The built-in voice for ${language} is not on this device yet and could not be fetched. Connect to a network, then press Try again.`,
  goOnBuiltIn: "Go on with the built-in voice",
  goesOnInBackground: "The built-in voice goes on while the screen is off.",
  packs: {
    open: "Built-in voice: languages",
    title: "Built-in voice",
    close: "Close",
    explained:
      "The built-in voice works without a network and goes on while the screen is off. Each language is fetched when it is first read aloud, and kept.",
    here: "On this device",
    none: "No language is on this device yet.",
    others: "Fetch another language",
    fetch: "Fetch",
    fetching: "Fetching …",
    fetched: (language: string) => `${language} is on this device now.`,
    failed: (language: string) => `${language} could not be fetched. Connect to a network, then try again.`,
    remove: "Remove",
    removeNamed: (language: string) => `Remove ${language}`,
    removed: (language: string) => `${language} was removed.`,
    /** What all languages share. */
    itself: (megabytes: string) => `The voice itself, ${megabytes}`,
    itselfExplained:
      "Every language needs the voice itself. Removed, it takes the languages along; what is read aloud next is fetched again.",
    removeAll: "Remove the voice and its languages",
    removedAll: "The built-in voice was removed.",
  },
  /** The small player on other pages than the article's. */
  mini: "Now reading aloud",
  preparing: "Preparing the voice …",
  closeMini: "Stop listening",
  couldNotLoad: "What reads aloud could not be loaded. Check your connection, then press Listen in the article.",
  queue: "Up next",
  more: "More controls",
  place: "Place in the article",
  timeIn: (seconds: number) => `${minutes(seconds)} in`,
  /** Apart from the toolbar's time, which is that of reading. */
  timeLeft: (seconds: number) => `${minutes(seconds)} left to listen`,
  /** What the slider says of itself, of seconds from the beginning and to the end. */
  inAndLeft: (position: number, left: number) => `${minutes(position)} in, ${minutes(left)} left to listen`,
  steps: "Go to",
  previousParagraph: "Previous paragraph",
  nextParagraph: "Next paragraph",
  /** The short ones are seen; the names begin with them, for who speaks to buttons. */
  seconds: "15 s",
  skipBack: "15 s back",
  skipOn: "15 s on",
  stop: "Stop reading aloud",
  sleepTimer: "Sleep timer",
  sleepOff: "Off",
  sleepMinutes: (time: number) => `${time} minutes`,
  sleepUntil: { paragraph: "End of the paragraph", article: "End of the article" },
  fallsSilent: {
    time: (seconds: number) => `Falls silent in ${minutes(seconds)}.`,
    paragraph: "Falls silent at the end of the paragraph.",
    article: "Falls silent at the end of the article.",
  },
  cancel: "Cancel",
  cancelSleep: "Cancel the sleep timer",
  selection: "Selection",
  listenFromHere: "Listen from here",
  keys: "Keys",
  saveAudio: "Save as audio",
  seekingVoice: "Looking for the voices of this device …",
  finished: "Finished reading aloud.",
  noVoices:
    "Reading aloud uses the voices of your device, and this browser offers none. Install a voice in your system’s speech or accessibility settings, or open Lectern in another browser, then press Try again.",
  noVoiceFor: (language: string) =>
    `No voice on this device speaks ${language}. Install one in your system’s speech or accessibility settings, then press Try again.`,
  skippedLanguage: (language: string) => `A passage in ${language} was left out: no voice on this device speaks it.`,
  costlyLanguage: (language: string) =>
    `Words in ${language} were left out: that voice is large and not on this device. “Built-in voice: languages”, under the voices, fetches it.`,
  unfetchedLanguage: (language: string) =>
    `A passage in ${language} was left out: the voice for ${language} could not be fetched. Connect once, and it is there from then on, without network too.`,
  blocked: "The browser waits for a press before it lets a voice speak. Press Play.",
  voiceLost: "That voice is no longer available. Choose another, or press Play to go on with the best one there is.",
  silent: "The voice did not start. Press Play to try again, or choose another voice.",
  wentSilent: "The voice fell silent. Press Play to go on at the same place, or choose another voice.",
  preparingVoice: "Preparing the voice …",
  outOfMemory:
    "This device has too little memory left for the voice. Close other tabs and apps, then press Play to go on, or choose another voice.",
  failed: "The voice stopped with an error. Press Play to try again, or choose another voice.",
  onlyOnlineVoice: (language: string) =>
    `The only voices here for ${language} send the text to a server to be spoken, and need a network.`,
  useOnlineVoice: "Use an online voice",
  noText: "This article has no text that can be read aloud.",
  interrupted: "Something else on this device kept taking the voice away. Press Play to go on at the same word.",
  voiceChanged: "The voice went away, so another one reads on.",
  stoppedInBackground:
    "Your system stopped the voice while Lectern was out of sight. Press Play to go on at the same word.",
  otherTab: "Reading goes on in another tab. Press Play to listen here instead.",
  asleep: "The sleep timer has paused the voice. Press Play to go on from here.",
  tryAgain: "Try again",
};

export type ListeningWords = typeof enListening;
