import minus from "icon:minus";
import plus from "icon:plus";
import back from "icon:rotate-ccw";
import { Button } from "./Button.tsx";
import "./styles.ts";

interface StepperProps {
  id: string;
  label: string;
  /** The values it can take, in order. */
  stops: readonly number[];
  value: number;
  /** The value in words, for the eye and for the screen reader alike. */
  format(value: number): string;
  lessLabel: string;
  moreLabel: string;
  onChange(value: number): void;
  /** Returns it to its default, with the name of the button that does. `unavailable` where it has its default. */
  reset?: { label: string; unavailable: boolean; onReset(): void };
}

/** A native slider over given stops, with a button for one step either way, and one for the way back. */
export function Stepper({ id, label, stops, value, format, lessLabel, moreLabel, onChange, reset }: StepperProps) {
  const index = stops.indexOf(value);
  const step = (by: number) => {
    const next = stops[index + by];
    if (next !== undefined) onChange(next);
  };
  return (
    <div>
      <div class="setting-head">
        <label class="setting-label" for={id}>
          {label}
        </label>
        <span class="setting-value" aria-hidden="true">
          {format(value)}
        </span>
      </div>
      <div class="stepper">
        <Button label={lessLabel} icon={minus} iconOnly unavailable={index === 0} onClick={() => step(-1)} />
        <input
          id={id}
          type="range"
          min={0}
          max={stops.length - 1}
          step={1}
          value={index}
          aria-valuetext={format(value)}
          onInput={(event) => onChange(stops[Number(event.currentTarget.value)] ?? value)}
        />
        <Button
          label={moreLabel}
          icon={plus}
          iconOnly
          unavailable={index === stops.length - 1}
          onClick={() => step(1)}
        />
        {reset && (
          <Button
            class="plain"
            label={reset.label}
            icon={back}
            iconOnly
            unavailable={reset.unavailable}
            onClick={reset.onReset}
          />
        )}
      </div>
    </div>
  );
}
