import { useEffect } from "preact/hooks";
import type { ListeningMessage, ListeningSession } from "#state/listening-session.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { Button } from "../parts/Button.tsx";
import { listeningWords as labels } from "./words.ts";

/** What keeps the voice from speaking, and what can be done about it. */
export function PlayerMessage({ session }: { session: ListeningSession }) {
  const { announcer, reading } = useApp();
  const message = session.message.value;
  const text = message && textOf(message);
  useEffect(() => {
    // Never over the voice: what is told while it goes on waits on the screen. Nor to somebody who may have fallen asleep.
    // Where the next article follows at once, the end of the one before is no news either.
    const kind = session.message.peek()?.kind;
    const isUnderWay = reading.peek()?.listening.active.peek() ?? session.active.peek();
    // Nothing sounds while a voice is fetched, which can take minutes.
    const speaks = isUnderWay && kind !== "fetching-voice";
    if (text && kind !== "asleep" && !speaks) announcer.say(text);
  }, [announcer, reading, session, text]);
  if (!message || !text) return null;
  const retry = ["no-voices", "no-voice", "not-fetched"].includes(message.kind);
  return (
    <div class="player-message">
      <p>{text}</p>
      {message.fetched !== undefined && (
        <p class="player-fetched">
          <progress value={message.fetched} aria-label={labels.fetched} /> {labels.percent(message.fetched)}
        </p>
      )}
      {session.builtInCanGoOn.value && (
        <>
          <p>{labels.goesOnInBackground}</p>
          <Button class="primary" label={labels.goOnBuiltIn} onClick={session.goOnBuiltIn} />
        </>
      )}
      {message.kind === "only-online-voice" && (
        <Button class="primary" label={labels.useOnlineVoice} onClick={session.allowOnlineVoices} />
      )}
      {retry && <Button class="primary" label={labels.tryAgain} onClick={session.play} />}
    </div>
  );
}

function textOf(message: ListeningMessage): string {
  switch (message.kind) {
    case "no-voices":
      return labels.noVoices;
    case "no-voice":
      return labels.noVoiceFor(spokenLanguage(message.lang));
    case "skipped-language":
      return labels.skippedLanguage(spokenLanguage(message.lang));
    case "unfetched-language":
      return labels.unfetchedLanguage(spokenLanguage(message.lang));
    case "costly-language":
      return labels.costlyLanguage(spokenLanguage(message.lang));
    case "seeking-voice":
      return labels.seekingVoice;
    case "fetching-voice":
      return labels.fetchingVoice(spokenLanguage(message.lang), labels.megabytes(message.bytes ?? 0));
    case "not-fetched":
      return labels.notFetched(spokenLanguage(message.lang));
    case "finished":
      return labels.finished;
    case "blocked":
      return labels.blocked;
    case "voice-lost":
      return labels.voiceLost;
    case "silent":
      return labels.silent;
    case "went-silent":
      return labels.wentSilent;
    case "preparing-voice":
      return labels.preparingVoice;
    case "out-of-memory":
      return labels.outOfMemory;
    case "failed":
      return labels.failed;
    case "voice-changed":
      return labels.voiceChanged;
    case "only-online-voice":
      return labels.onlyOnlineVoice(spokenLanguage(message.lang));
    case "no-text":
      return labels.noText;
    case "interrupted":
      return labels.interrupted;
    case "other-tab":
      return labels.otherTab;
    case "asleep":
      return labels.asleep;
    case "stopped-in-background":
      return labels.stoppedInBackground;
  }
}

/** Without its region: a voice of any would do. */
function spokenLanguage(tag: string): string {
  return languageName(tag.split("-", 1)[0] ?? tag);
}
