import { useEffect, useRef, useState } from "preact/hooks";
import type { AddingModel, Arrival } from "#state/adding-model.ts";
import { useApp } from "../app-context.ts";
import { withoutFeedLists } from "../feeds/feed-lists.ts";
import { FeedsSection } from "../feeds/FeedsSection.tsx";
import "../parts/styles.ts";
import { AddField } from "./AddField.tsx";
import { ArrivalList } from "./ArrivalList.tsx";
import { DraftReview } from "./DraftReview.tsx";
import type { Entry } from "./entry.ts";
import { addressesElsewhere, type Given, hasMoreThan, hasPassword, isAllAddresses, isTextToRead } from "./given.ts";
import { HandoverNote } from "./HandoverNote.tsx";
import "./styles.ts";
import { takeFocus } from "./take-focus.ts";
import { useGiven } from "./use-given.ts";
import { WaysIn } from "./WaysIn.tsx";
import { addingWords as words } from "./words.ts";

interface AddViewProps {
  model: AddingModel;
  entry: Entry;
}

type Pasted = Parameters<AddingModel["paste"]>[0];

/** Where articles come in: a field, files, and everything that is on its way. */
export function AddView({ model, entry }: AddViewProps) {
  const { announcer } = useApp();
  const field = useRef<HTMLTextAreaElement>(null);
  const bookmarkRef = useRef<HTMLDetailsElement>(null);
  const [text, setText] = useState(entry.kind === "given" ? entry.text : "");
  const [problem, setProblem] = useState("");
  const [discarded, setDiscarded] = useState(false);
  const [acted, setActed] = useState(false);
  /** Among the files that were given; the part for feeds takes them. */
  const [feedLists, setFeedLists] = useState<readonly File[]>([]);
  const draft = model.draft.value;

  const paste = async (what: Pasted, instead?: Arrival) => {
    setDiscarded(false);
    await model.paste(what, instead?.key);
  };
  const addFiles = async (files: File[], instead?: Arrival) => {
    // Beside a draft there are no feeds to be seen.
    const { lists, others } = draft ? { lists: [], others: files } : await withoutFeedLists(files);
    setFeedLists(lists);
    if (others.length === 0) return;
    void model.addFiles(others);
    if (instead) void model.remove(instead.key);
  };
  const take = (given: Given, instead?: Arrival) => {
    setProblem("");
    setActed(true);
    if (given.kind === "files") void addFiles(given.files, instead);
    if (given.kind !== "text") return;
    if (!isTextToRead(given.text) && hasPassword(given.text)) {
      setText(given.text);
      return refuse(words.noPasswords);
    }
    if (isAllAddresses(given.text) && addressesElsewhere(given.text).length > 0) {
      setText(given.text);
      return void add(given.text.trim());
    }
    void paste({ text: given.text, ...(given.html && { html: given.html }) }, instead);
  };
  const add = async (given = text.trim()) => {
    setActed(true);
    setProblem("");
    if (given === "") return refuse(words.nothingToAdd);
    if (!isTextToRead(given) && hasPassword(given)) return refuse(words.noPasswords);
    const elsewhere = isTextToRead(given) ? [] : addressesElsewhere(given);
    if (elsewhere.length > 0 && !hasMoreThan(elsewhere, given)) return refuse(words.notOfTheWeb(elsewhere.length));
    const isText = isTextToRead(given) || !(await model.addAddresses(given));
    if (isText) {
      if (!/\s/.test(given)) return refuse(words.noAddress);
      await paste({ text: given });
    }
    // What was not added of it stays where it is seen.
    const left = isText ? [] : elsewhere;
    // The reader may have gone on meanwhile, and written something else or gone elsewhere.
    setText((now) => (now.trim() === given ? left.join("\n") : now));
    if (left.length > 0) return refuse(words.notOfTheWeb(left.length));
    takeFocus(field.current);
  };
  const refuse = (why: string) => {
    setProblem(why);
    takeFocus(field.current);
  };
  useGiven(take, model.ready);

  const save = async () => {
    const { title } = model.draft.peek()?.article ?? {};
    // The notice on storage says why not.
    if (!(await model.saveDraft())) return;
    if (title) announcer.say(words.draft.saved(title));
    if (!model.draft.peek()) document.querySelector<HTMLElement>("#arrivals")?.focus();
  };
  const discard = () => {
    model.dropDraft();
    setDiscarded(true);
    announcer.say(words.draft.discarded);
  };
  useEffect(() => {
    if (entry.kind === "given") field.current?.focus();
    if (entry.kind === "shared" && !matchMedia("(display-mode: browser)").matches) void model.retry(entry.key);
  }, [entry, model]);

  return (
    <div class="page add-view">
      <h1 tabIndex={-1}>{words.title}</h1>
      <HandoverNote
        entry={entry}
        model={model}
        onPage={() => setActed(true)}
        onAddress={(address) => {
          setText(address);
          field.current?.focus();
        }}
      />
      {discarded && (
        <div class="add-note">
          <p>{words.draft.discarded}</p>
          <UndoButton
            onUndo={() => {
              setDiscarded(false);
              void model.undropDraft();
            }}
          />
        </div>
      )}
      {draft ? (
        <DraftReview key={draft.number} draft={draft} onSave={() => void save()} onDiscard={discard} />
      ) : (
        <AddField
          field={field}
          text={text}
          problem={problem}
          onText={setText}
          onAdd={() => void add()}
          onGiven={take}
          onProblem={setProblem}
        />
      )}
      <ArrivalList
        model={model}
        acted={acted}
        onGiven={take}
        onShowBookmark={() => {
          const details = bookmarkRef.current;
          if (!details) return;
          details.open = true;
          details.querySelector("summary")?.focus();
          details.scrollIntoView({ block: "start" });
        }}
      />
      {!draft && <FeedsSection given={feedLists} onTaken={() => setFeedLists([])} />}
      {!draft && <WaysIn bookmark={bookmarkRef} />}
    </div>
  );
}

/** It takes the focus, which the button that discarded has left. */
function UndoButton({ onUndo }: { onUndo(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" class="button" onClick={onUndo}>
      {words.draft.undo}
    </button>
  );
}
