import { useEffect, useRef } from "preact/hooks";
import { takeDrops } from "./drops.ts";
import { type Given, givenBy } from "./given.ts";

/**
 * Takes what is dropped or pasted anywhere on the page, other than a text into a field, and the files that the system has opened the
 * app with.
 */
export function useGiven(take: (given: Given) => void): void {
  const takerRef = useRef(take);
  useEffect(() => {
    takerRef.current = take;
  });
  useEffect(() => {
    const within = new AbortController();
    const options = { signal: within.signal };
    const isField = (target: EventTarget | null) =>
      target instanceof Element && target.matches("textarea, input:not([type=file])");
    const endDrops = takeDrops({
      wants: (types, over) =>
        types.includes("Files") ||
        (!isField(over) && types.some((type) => /^text\/(html|plain|uri-list)$/i.test(type))),
      take(dropped) {
        const given = givenBy(dropped);
        if (given.kind !== "nothing") takerRef.current(given);
      },
    });
    document.addEventListener(
      "paste",
      (event) => {
        if (event.defaultPrevented || isField(event.target)) return;
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
      endDrops();
    };
  }, []);
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
