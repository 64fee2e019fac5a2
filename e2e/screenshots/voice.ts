/**
 * Puts one voice into a page that has none, for a picture of an article being read aloud. It begins each sentence, reaches its
 * fifth word, and stays there. Runs in the page before any of its own scripts.
 */
export function installVoice(): void {
  const voice = { name: "English", lang: "en-GB", voiceURI: "english", localService: true, default: true };
  const synth = Object.assign(new EventTarget(), {
    speaking: false,
    pending: false,
    getVoices: () => [voice],
    cancel() {},
    speak(utterance: SpeechSynthesisUtterance) {
      const word = [...utterance.text.matchAll(/\S+/g)][4];
      if (!word) return;
      synth.speaking = true;
      setTimeout(() => {
        utterance.onstart?.({} as SpeechSynthesisEvent);
        const reached = { name: "word", charIndex: word.index, charLength: word[0].length };
        utterance.onboundary?.(reached as SpeechSynthesisEvent);
      });
    },
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: synth });
  Object.defineProperty(globalThis, "SpeechSynthesisUtterance", {
    value: function Utterance(text: string) {
      return { text };
    },
  });
}
