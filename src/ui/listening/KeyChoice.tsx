import { Fragment } from "preact";
import { useRef, useState } from "preact/hooks";
import { enKeys as labels } from "#i18n/en-keys.ts";
import { useApp } from "../app-context.ts";

interface KeyChoiceProps {
  what: string;
  /** The keys that do it, as they are shown. */
  keys: readonly string[];
  /** The key that is pressed; undefined for one that cannot be had. */
  nameOf(event: KeyboardEvent): string | undefined;
  /** As it is shown. */
  shown(name: string): string;
  /** What else it does. */
  holderOf(name: string): string | undefined;
  /** Why a key cannot be had. */
  unusable: string;
  onChoose(name: string): void;
}

/** Keys that are held for another, or hush a screen reader: none is what is waited for. */
const HELD = ["Tab", "Shift", "Alt", "AltGraph", "Control", "Meta", "CapsLock"];

/** The keys that do one thing, and a button that waits for another. */
export function KeyChoice({ what, keys, nameOf, shown, holderOf, unusable, onChoose }: KeyChoiceProps) {
  const { announcer } = useApp();
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string>();
  /** The space bar presses a button when it comes up again, also where its going down was dealt with. */
  const swallowRef = useRef(false);

  const refuse = (why: string) => {
    setProblem(why);
    announcer.say(why);
  };
  const end = () => {
    setWaiting(false);
    setProblem(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!waiting || HELD.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    swallowRef.current = event.key === " ";
    if (event.key === "Escape") return end();
    const name = nameOf(event);
    if (!name) return refuse(unusable);
    const holder = holderOf(name);
    if (holder && holder !== what) return refuse(labels.conflict(shown(name), holder));
    end();
    onChoose(name);
    announcer.say(labels.changed(what, shown(name)));
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
          {keys.map((name, index) => (
            <Fragment key={name}>
              {index > 0 && ` ${labels.or} `}
              <kbd>{name}</kbd>
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
