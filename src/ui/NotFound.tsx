import { words } from "./words.ts";

export function NotFound({ base }: { base: string }) {
  return (
    <div class="page">
      <div class="message">
        <h1 tabIndex={-1}>{words.notFound.title}</h1>
        <p>{words.notFound.text}</p>
        <a class="button primary" href={base}>
          {words.notFound.toLibrary}
        </a>
      </div>
    </div>
  );
}
