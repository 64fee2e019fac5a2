import { enNotFound, type NotFoundWords } from "#i18n/en-not-found.ts";
import { words } from "./words.ts";

const notFound: NotFoundWords = enNotFound;

/** What the page is called. */
export const { title } = notFound;

export function NotFound({ base }: { base: string }) {
  return (
    <div class="page">
      <div class="message">
        <h1 tabIndex={-1}>{title}</h1>
        <p>{notFound.text}</p>
        <a class="button primary" href={base}>
          {words.toLibrary}
        </a>
      </div>
    </div>
  );
}
