import { h } from "preact";

export interface IconProps {
  /** From `icon:<name>`. */
  shapes: readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[];
  /** The icon points along the line of writing and turns with it. */
  mirrored?: boolean;
}

/** Decoration beside a word, or in a control that has a name of its own. */
export function Icon({ shapes, mirrored }: IconProps) {
  return (
    <svg class={mirrored ? "icon mirrored" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      {shapes.map(([name, attributes]) => h(name, attributes))}
    </svg>
  );
}
