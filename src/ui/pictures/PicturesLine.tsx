import { useEffect, useState } from "preact/hooks";
import rotate from "icon:rotate-cw";
import type { ArticleId } from "#domain/article.ts";
import { type PicturesHere, savedPicturesOf } from "#state/saved-pictures.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { PictureChoice } from "./PictureChoice.tsx";
import { picturesWords as words } from "./words.ts";

interface PicturesLineProps {
  id: ArticleId;
  /** Pictures have come while the article is open. */
  onCome(): void;
}

/** Whether an article is complete on this device; where it is not, why, and the way to try again. */
export function PicturesLine({ id, onCome }: PicturesLineProps) {
  const app = useApp();
  const [state, setState] = useState<PicturesHere>();
  const [fetching, setFetching] = useState(false);
  useEffect(() => savedPicturesOf(app).watch(id, setState), [app, id]);
  const here = state?.here;
  useEffect(() => {
    if (here) onCome();
  }, [here, onCome]);
  if (!state || state.of === 0) return null;

  const fetchMissing = async () => {
    setFetching(true);
    const now = await savedPicturesOf(app).fetchMissing(id);
    setFetching(false);
    // Never over the voice.
    if (now && !app.reading.peek()?.listening.active.peek()) app.announcer.say(sentence(now));
  };
  const isMissing = state.here < state.of;
  return (
    <>
      <p>{sentence(state)}</p>
      {isMissing && state.why && <p>{fetching ? words.fetching : words.why[state.why]}</p>}
      {isMissing && state.choice !== "none" && (
        <Button icon={rotate} label={words.tryAgain} unavailable={fetching} onClick={() => void fetchMissing()} />
      )}
      <details>
        <summary>{words.choice}</summary>
        <PictureChoice />
      </details>
    </>
  );
}

function sentence({ here, of, choice }: PicturesHere): string {
  if (here === of) return words.complete(of);
  return choice === "none" && here === 0 ? words.none(of) : words.some(here, of);
}
