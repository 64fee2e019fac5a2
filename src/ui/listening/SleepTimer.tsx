import { useEffect, useState } from "preact/hooks";
import type { ListeningTransport } from "#state/listening-session.ts";
import { listeningWords as labels } from "./words.ts";

const MINUTES = [5, 10, 15, 20, 30, 45, 60];
const ENDS = ["paragraph", "article"] as const;
/** How often the time left is looked at, in milliseconds: it is told in minutes. */
const LOOK = 5000;

/** The choice of when the voice falls silent by itself. */
export function SleepChoice({ transport }: { transport: ListeningTransport }) {
  const wish = transport.sleep.value?.wish;
  const choose = (value: string) => {
    const until = ENDS.find((end) => end === value);
    if (until) transport.setSleep({ until });
    else transport.setSleep(value === "" ? undefined : { until: "time", minutes: Number(value) });
  };
  const value = !wish ? "" : wish.until === "time" ? String(wish.minutes) : wish.until;
  return (
    <label>
      {labels.sleepTimer}{" "}
      <select class="field-select" value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{labels.sleepOff}</option>
        {MINUTES.map((time) => (
          <option key={time} value={time}>
            {labels.sleepMinutes(time)}
          </option>
        ))}
        {ENDS.map((end) => (
          <option key={end} value={end}>
            {labels.sleepUntil[end]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** When that will be, and the way to take it back; nothing while no timer runs. */
export function SleepLeft({ transport }: { transport: ListeningTransport }) {
  const sleep = transport.sleep.value;
  const [now, setNow] = useState(Date.now);
  const ends = sleep?.endsAt;
  useEffect(() => {
    if (ends === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), LOOK);
    return () => clearInterval(timer);
  }, [ends]);
  if (!sleep) return null;
  const { until } = sleep.wish;
  const said =
    until === "time" ? labels.fallsSilent.time(Math.max((ends! - now) / 1000, 0)) : labels.fallsSilent[until];
  return (
    <div class="player-sleep">
      <p>{said}</p>
      <button
        type="button"
        class="button plain"
        aria-label={labels.cancelSleep}
        onClick={() => transport.setSleep(undefined)}
      >
        {labels.cancel}
      </button>
    </div>
  );
}
