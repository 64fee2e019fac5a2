import { useState } from "preact/hooks";
import type { ListeningSession } from "#state/listening-session.ts";
import { VoiceSheet } from "../voices/VoiceSheet.tsx";
import { voiceLanguage } from "./voice-language.ts";
import { listeningWords } from "./words.ts";

/** Which voice reads, and the way to all others. Its text wraps: a name that is cut says nothing. */
export function VoicePicker({ session }: { session: ListeningSession }) {
  const [open, setOpen] = useState(false);
  const chosen = session.chosenVoice.value;
  const voice = chosen ?? session.voices.value[0];
  if (!voice) return null;
  const { builtInVoice, toFetchOnce, onThisDevice, automatically, megabytes, voiceNamed } = listeningWords;
  const pack = session.packOf(voice);
  const language = voiceLanguage(voice.lang);
  const where = pack
    ? pack.state === "here"
      ? onThisDevice(language)
      : toFetchOnce(language, megabytes(pack.bytes))
    : language;
  return (
    <div class="player-voice">
      <button type="button" class="button plain voice-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span>{voiceNamed(pack ? builtInVoice : (voice.known?.label ?? voice.name))}</span>{" "}
        <span class="explained">{chosen ? where : automatically(where)}</span>
      </button>
      {open && <VoiceSheet session={session} onClose={() => setOpen(false)} />}
    </div>
  );
}
