import { useEffect, useRef } from "preact/hooks";
import minus from "icon:minus";
import plus from "icon:plus";
import { STOPS } from "#domain/settings.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Icon, type IconProps } from "../parts/Icon.tsx";
import type { PlayerAct } from "./player-acts.ts";
import { listeningWords as labels } from "./words.ts";

/** In milliseconds: how long a button is held before it goes on stepping, and between its steps then. */
const HELD = 500;
const STEP = 100;

/** How fast the voice is, in the small steps that can be heard. */
export function Rate({ act }: { act(what: PlayerAct): void }) {
  const { rate } = editorOf(useApp()).settings.value;
  const stops = STOPS.rate;
  return (
    <div class="player-rate" role="group" aria-label={labels.rate}>
      <StepButton icon={minus} label={labels.slower} unavailable={rate === stops[0]} onStep={() => act("slower")} />
      {/* No live region of its own: some screen readers say what is in one when it appears. */}
      <span class="player-rate-value">{labels.times(rate)}</span>
      <StepButton icon={plus} label={labels.faster} unavailable={rate === stops.at(-1)} onStep={() => act("faster")} />
    </div>
  );
}

interface StepButtonProps {
  icon: IconProps["shapes"];
  label: string;
  unavailable: boolean;
  onStep(): void;
}

/** A button that goes on stepping while it is held with a pointer, as it does by itself with a key. */
function StepButton({ icon, label, unavailable, onStep }: StepButtonProps) {
  /** What runs while it is held, and whether that has stepped: the click that ends it is none then. */
  const holdRef = useRef({ timer: 0, stepped: false });
  const release = () => clearInterval(holdRef.current.timer);
  useEffect(() => release, []);
  useEffect(() => {
    if (unavailable) release();
  }, [unavailable]);
  const hold = ({ button }: PointerEvent) => {
    const held = holdRef.current;
    release();
    held.stepped = false;
    if (button !== 0 || unavailable) return;
    held.timer = setTimeout(() => {
      held.stepped = true;
      onStep();
      held.timer = setInterval(onStep, STEP);
    }, HELD);
  };
  return (
    <button
      type="button"
      class="button square plain"
      aria-label={label}
      title={label}
      aria-disabled={unavailable ? "true" : undefined}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onClick={({ detail }) => {
        const { stepped } = holdRef.current;
        holdRef.current.stepped = false;
        // A pointer that was let go elsewhere has ended nothing here; a key counts no clicks.
        if ((!stepped || detail === 0) && !unavailable) onStep();
      }}
    >
      <Icon shapes={icon} />
    </button>
  );
}
