import { h } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Arrival } from "#state/adding-model.ts";
import type { Arriving } from "#state/arriving/arriving.ts";
import { useApp } from "../app-context.ts";
import { newsWords as words } from "./words.ts";

const isOnItsWay = ({ status }: Arrival) => status === "waiting" || status === "working";
const waitsForReader = ({ status, known = [] }: Arrival) => status === "failed" || known.length > 0;

/** What comes in: entries that feeds offer, things on their way, and those that need the reader. Each leads to where they are. */
export function LibraryNews({ adding, feeds }: Arriving) {
  const { base } = useApp();
  const offers = feeds.offers.value.length;
  const arrivals = adding.arrivals.value;
  const onTheirWay = arrivals.filter(isOnItsWay).length;
  const stuck = arrivals.filter(waitsForReader).length;
  useTelling(feeds.feeds.value && offers);
  if (offers + onTheirWay + stuck === 0) return null;
  const line = (number: number, say: (number: number) => string, to: string) =>
    number > 0 && h("li", null, h("a", { href: base + to }, say(number)));
  return h(
    "ul",
    { class: "library-news" },
    line(offers, words.offers, "add?feeds"),
    line(onTheirWay, words.onTheirWay, "add"),
    line(stuck, words.stuck, "add"),
  );
}

/** Says that there are more offers than a moment ago: not what was there before, and never over a voice that reads. */
function useTelling(offers: number | undefined): void {
  const { announcer, reading } = useApp();
  const beforeRef = useRef<number | undefined>(undefined);
  useEffect(() => {
    const before = beforeRef.current;
    beforeRef.current = offers;
    if (before === undefined || offers === undefined || offers <= before) return;
    if (!reading.peek()?.listening.active.peek()) announcer.say(words.offers(offers));
  }, [announcer, reading, offers]);
}
