import file from "icon:file-plus";
import { FileButton } from "../parts/FileButton.tsx";
import type { Given } from "./given.ts";

interface ArticleFilesProps {
  label: string;
  onGiven(given: Given): void;
}

const KINDS =
  ".html,.htm,.xhtml,.mht,.mhtml,.md,.markdown,.txt,.text,.epub,.pdf,.opml,.xml,.url,.webloc,text/html,text/plain,text/markdown,application/epub+zip,application/pdf,multipart/related";

/** Files that articles are made of. */
export function ArticleFiles({ label, onGiven }: ArticleFilesProps) {
  return (
    <FileButton
      icon={file}
      label={label}
      accept={KINDS}
      multiple
      onFiles={(files) => onGiven({ kind: "files", files })}
    />
  );
}
