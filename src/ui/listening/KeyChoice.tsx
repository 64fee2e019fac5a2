import { Fragment } from "preact";
import { useRef, useState } from "preact/hooks";
import { actionOf, keyName, keysOf, type PlayerAction, type PlayerKeys } from "#domain/player-keys.ts";
import { enKeys as labels } from "#i18n/en-keys.ts";
import { useApp } from "../app-context.ts";

interface KeyChoiceProps {
  action: PlayerAction;
  own: PlayerKeys;
  onChoose(name: string): void;
}

/** The keys that do one thing, and a button that waits for another. */
export function KeyChoice({ action, own, onChoose }: KeyChoiceProps) {
  const { announcer } = useApp();
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string>();
  /** The space bar presses a button when it comes up again, also where its going down was dealt with. */
  const swallowRef = useRef(false);
  const what = labels.actions[action];

  const refuse = (why: string) => {
    setProblem(why);
    announcer.say(why);
  };
  const end = () => {
    setWaiting(false);
    setProblem(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!waiting || event.key === "Tab" || event.key === "Shift") return;
    event.preventDefault();
    event.stopPropagation();
    swallowRef.current = event.key === " ";
    if (event.key === "Escape") return end();
    const name = keyName(event);
    const holder = actionOf(name, own);
    if (!name) return refuse(labels.unusable);
    if (holder && holder !== action) return refuse(labels.conflict(name, labels.actions[holder]));
    end();
    onChoose(name);
    announcer.say(labels.changed(what, name));
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (!swallowRef.current || event.key !== " ") return;
    swallowRef.current = false;
    event.preventDefault();
  };
  const wait = () => {
    setWaiting(true);
    announcer.say(labels.pressKeyFor(what));
  };

  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <span>
          {keysOf(action, own).map((name, index) => (
            <Fragment key={name}>
              {index > 0 && ` ${labels.or} `}
              <kbd>{labels.key(name)}</kbd>
            </Fragment>
          ))}
        </span>
        <button
          type="button"
          class="button"
          aria-label={waiting ? labels.pressKey : labels.changeOf(what)}
          onClick={wait}
          onKeyDown={onKeyDown}
          onKeyUp={onKeyUp}
          onBlur={end}
        >
          {waiting ? labels.pressKey : labels.change}
        </button>
        {problem && <p class="key-problem">{problem}</p>}
      </dd>
    </div>
  );
}
