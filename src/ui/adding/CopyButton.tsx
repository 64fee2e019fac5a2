import { useId, useState } from "preact/hooks";
import copyIcon from "icon:copy";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";

interface CopyButtonProps {
  /** What is copied. */
  value: string;
  label: string;
  copied: string;
  /** The label of the field with it, where the browser does not let a page copy. */
  byHand: string;
}

/** Copies an address. Where that is not allowed, shows it to be copied by hand. */
export function CopyButton({ value, label, copied, byHand }: CopyButtonProps) {
  const { announcer } = useApp();
  const [done, setDone] = useState<"copied" | "by-hand">();
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setDone("copied");
      announcer.say(copied);
    } catch {
      setDone("by-hand");
    }
  };
  return (
    <div class="copy">
      <Button icon={copyIcon} label={label} onClick={copy} />
      {done === "copied" && <p class="explained">{copied}</p>}
      {done === "by-hand" && (
        <div>
          <label for={id}>{byHand}</label>
          <input
            id={id}
            class="copy-field"
            type="text"
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      )}
    </div>
  );
}
