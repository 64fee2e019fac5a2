import { useId } from "preact/hooks";

interface SwitchProps {
  label: string;
  checked: boolean;
  /** A sentence on what it does, said after its name. */
  explained?: string;
  onChange(checked: boolean): void;
}

/** One thing that is on or off: a native checkbox with its label as the target. */
export function Switch({ label, checked, explained, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div>
      <label class="switch">
        <input
          type="checkbox"
          checked={checked}
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
