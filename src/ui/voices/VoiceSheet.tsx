import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import languages from "icon:languages";
import type { ListeningSession } from "#state/listening-session.ts";
import { useApp } from "../app-context.ts";
import { LanguagePacks } from "../listening/LanguagePacks.tsx";
import { voiceLanguage } from "../listening/voice-language.ts";
import { listeningWords } from "../listening/words.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Switch } from "../parts/Switch.tsx";
import { VoiceGroup } from "./VoiceGroup.tsx";

const words = listeningWords.voices;

/** How many voices are drawn at first, and with each "more": a device may list 13,000. */
const PORTION = 50;
/** Milliseconds without a key before what was found is said: it changes with every letter. */
const PAUSE = 700;

/** All voices of this device, to be searched, tried and chosen. */
export function VoiceSheet({ session, onClose }: { session: ListeningSession; onClose(): void }) {
  const { announcer } = useApp();
  const id = useId();
  const choice = useMemo(() => session.voiceChoice(voiceLanguage), [session]);
  useEffect(() => () => choice.dispose(), [choice]);
  const [search, setSearch] = useState("");
  const [all, setAll] = useState(false);
  const [limit, setLimit] = useState(PORTION);
  const [packs, setPacks] = useState(false);
  const listRef = useRef<HTMLDivElement>(null);
  /** Which of the voices takes the focus once more of them are drawn. */
  const focusRef = useRef<number | undefined>(undefined);
  const sayingRef = useRef(0);
  useEffect(() => () => clearTimeout(sayingRef.current), []);
  useLayoutEffect(() => {
    const index = focusRef.current;
    focusRef.current = undefined;
    if (index !== undefined) listRef.current?.querySelectorAll<HTMLElement>("input[data-voice]")[index]?.focus();
  }, [limit]);

  const { groups, count, hidden } = choice.find({ search, all, limit });
  const shown = Math.min(limit, count);
  const own = choice.own();
  const find = (text: string) => {
    setSearch(text);
    setLimit(PORTION);
    clearTimeout(sayingRef.current);
    sayingRef.current = setTimeout(() => {
      const found = choice.find({ search: text, all, limit: PORTION });
      // Nothing is said over a voice.
      if (!session.active.peek()) announcer.say(sentenceOf(Math.min(PORTION, found.count), found.count));
    }, PAUSE);
  };
  const more = () => {
    focusRef.current = limit;
    setLimit(limit + PORTION);
  };
  return (
    <>
      <Sheet id="voices" title={words.title} closeLabel={words.close} onClose={onClose}>
        <div class="settings voices">
          <div>
            <label class="setting-label" for={id}>
              {words.search}
            </label>
            <div class="field-row">
              <input
                id={id}
                type="search"
                value={search}
                autocomplete="off"
                spellcheck={false}
                enterkeyhint="search"
                aria-describedby={`${id}-hint`}
                onInput={(event) => find(event.currentTarget.value)}
              />
            </div>
            <p id={`${id}-hint`} class="explained">
              {words.searchHint} {words.remembered}
            </p>
          </div>
          <div ref={listRef} class="voice-groups">
            <p class="voice-count">{sentenceOf(shown, count)}</p>
            {groups.map((group) => (
              <VoiceGroup
                key={group.language}
                group={group}
                session={session}
                choice={choice}
                own={group.language === own}
                searched={search.trim() !== ""}
              />
            ))}
            {shown < count && <Button label={words.more(Math.min(PORTION, count - shown))} onClick={more} />}
          </div>
          <div>
            {(hidden > 0 || all) && (
              <Switch
                label={words.showAll}
                {...(hidden > 0 && { explained: words.hidden(hidden) })}
                checked={all}
                onChange={setAll}
              />
            )}
            <Switch
              label={words.onlineToo}
              explained={words.onlineExplained}
              checked={choice.onlineVoices.value}
              onChange={choice.allowOnline}
            />
          </div>
          <Button icon={languages} hasPopup="dialog" label={listeningWords.packs.open} onClick={() => setPacks(true)} />
        </div>
      </Sheet>
      {packs && <LanguagePacks session={session} onClose={() => setPacks(false)} />}
    </>
  );
}

function sentenceOf(shown: number, count: number): string {
  return count === 0 ? words.noneFound : words.showing(shown, count);
}
