import { useRef, useState } from "preact/hooks";
import pencil from "icon:pencil";
import play from "icon:play";
import trash from "icon:trash";
import { MOST_PRONUNCIATIONS, type Pronunciation, withPronunciation } from "#domain/pronunciations.ts";
import type { ListeningSession } from "#state/listening-session.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { Button } from "../parts/Button.tsx";
import { ListFile } from "./ListFile.tsx";
import { WordForm } from "./WordForm.tsx";
import { readingAloudWords as words } from "./words.ts";

/** The reader's list of words to be said otherwise: added to, changed, tried with the voice, and carried from device to device. */
export function SayItLike({ session }: { session: ListeningSession }) {
  const app = useApp();
  const editor = editorOf(app);
  const list = editor.settings.value.sayAs;
  const [edited, setEdited] = useState<Pronunciation>();
  const [full, setFull] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const store = async (sayAs: readonly Pronunciation[], told: string) => {
    // Where it could not be kept, the notice on storage says so.
    if (await editor.keep({ sayAs })) app.announcer.say(told);
  };
  const put = (entry: Pronunciation) => {
    const others = edited ? list.filter((other) => other !== edited) : list;
    const place = edited ? list.indexOf(edited) : -1;
    const next = withPronunciation(others, entry);
    // What is changed stays where it was, unless it has taken another's place.
    const moved = place >= 0 && next.length === list.length ? next.slice(0, -1).toSpliced(place, 0, entry) : next;
    const tooMany = moved.length > MOST_PRONUNCIATIONS;
    setFull(tooMany);
    if (tooMany) return false;
    setEdited(undefined);
    void store(moved, words.added(entry.match));
    field.current?.focus();
    return true;
  };
  const remove = (entry: Pronunciation) => {
    if (entry === edited) setEdited(undefined);
    setFull(false);
    void store(
      list.filter((other) => other !== entry),
      words.removed(entry.match),
    );
    // The button goes with its entry, and would take the focus along.
    field.current?.focus();
  };
  const change = (entry: Pronunciation) => {
    setEdited(entry);
    field.current?.focus();
  };

  return (
    <>
      <p>{words.sayAsExplained}</p>
      <WordForm entry={edited} field={field} onPut={put} onCancel={() => setEdited(undefined)} onTry={session.tryOut} />
      {full && <p role="alert">{words.full(MOST_PRONUNCIATIONS)}</p>}
      {list.length > 0 && (
        <section aria-label={words.list}>
          <ul class="say-list">
            {list.map((entry, i) => (
              <li key={i}>
                <p>
                  {words.entry(entry.match, entry.say)} <span class="explained">{limitsOf(entry)}</span>
                </p>
                <Button
                  class="plain"
                  icon={play}
                  iconOnly
                  label={words.tryOutNamed(entry.match)}
                  onClick={() => session.tryOut(entry.say)}
                />
                <Button
                  class="plain"
                  icon={pencil}
                  iconOnly
                  label={words.change(entry.match)}
                  onClick={() => change(entry)}
                />
                <Button
                  class="plain"
                  icon={trash}
                  iconOnly
                  label={words.remove(entry.match)}
                  onClick={() => remove(entry)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ListFile list={list} onList={store} />
    </>
  );
}

function limitsOf({ lang, wholeWord, matchCase }: Pronunciation): string {
  return [lang && words.onlyIn(languageName(lang)), !wholeWord && words.inWords, matchCase && words.exactCase]
    .filter(Boolean)
    .join(", ");
}
