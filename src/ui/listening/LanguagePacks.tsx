import { useEffect, useState } from "preact/hooks";
import type { ListeningSession } from "#state/listening-session.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { listeningWords } from "./words.ts";

const words = listeningWords.packs;

/** The languages of the built-in voice: what of it is on this device, with its size, and what can be fetched before it is needed. */
export function LanguagePacks({ session, onClose }: { session: ListeningSession; onClose(): void }) {
  const { announcer } = useApp();
  const [wanted, setWanted] = useState("");
  const [failed, setFailed] = useState("");
  useEffect(() => session.lookAtPacks(), [session]);
  const bytesShared = session.voiceBytes.value;
  const packs = session.packs.value
    .map((pack) => ({ ...pack, language: nameOf(pack.lang) }))
    .toSorted((a, b) => a.language.localeCompare(b.language));
  const here = packs.filter(({ state }) => state === "here");
  const others = packs.filter(({ state }) => state !== "here");
  const chosen = others.find(({ name }) => name === wanted) ?? others[0];
  const busy = others.some(({ state }) => state === "fetching");
  // Nothing is announced over a voice.
  const say = (text: string) => !session.active.peek() && announcer.say(text);
  const fetchChosen = () => {
    if (!chosen) return;
    setFailed("");
    session.fetchPack(chosen.name).then(
      () => say(words.fetched(chosen.language)),
      () => setFailed(chosen.language),
    );
  };
  const remove = async (removing: Promise<void>, told: string) => {
    await removing;
    say(told);
    document.getElementById("language-packs")?.focus();
  };
  return (
    <Sheet id="language-packs" title={words.title} closeLabel={words.close} onClose={onClose}>
      <div class="settings">
        <p>{words.explained}</p>
        <h3 id="packs-here">{words.here}</h3>
        {here.length === 0 && <p>{words.none}</p>}
        {here.length + bytesShared > 0 && (
          <ul class="kept-list" aria-labelledby="packs-here">
            {bytesShared > 0 && (
              <li>
                <span>{words.itself(listeningWords.megabytes(bytesShared))}</span>
                <button
                  type="button"
                  class="button"
                  aria-label={words.removeAll}
                  onClick={() => void remove(session.removeVoice(), words.removedAll)}
                >
                  {words.remove}
                </button>
              </li>
            )}
            {here.map(({ name, language, bytes }) => (
              <li key={name}>
                <span>{`${language}, ${listeningWords.megabytes(bytes)}`}</span>
                <button
                  type="button"
                  class="button"
                  aria-label={words.removeNamed(language)}
                  onClick={() => void remove(session.removePack(name), words.removed(language))}
                >
                  {words.remove}
                </button>
              </li>
            ))}
          </ul>
        )}
        {bytesShared > 0 && <p class="explained">{words.itselfExplained}</p>}
        {chosen && (
          <>
            <label class="setting-label" for="pack-language">
              {words.others}
            </label>
            <div class="field-row">
              <select
                id="pack-language"
                class="field-select"
                value={chosen.name}
                onChange={(event) => setWanted(event.currentTarget.value)}
              >
                {others.map(({ name, language, bytes }) => (
                  <option key={name} value={name}>
                    {`${language}, ${listeningWords.megabytes(bytes)}`}
                  </option>
                ))}
              </select>
              <Button label={busy ? words.fetching : words.fetch} unavailable={busy} onClick={fetchChosen} />
            </div>
            {failed && <p role="alert">{words.failed(failed)}</p>}
          </>
        )}
      </div>
    </Sheet>
  );
}

/** Without its region: the pack is one for all of them. */
function nameOf(tag: string): string {
  return languageName(tag.split("-", 1)[0]!);
}
