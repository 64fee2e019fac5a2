import { useApp } from "./app-context.ts";
import { Button } from "./parts/Button.tsx";
import { words } from "./words.ts";

interface ReaderProblemProps {
  problem: "missing" | "unreachable";
  onTryAgain(): void;
}

/** What stands where the article would: what happened, and the ways on. */
export function ReaderProblem({ problem, onTryAgain }: ReaderProblemProps) {
  const { base } = useApp();
  const missing = problem === "missing";
  const text = missing ? words.reader.missing : words.reader.unreachable;
  return (
    <div class="page">
      <div class="message">
        <h1 tabIndex={-1}>{missing ? words.reader.missingTitle : words.reader.unreachableTitle}</h1>
        <p>{text}</p>
        <div class="bar-actions">
          <Button class="primary" label={words.reader.tryAgain} onClick={onTryAgain} />
          <a class="button" href={base}>
            {words.toLibrary}
          </a>
        </div>
      </div>
    </div>
  );
}
