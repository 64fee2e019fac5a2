import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FeedProblem, FeedsModel, Offer } from "#state/feeds-model.ts";
import { problemSentence } from "../adding/problem-words.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { words as appWords } from "../words.ts";
import { feedsWords as words } from "./words.ts";

/** Offers that are shown at first, and with each press for more. */
const STEP = 20;

const day = new Intl.DateTimeFormat(appWords.lang, { dateStyle: "medium", timeZone: "UTC" });

/** What the feeds offer, to be saved or not. */
export function OfferList({ model }: { model: FeedsModel }) {
  const { announcer } = useApp();
  const offers = model.offers.value;
  const [shown, setShown] = useState(STEP);
  /** What was left out last, which can be had back. */
  const [dismissed, setDismissed] = useState<{ keys: string[]; said: string }>();
  const section = useRef<HTMLElement>(null);

  /** Where the focus goes when the button that was pressed has gone. */
  const wantedRef = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const wanted = wantedRef.current;
    if (wanted === undefined || !document.activeElement?.matches("body")) return;
    wantedRef.current = undefined;
    const item = [...(section.current?.querySelectorAll<HTMLElement>("[data-offer]") ?? [])].find(
      (each) => each.dataset["offer"] === wanted,
    );
    (item?.querySelector<HTMLElement>("h4") ?? section.current?.querySelector<HTMLElement>("h3"))?.focus();
  });

  const nextTo = (key: string) => {
    const index = offers.findIndex((offer) => offer.key === key);
    return (offers[index + 1] ?? offers[index - 1])?.key ?? "";
  };
  const save = async (keys: string[], said: string, next: string) => {
    wantedRef.current = next;
    setDismissed(undefined);
    await model.take(keys);
    announcer.say(said);
  };
  const dismiss = async (keys: string[], said: string, next: string) => {
    wantedRef.current = next;
    await model.dismiss(keys);
    setDismissed({ keys, said });
    announcer.say(said);
  };
  const check = async () => {
    const found = await model.check();
    const away = model.away.peek();
    announcer.say(away ? awaySentence(away) : words.checked(found));
  };
  const all = () => offers.map(({ key }) => key);
  return (
    <section ref={section} class="feed-part" aria-labelledby="feed-offers">
      <h3 id="feed-offers" tabIndex={-1}>
        {words.offers}
      </h3>
      <div class="add-actions">
        <Button
          label={model.checking.value ? words.checking : words.checkNow}
          unavailable={model.checking.value}
          onClick={() => void check()}
        />
        {offers.length > 1 && (
          <>
            <Button
              label={words.saveAll(offers.length)}
              onClick={() => void save(all(), words.savedAll(offers.length), "")}
            />
            <Button
              class="plain"
              label={words.dismissAll}
              onClick={() => void dismiss(all(), words.dismissedAll(offers.length), "")}
            />
          </>
        )}
      </div>
      {model.away.value && <p>{awaySentence(model.away.value)}</p>}
      {dismissed && (
        <div class="add-note">
          <p dir="auto">{dismissed.said}</p>
          <Button
            label={words.undo}
            onClick={() => {
              wantedRef.current = dismissed.keys[0];
              setDismissed(undefined);
              void model.offerAgain(dismissed.keys).then(() => announcer.say(words.offeredAgain));
            }}
          />
        </div>
      )}
      {offers.length === 0 ? (
        <p class="explained">{words.noOffers}</p>
      ) : (
        <ul class="arrival-list">
          {offers.slice(0, shown).map((offer) => (
            <OfferItem
              key={offer.key}
              offer={offer}
              onSave={() => void save([offer.key], words.saved(offer.title), nextTo(offer.key))}
              onDismiss={() => void dismiss([offer.key], words.dismissed(offer.title), nextTo(offer.key))}
            />
          ))}
        </ul>
      )}
      {offers.length > shown && (
        <Button
          label={words.more(Math.min(STEP, offers.length - shown))}
          onClick={() => {
            wantedRef.current = offers[shown]?.key;
            setShown(shown + STEP);
          }}
        />
      )}
    </section>
  );
}

function awaySentence(problem: FeedProblem): string {
  return problem === "no-companion" ? words.noCompanion : problemSentence(problem);
}

interface OfferItemProps {
  offer: Offer;
  onSave(): void;
  onDismiss(): void;
}

function OfferItem({
  offer: { key, title, feed, byline, published, summary, lang },
  onSave,
  onDismiss,
}: OfferItemProps) {
  const own = lang ? { lang } : {};
  return (
    <li class="arrival" data-offer={key}>
      <h4 tabIndex={-1} dir="auto" {...own}>
        {title}
      </h4>
      <p class="card-meta">
        <span dir="auto">{feed}</span>
        {byline && <span dir="auto">{byline}</span>}
        {published && <time dateTime={published}>{day.format(new Date(published))}</time>}
      </p>
      {summary && (
        <p class="explained" dir="auto" {...own}>
          {summary}
        </p>
      )}
      <div class="arrival-acts">
        <button type="button" class="button" aria-label={words.of(words.save, title)} onClick={onSave}>
          {words.save}
        </button>
        <button type="button" class="button plain" aria-label={words.of(words.dismiss, title)} onClick={onDismiss}>
          {words.dismiss}
        </button>
      </div>
    </li>
  );
}
