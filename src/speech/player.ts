/**
 * Reads an article aloud. The one owner of what is read when: queue, place, rate, voice, pauses, media keys. Engines speak single
 * sentences and know nothing of it; the page paints what the snapshots say and stores what `onPosition` tells.
 */
import { spokenOffset } from "#domain/spoken-offset.ts";
import { utteranceAt } from "#domain/utterances.ts";
import { createCast } from "./cast.ts";
import { systemClock } from "./clock.ts";
import { createFlow, type FlowState } from "./flow.ts";
import { connectMediaKeys } from "./media-keys.ts";
import { USUAL_PAUSES } from "./pauses.ts";
import type { Player, PlayerDeps, Reading } from "./player-api.ts";
import { type PlayerSnapshot, SOLVED_BY_A_VOICE } from "./player-snapshot.ts";
import { createProgress } from "./progress.ts";
import { createScript } from "./script.ts";
import { createSleepTimer } from "./sleep-timer.ts";
import * as steps from "./steps.ts";
import { createToldPlace } from "./told-place.ts";
import { sameWishes, voiceChoiceKey, type VoicePreferences } from "./voices.ts";

/** "Previous" this soon after a sentence began goes to the one before; later it starts the sentence again. */
const STEP_BACK = 2000;
const NOTHING: Reading = { utterances: [], title: "", source: "", lang: "" };

export function createPlayer(given: PlayerDeps): Player {
  const deps = { wordReports: new Map<string, boolean>(), clock: systemClock, pauses: () => USUAL_PAUSES, ...given };
  const { engine, clock, wordReports } = deps;
  let { preferences } = deps;
  const cast = createCast(engine, preferences, deps);
  const listeners = new Set<(snapshot: PlayerSnapshot) => void>();
  let snapshot: PlayerSnapshot;

  const state: FlowState = {
    script: createScript(NOTHING, "", cast),
    nextScript: undefined,
    status: "idle",
    index: 0,
    offset: 0,
    word: undefined,
    rate: deps.rate,
    voice: undefined,
    problem: undefined,
    notice: undefined,
  };
  const progress = createProgress(state, clock, deps.pauses, cast.voiceFor);
  const sleep = createSleepTimer(deps.wallClock ?? Date.now);
  let volume = 1;
  const place = createToldPlace(clock, deps.onPosition);
  /** What media keys have been told of. */
  let marked = "";

  const keepVolume = () => {
    const wanted = sleep.volume();
    if (engine.setVolume && wanted !== volume) engine.setVolume((volume = wanted));
  };
  const flow = createFlow(
    state,
    {
      ...deps,
      onPosition: place.tell,
      onFinished() {
        const { state: running } = sleep;
        sleep.set(undefined);
        keepVolume();
        changed();
        deps.onFinished?.(running);
      },
      mayGoOn: sleep.mayGoOn,
      overhearer: {
        before: keepVolume,
        heard(request, event) {
          progress.heard(request, event);
          keepVolume();
        },
      },
    },
    clock,
    cast,
    changed,
    said,
  );
  const keys = connectMediaKeys(deps.mediaSession, {
    play: () => play(),
    pause,
    stop,
    next,
    previous,
    skip,
    seek: (seconds) => seek(progress.indexAt(seconds)),
  });
  const oneVoice = deps.oneVoice?.(() => active() && flow.pauseFor("other-tab"));
  const learnt = () => (cast.learnt(!active()), changed());
  const stops = [
    deps.page.onChange(flow.seenOrNot),
    engine.onVoicesChanged(voicesChanged),
    engine.onMade?.(progress.made),
    deps.guides?.onLearnt(learnt),
  ];
  changed();
  void engine.voices().then(voicesChanged);

  function changed(): void {
    const { script, nextScript: _n, offset: _, ...shown } = state;
    snapshot = Object.freeze({
      ...shown,
      utterance: script.at(state.index),
      voiceReportsWords: state.voice && wordReports.get(state.voice.key),
      voices: cast.ready() ? cast.offered(script.lang) : [],
      count: script.reading.utterances.length,
      time: progress.now(),
      sleep: sleep.state,
    });
    // Systems count on by themselves from there.
    const mark = `${state.status} ${state.index} ${state.offset} ${state.rate}`;
    if (mark !== marked) keys.show(state.status, snapshot.time);
    marked = mark;
    for (const listener of [...listeners]) listener(snapshot);
  }

  /** A word: all else is as it was. */
  function said(): void {
    const { voice, word, index, script } = state;
    const voiceReportsWords = voice && wordReports.get(voice.key);
    snapshot = Object.freeze({ ...snapshot, word, voiceReportsWords, time: progress.recent() });
    const position = word && flow.speaking && place.isOld && script.positionOf(index, word.start);
    if (position) place.tell(position);
    for (const listener of [...listeners]) listener(snapshot);
  }

  function active(): boolean {
    return state.status === "playing" || state.status === "starting";
  }

  function play(from?: number, at = 0): void {
    if (active() && from === undefined) return;
    engine.unlock?.();
    sleep.awake();
    // The reader may have done something about it.
    if (state.problem && SOLVED_BY_A_VOICE.includes(state.problem.reason)) void engine.voices();
    const { script, status, index, offset } = state;
    const { utterances, title, source } = script.reading;
    oneVoice?.claim();
    state.problem = state.notice = undefined;
    flow.forget();
    if (utterances.length === 0) return flow.fail("no-text");
    keys.describe({ title, source, artwork: deps.artwork ?? [] }, deps.picture);
    if (from !== undefined) flow.begin(script.clamp(from), at);
    else if (status === "finished") flow.begin(0);
    else flow.begin(index, offset);
  }

  function pause(): void {
    if (!active()) return;
    flow.rest("paused");
    flow.tellPosition();
    changed();
  }

  function next(): void {
    if (state.status === "finished") return;
    const target = steps.nextSentence(state.script, state.index);
    if (active() && !state.script.at(target)) flow.finish();
    else seek(target);
  }

  function previous(): void {
    const start = steps.sentenceStart(state.script, state.index);
    seek(start < state.index || isWithin() ? start : steps.previousSentence(state.script, start));
  }

  /** Whether the sentence has been under way for a while, so that going back is going back to its start. */
  function isWithin(): boolean {
    return active() ? flow.age >= STEP_BACK : state.offset > 0 || state.status === "finished";
  }

  function seek(index: number, at = 0): void {
    sleep.awake();
    if (active()) flow.begin(state.script.clamp(index), at);
    else step(index, at);
  }

  function skip(seconds: number): void {
    const { index } = state;
    const { index: target, offset } = progress.placeIn(seconds, flow.speaking ? flow.age : 0);
    if (offset > 0) seek(target, offset);
    else if (seconds > 0 && target <= index) next();
    else if (seconds < 0 && target >= index) previous();
    else seek(target);
  }

  /** Moves the place in silence. */
  function step(target: number, at = 0): void {
    flow.moveTo(state.script.clamp(target), at);
    if (state.status !== "idle") flow.rest("paused");
    flow.tellPosition();
    changed();
  }

  function stop(): void {
    const wasActive = active();
    sleep.set(undefined);
    flow.rest("idle");
    if (wasActive) flow.tellPosition();
    changed();
  }

  function setPreferences(wanted: VoicePreferences): void {
    if (sameWishes(preferences, wanted)) return;
    preferences = wanted;
    cast.prefer(wanted);
    const voice = cast.voiceFor(state.script.languageOf(state.index));
    if (flow.speaking && voice?.key !== state.voice?.key) flow.again();
    else voicesChanged();
  }

  function voicesChanged(): void {
    cast.listChanged();
    const { problem, script, index } = state;
    if (problem && SOLVED_BY_A_VOICE.includes(problem.reason) && cast.voiceFor(script.languageOf(index)))
      flow.rest("paused");
    changed();
  }

  return {
    load(reading) {
      stop();
      state.script = createScript(reading, preferences.languages[0] ?? "", cast);
      state.nextScript = undefined;
      flow.moveTo(state.script.clamp(reading.at ?? 0), reading.offset);
      state.voice = state.notice = undefined;
      changed();
    },
    retell(utterances) {
      const reading = { ...state.script.reading, utterances };
      state.nextScript = createScript(reading, preferences.languages[0] ?? "", cast);
      if (!active()) flow.rest(state.status, state.problem);
      changed();
    },
    play,
    playAt(position) {
      const { utterances } = state.script.reading;
      const index = utteranceAt(utterances, position);
      const utterance = utterances[index];
      play(index, utterance?.block === position.block ? spokenOffset(utterance, position.offset) : 0);
    },
    pause,
    toggle: () => (active() ? pause() : play()),
    next,
    previous,
    nextParagraph() {
      const target = steps.nextParagraph(state.script, state.index);
      if (target !== undefined) seek(target);
      else if (active()) flow.finish();
    },
    previousParagraph() {
      const start = steps.paragraphStart(state.script, state.index);
      seek(start < state.index || isWithin() ? start : steps.previousParagraph(state.script, state.index));
    },
    skip,
    seek: (index) => seek(index),
    isSaid: (utterance) => state.script.isSaid(utterance),
    timeAt: progress.timeAt,
    sleep(wish, endsAt) {
      sleep.set(wish, endsAt);
      keepVolume();
      changed();
    },
    stop,
    setRate(wanted) {
      if (wanted === state.rate) return;
      state.rate = wanted;
      if (!engine.changeRate?.(wanted)) flow.againSoon();
      changed();
    },
    setVoice(choice, lang = state.script.lang) {
      const key = voiceChoiceKey(lang);
      const { [key]: _, ...others } = preferences.voices;
      const voices = choice ? { ...others, [key]: choice } : others;
      setPreferences({ ...preferences, voices });
    },
    setPreferences,
    get snapshot() {
      return snapshot;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose() {
      stop();
      for (const end of stops) end?.();
      keys.release();
      oneVoice?.release();
      listeners.clear();
    },
  };
}
