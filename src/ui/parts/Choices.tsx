import "./styles.ts";

interface ChoicesProps<T extends string> {
  name: string;
  legend: string;
  options: readonly T[];
  label(option: T): string;
  value: T;
  onChange(value: T): void;
}

/** A few options of which one holds: radio buttons, each a target of its own. */
export function Choices<T extends string>({ name, legend, options, label, value, onChange }: ChoicesProps<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="choices">
        {options.map((option) => (
          <label key={option} class="choice" data-option={option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            <span>{label(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
