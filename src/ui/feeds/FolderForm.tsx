import { useId, useRef, useState } from "preact/hooks";
import type { Feed } from "#state/feeds-model.ts";
import { type Folder, keyOf } from "./folders.ts";
import { feedsWords as words } from "./words.ts";

interface FolderFormProps {
  feed: Feed;
  /** All that there are. */
  folders: readonly Folder[];
  onMove(folder: Folder): void;
}

/** No key of a folder. */
const NEW = "new";

/** Longer names are cut off where they come in a list, too. */
const LONGEST_NAME = 100;

/** Which folder a feed is in. It moves when the button is pressed, not with each step through the list of folders. */
export function FolderForm({ feed, folders, onMove }: FolderFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState(keyOf(feed.folder));
  const [name, setName] = useState("");
  const [isNameless, setNameless] = useState(false);
  const move = () => {
    if (wanted !== NEW) return onMove(JSON.parse(wanted) as string[]);
    if (name.trim()) return onMove([name.trim()]);
    setNameless(true);
    field.current?.focus();
  };
  return (
    <form
      class="feed-move"
      onSubmit={(event) => {
        event.preventDefault();
        move();
      }}
    >
      <div class="draft-field">
        <label for={id}>{words.folder}</label>
        <select id={id} class="field-select" value={wanted} onChange={(event) => setWanted(event.currentTarget.value)}>
          <option value={keyOf([])}>{words.noFolder}</option>
          {folders.map((folder) => (
            <option key={keyOf(folder)} value={keyOf(folder)}>
              {words.folderName(folder)}
            </option>
          ))}
          <option value={NEW}>{words.newFolder}</option>
        </select>
      </div>
      {wanted === NEW && (
        <div class="draft-field">
          <label for={`${id}-name`}>{words.newFolderName}</label>
          <input
            id={`${id}-name`}
            ref={field}
            type="text"
            autocomplete="off"
            maxLength={LONGEST_NAME}
            value={name}
            aria-invalid={isNameless ? "true" : undefined}
            aria-describedby={isNameless ? `${id}-nameless` : undefined}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
      )}
      {isNameless && (
        <p id={`${id}-nameless`} role="alert">
          {words.needsFolderName}
        </p>
      )}
      <div class="arrival-acts">
        <button type="submit" class="button" aria-label={words.of(words.move, feed.title)}>
          {words.move}
        </button>
      </div>
    </form>
  );
}
