/**
 * Reads an article aloud. The one owner of what is read when: queue, place, rate, voice, pauses, media keys. Engines speak single
 * sentences and know nothing of it; the page paints what the snapshots say and stores what `onPosition` tells.
 */
import { createCast } from "./cast.ts";
import { systemClock } from "./clock.ts";
import { createFlow, type FlowState } from "./flow.ts";
import { connectMediaKeys } from "./media-keys.ts";
import type { Player, PlayerDeps, Reading } from "./player-api.ts";
import type { PlayerProblem, PlayerSnapshot } from "./player-snapshot.ts";
import { createScript } from "./script.ts";
import { voiceChoiceKey, type VoicePreferences } from "./voices.ts";

/** "Previous" this soon after a sentence began goes to the one before; later it starts the sentence again. */
const STEP_BACK = 2000;
/** Problems that a new voice solves. */
const WANTING = new Set<PlayerProblem["reason"]>(["no-voices", "no-voice", "only-online-voice", "voice-lost"]);
const NOTHING: Reading = { utterances: [], title: "", source: "", lang: "" };

export function createPlayer(given: PlayerDeps): Player {
  const deps = { wordReports: new Map<string, boolean>(), clock: systemClock, ...given };
  const { engine, clock, wordReports } = deps;
  let { preferences } = deps;
  const cast = createCast(engine, preferences);
  const listeners = new Set<(snapshot: PlayerSnapshot) => void>();
  let snapshot: PlayerSnapshot;

  const state: FlowState = {
    script: createScript(NOTHING, "", cast),
    status: "idle",
    index: 0,
    offset: 0,
    word: undefined,
    rate: deps.rate,
    voice: undefined,
    problem: undefined,
    notice: undefined,
  };
  const flow = createFlow(state, deps, clock, cast, changed);
  const keys = connectMediaKeys(deps.mediaSession, { play: () => play(), pause, next, previous });
  const stopWatchingPage = deps.page.onChange(flow.seenOrNot);
  const stopWatchingVoices = engine.onVoicesChanged(voicesChanged);
  changed();
  void engine.voices().then(voicesChanged);

  function changed(): void {
    const { script, offset: _, ...shown } = state;
    snapshot = Object.freeze({
      ...shown,
      utterance: script.at(state.index),
      voiceReportsWords: state.voice && wordReports.get(state.voice.key),
      voices: cast.ready() ? cast.offered(script.lang) : [],
    });
    keys.show(state.status);
    for (const listener of [...listeners]) listener(snapshot);
  }

  function active(): boolean {
    return state.status === "playing" || state.status === "starting";
  }

  function play(from?: number): void {
    if (active() && from === undefined) return;
    // The reader may have done something about it.
    if (state.problem && WANTING.has(state.problem.reason)) void engine.voices();
    const { script, status, index, offset } = state;
    const { utterances, title, source } = script.reading;
    state.problem = state.notice = undefined;
    flow.forget();
    if (utterances.length === 0) return flow.fail("no-text");
    keys.describe(title, source);
    if (from !== undefined) flow.begin(script.clamp(from));
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
    const { script, status, index } = state;
    if (status === "finished") return;
    if (!active()) step(index + 1);
    else if (script.at(index + 1)) flow.begin(index + 1);
    else flow.finish();
  }

  function previous(): void {
    const { script, status, index, offset } = state;
    const restart = active() ? flow.age >= STEP_BACK : offset > 0 || status === "finished";
    const target = restart ? index : script.before(index);
    if (active()) flow.begin(target);
    else step(target);
  }

  /** Moves the place in silence. */
  function step(target: number): void {
    flow.moveTo(state.script.clamp(target));
    if (state.status !== "idle") flow.rest("paused");
    flow.tellPosition();
    changed();
  }

  function stop(): void {
    const wasActive = active();
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
    if (problem && WANTING.has(problem.reason) && cast.voiceFor(script.languageOf(index))) flow.rest("paused");
    changed();
  }

  return {
    load(reading) {
      stop();
      state.script = createScript(reading, preferences.languages[0] ?? "", cast);
      flow.moveTo(state.script.clamp(reading.at ?? 0));
      state.voice = state.notice = undefined;
      changed();
    },
    play,
    pause,
    toggle: () => (active() ? pause() : play()),
    next,
    previous,
    stop,
    setRate(wanted) {
      if (wanted === state.rate) return;
      state.rate = wanted;
      flow.againSoon();
      changed();
    },
    setVoice(choice, lang = state.script.lang) {
      const { [voiceChoiceKey(lang)]: _, ...others } = preferences.voices;
      const voices = choice ? { ...others, [voiceChoiceKey(lang)]: choice } : others;
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
      stopWatchingPage();
      stopWatchingVoices();
      keys.release();
      listeners.clear();
    },
  };
}

function sameWishes(a: VoicePreferences, b: VoicePreferences): boolean {
  return a.voices === b.voices && a.languages === b.languages && a.offlineOnly === b.offlineOnly;
}
