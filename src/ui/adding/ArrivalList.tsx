import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AddingModel, Arrival } from "#state/adding-model.ts";
import { isFinished } from "#state/arrival.ts";
import { feedsOf } from "#state/feeds.ts";
import { useApp } from "../app-context.ts";
import { followLists } from "../feeds/follow-lists.ts";
import { Button } from "../parts/Button.tsx";
import { type ArrivalAct, ArrivalItem } from "./ArrivalItem.tsx";
import { createTeller } from "./outcome.ts";
import type { Given } from "./given.ts";
import { OtherWays } from "./OtherWays.tsx";
import { addingWords as words } from "./words.ts";

interface ArrivalListProps {
  model: AddingModel;
  /** The reader has added something here, so that what shows up is news. */
  acted: boolean;
  /** Something was given in the place of an arrival that could not be fetched. */
  onGiven(given: Given, instead: Arrival): void;
  onShowBookmark(): void;
}

/** From so many on, what is finished can be cleared off the list at once. */
const MANY = 2;

/** What has come in, the newest first, and what has become of it. */
export function ArrivalList({ model, acted, onGiven, onShowBookmark }: ArrivalListProps) {
  const app = useApp();
  const { announcer } = app;
  const arrivals = model.arrivals.value;
  const section = useRef<HTMLElement>(null);
  const [other, setOther] = useState<Arrival>();
  const [trouble, setTrouble] = useState<{ key: number; why: string }>();
  useTelling(model, acted);

  /** Where the focus goes when the button that was pressed has gone; `undefined`: it is where it should be. */
  const wantedRef = useRef<number | "list" | undefined>(undefined);
  useLayoutEffect(() => {
    const wanted = wantedRef.current;
    if (wanted === undefined || !document.activeElement?.matches("body")) return;
    wantedRef.current = undefined;
    const item = section.current?.querySelector<HTMLElement>(`[data-key="${wanted}"] h3`);
    (item ?? section.current?.querySelector("h2"))?.focus();
  });

  /** Its feeds take the place of the list. */
  const follow = async ({ key }: Arrival) => {
    const file = await model.fileOf(key);
    const { said, problem } = file
      ? await followLists(feedsOf(app), [file])
      : { said: "", problem: words.problems.damaged };
    if (problem) return setTrouble({ key, why: problem });
    await model.remove(key);
    announcer.say(said);
    document.querySelector<HTMLElement>("#feed-list")?.focus();
  };
  const act = (what: ArrivalAct, arrival: Arrival) => {
    const { key, name } = arrival;
    // A sheet gives the focus back by itself.
    wantedRef.current = what === "other-ways" ? undefined : key;
    setTrouble(undefined);
    switch (what) {
      case "follow":
        wantedRef.current = "list";
        return void follow(arrival);
      case "retry":
        return void model.retry(key);
      case "renew":
        return void model.renew(key);
      case "both":
        return void model.keepBoth(key);
      case "keep":
        return void model.keepForLater(key).then(() => announcer.say(words.outcome.kept(name)));
      case "other-ways":
        return setOther(arrival);
      case "remove": {
        const index = arrivals.indexOf(arrival);
        wantedRef.current = (arrivals[index + 1] ?? arrivals[index - 1])?.key ?? "list";
        return void model.remove(key).then(() => announcer.say(words.outcome.removed(name)));
      }
    }
  };
  const clear = () => {
    wantedRef.current = "list";
    announcer.say(words.outcome.cleared(model.clearFinished()));
  };
  return (
    <section ref={section} class="add-section" aria-labelledby="arrivals">
      <div class="arrivals-head">
        <h2 id="arrivals" tabIndex={-1}>
          {words.arrivals}
        </h2>
        {arrivals.filter(isFinished).length >= MANY && <Button label={words.clearFinished} onClick={clear} />}
      </div>
      {arrivals.length === 0 ? (
        <p class="explained">{words.nothingYet}</p>
      ) : (
        <ul class="arrival-list">
          {arrivals.map((arrival) => (
            <ArrivalItem
              key={arrival.key}
              arrival={arrival}
              trouble={trouble?.key === arrival.key ? trouble.why : ""}
              onAct={act}
            />
          ))}
        </ul>
      )}
      {other?.address && (
        <OtherWays
          address={other.address}
          onClose={() => setOther(undefined)}
          onGiven={(given) => {
            setOther(undefined);
            onGiven(given, other);
          }}
          onKeep={() => {
            setOther(undefined);
            act("keep", other);
          }}
          onShowBookmark={() => {
            setOther(undefined);
            // After the sheet has given the focus back.
            requestAnimationFrame(() => requestAnimationFrame(onShowBookmark));
          }}
        />
      )}
    </section>
  );
}

/** Milliseconds to wait for what else ends at the same time. */
const TOGETHER = 500;

/** Says what comes of it all, in one sentence for what came together; never over a voice that reads. */
function useTelling({ arrivals, ready }: AddingModel, acted: boolean): void {
  const { announcer, reading } = useApp();
  const [tell] = useState(createTeller);
  const [begun, setBegun] = useState(false);
  const list = arrivals.value;
  useEffect(() => {
    let left = false;
    void ready.then(() => {
      if (left) return;
      tell(arrivals.peek(), false);
      setBegun(true);
    });
    return () => {
      left = true;
    };
  }, [arrivals, ready, tell]);
  useEffect(() => {
    if (!begun) return;
    const wait = setTimeout(() => {
      const sentence = tell(list, acted);
      if (sentence && !reading.peek()?.listening.active.peek()) announcer.say(sentence);
    }, TOGETHER);
    return () => clearTimeout(wait);
  }, [announcer, reading, begun, list, acted, tell]);
}
