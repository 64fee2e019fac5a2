import { Icon, type IconProps } from "./Icon.tsx";

interface ButtonProps {
  /** What it says. With `iconOnly` it is the name, and the tooltip for those who see. */
  label: string;
  icon?: IconProps["shapes"];
  iconOnly?: boolean;
  mirrored?: boolean;
  class?: string;
  onClick(): void;
  /** A pointer or the focus has reached it. */
  onNear?: () => void;
  /** Stays in reach of the keyboard and says that it can do nothing now; a button that vanishes from the tab order takes the focus with it. */
  unavailable?: boolean;
  hasPopup?: "dialog";
}

export function Button(props: ButtonProps) {
  const { label, icon, iconOnly, mirrored, unavailable, onClick, hasPopup, onNear } = props;
  return (
    <button
      type="button"
      class={`button ${iconOnly ? "square " : ""}${props.class ?? ""}`.trim()}
      aria-label={iconOnly ? label : undefined}
      title={iconOnly ? label : undefined}
      aria-disabled={unavailable ? "true" : undefined}
      aria-haspopup={hasPopup}
      onClick={unavailable ? undefined : onClick}
      onPointerEnter={onNear}
      onPointerDown={onNear}
      onFocus={onNear}
    >
      {icon && <Icon shapes={icon} mirrored={mirrored ?? false} />}
      {!iconOnly && <span>{label}</span>}
    </button>
  );
}
