import { useRef } from "preact/hooks";
import file from "icon:file-plus";
import { Button } from "../parts/Button.tsx";

interface FileButtonProps {
  label: string;
  onFiles(files: File[]): void;
}

/** What the picker offers first. What has another ending can be chosen all the same, and is looked at. */
const KINDS =
  ".html,.htm,.xhtml,.mht,.mhtml,.md,.markdown,.txt,.text,.epub,.pdf,.opml,text/html,text/plain,text/markdown,application/epub+zip,application/pdf,multipart/related";

/** Opens the system's own picker of files. */
export function FileButton({ label, onFiles }: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={file} label={label} onClick={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={KINDS}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          // So that the same file can be chosen again.
          input.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
