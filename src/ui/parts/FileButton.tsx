import { useRef } from "preact/hooks";
import { Button } from "./Button.tsx";
import type { IconProps } from "./Icon.tsx";

interface FileButtonProps {
  label: string;
  icon?: IconProps["shapes"];
  /** What the picker offers first. What has another ending can be chosen all the same. */
  accept: string;
  multiple?: boolean;
  /** At least one. */
  onFiles(files: [File, ...File[]]): void;
}

/** Opens the system's own picker of files. */
export function FileButton({ label, icon, accept, multiple, onFiles }: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(icon && { icon })} label={label} onClick={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        onChange={(event) => {
          const input = event.currentTarget;
          const [first, ...rest] = input.files ?? [];
          // So that the same file can be chosen again.
          input.value = "";
          if (first) onFiles([first, ...rest]);
        }}
      />
    </>
  );
}
