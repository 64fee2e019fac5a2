import { useEffect, useRef, useState } from "preact/hooks";
import { type Given, givenBy } from "./given.ts";

/**
 * Takes what is dropped or pasted anywhere on the page, other than a paste into a field, and the files that the system has opened the
 * app with. Answers whether something that can be dropped is over the page now.
 */
export function useGiven(take: (given: Given) => void): boolean {
  const [over, setOver] = useState(false);
  const takerRef = useRef(take);
  useEffect(() => {
    takerRef.current = take;
  });
  useEffect(() => {
    const within = new AbortController();
    const options = { signal: within.signal };
    const inField = ({ target }: Event) =>
      target instanceof Element && target.matches("textarea, input:not([type=file])");
    const canDrop = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.some((type) => /^(files|text\/(html|plain|uri-list))$/i.test(type)) ?? false;
    let leaving = 0;
    document.addEventListener(
      "dragover",
      (event) => {
        clearTimeout(leaving);
        if (!canDrop(event)) return;
        if (event.dataTransfer?.types.includes("Files") || !inField(event)) event.preventDefault();
        setOver(true);
        // It is told again and again while something is over the page, and nothing when it is let go elsewhere.
        leaving = window.setTimeout(() => setOver(false), 400);
      },
      options,
    );
    document.addEventListener(
      "drop",
      (event) => {
        setOver(false);
        const given = givenBy(event.dataTransfer);
        if (given.kind === "nothing" || (given.kind === "text" && inField(event))) return;
        event.preventDefault();
        takerRef.current(given);
      },
      options,
    );
    document.addEventListener(
      "paste",
      (event) => {
        if (event.defaultPrevented || inField(event)) return;
        const given = givenBy(event.clipboardData);
        if (given.kind === "nothing") return;
        event.preventDefault();
        takerRef.current(given);
      },
      options,
    );
    takeLaunched((files) => takerRef.current({ kind: "files", files }));
    return () => {
      within.abort();
      clearTimeout(leaving);
    };
  }, []);
  return over;
}

/** https://developer.mozilla.org/docs/Web/API/LaunchQueue */
interface LaunchQueue {
  setConsumer(consumer: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

function takeLaunched(take: (files: File[]) => void): void {
  const { launchQueue } = window as Window & { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    // What has been moved away in between is not there to be told of either.
    void Promise.allSettled(files.map((handle) => handle.getFile())).then((opened) => {
      const here = opened.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
      if (here.length > 0) take(here);
    });
  });
}
