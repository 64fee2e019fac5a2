import { useId } from "preact/hooks";
import "./styles.ts";

interface SwitchProps {
  label: string;
  checked: boolean;
  /** A sentence on what it does, said after its name. */
  explained?: string;
  /** It can do nothing here, and `explained` says why. */
  disabled?: boolean;
  onChange(checked: boolean): void;
}

/** One thing that is on or off: a native checkbox with its label as the target. */
export function Switch({ label, checked, explained, disabled, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div>
      <label class="switch">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={explained && id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {explained && (
        <p id={id} class="explained">
          {explained}
        </p>
      )}
    </div>
  );
}
