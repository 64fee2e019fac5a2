import { useRef, useState } from "preact/hooks";
import type { FeedsModel, Followed } from "#state/feeds-model.ts";
import { problemSentence } from "../adding/problem-words.ts";
import { takeFocus } from "../adding/take-focus.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { feedsWords as words } from "./words.ts";

/** The address of a site or a feed; where a site has several feeds, which one. */
export function FollowForm({ model }: { model: FeedsModel }) {
  const { announcer } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [choice, setChoice] = useState<Extract<Followed, { kind: "choose" }>["feeds"]>([]);

  const follow = async (asked: string) => {
    setChoice([]);
    const at = webAddress(asked);
    if (!at) return refuse(words.noAddress);
    setProblem("");
    setBusy(true);
    const outcome = await model.follow(at);
    setBusy(false);
    switch (outcome.kind) {
      case "problem":
        return refuse(problemOf(outcome.problem));
      case "choose":
        return setChoice(outcome.feeds);
      case "known":
      case "followed": {
        setAddress("");
        const { title } = outcome;
        announcer.say(outcome.kind === "known" ? words.known(title) : words.followed(title, outcome.offers));
        takeFocus(field.current);
      }
    }
  };
  const refuse = (why: string) => {
    setProblem(why);
    takeFocus(field.current);
  };
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void follow(address);
      }}
    >
      <div class="feed-field">
        <label for="feed-address">{words.field}</label>
        <input
          id="feed-address"
          ref={field}
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={address}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={problem ? "feed-problem" : undefined}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </div>
      {problem && (
        <p id="feed-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="add-actions">
        <button type="submit" class="button" aria-disabled={busy ? "true" : undefined}>
          <span>{words.follow}</span>
        </button>
        {busy && <p class="explained feed-busy">{words.following}</p>}
      </div>
      {choice.length > 0 && (
        <fieldset class="feed-choice">
          <legend ref={(legend) => legend?.focus()} tabIndex={-1}>
            {words.choose}
          </legend>
          {choice.map(({ address: at, title }) => (
            <Button key={at} label={title} onClick={() => void follow(at)} />
          ))}
          <Button
            class="plain"
            label={words.chooseNone}
            onClick={() => {
              setChoice([]);
              field.current?.focus();
            }}
          />
        </fieldset>
      )}
    </form>
  );
}

function problemOf(problem: Extract<Followed, { kind: "problem" }>["problem"]): string {
  switch (problem) {
    case "storage":
      return words.notStored;
    case "not-an-article":
    case "wrong-type":
      return words.noFeed;
    case "not-found":
      return words.notFound;
    case "refused":
      return words.refused;
    case "no-companion":
      return words.noCompanion;
    default:
      return problemSentence(problem);
  }
}

/** What has been typed as an address of the web: the scheme may be left out. */
function webAddress(typed: string): string | undefined {
  const text = typed.trim().replace(/^feed:(\/\/)?(?=https?:)/i, "");
  if (!text || /\s/.test(text)) return undefined;
  try {
    const url = new URL(/^[a-z][\w+.-]*:\/\//i.test(text) ? text.replace(/^feed:/i, "https:") : `https://${text}`);
    return /^https?:$/.test(url.protocol) && /\.|^localhost$|^\[/.test(url.hostname) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
