import type { ComponentChildren, Ref } from "preact";
import { Icon, type IconProps } from "./Icon.tsx";

interface ButtonProps {
  /** What it says. With `iconOnly` it is the name, and the tooltip for those who see. */
  label: string;
  icon?: IconProps["shapes"];
  iconOnly?: boolean;
  mirrored?: boolean;
  class?: string;
  onClick(): void;
  /** Stays in reach of the keyboard and says that it can do nothing now; a button that vanishes from the tab order takes the focus with it. */
  unavailable?: boolean;
  expanded?: boolean;
  hasPopup?: "dialog";
  buttonRef?: Ref<HTMLButtonElement>;
  children?: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { label, icon, iconOnly, mirrored, unavailable, onClick, expanded, hasPopup, buttonRef, children } = props;
  return (
    <button
      ref={buttonRef ?? null}
      type="button"
      class={`button ${iconOnly ? "square " : ""}${props.class ?? ""}`.trim()}
      aria-label={iconOnly ? label : undefined}
      title={iconOnly ? label : undefined}
      aria-disabled={unavailable ? "true" : undefined}
      aria-expanded={expanded}
      aria-haspopup={hasPopup}
      onClick={unavailable ? undefined : onClick}
    >
      {icon && <Icon shapes={icon} mirrored={mirrored ?? false} />}
      {!iconOnly && <span>{label}</span>}
      {children}
    </button>
  );
}
