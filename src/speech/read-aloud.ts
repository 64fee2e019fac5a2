/** The lazy entry of this folder: one open article with a voice to read it. */
import type { Span } from "#domain/position.ts";
import type { VoiceChoice } from "#domain/settings.ts";
import { sourceSpan } from "#domain/utterances.ts";
import { type ArticlePlayer, createArticlePlayer, prepareArticle, type ReadAloudOptions } from "./article-player.ts";
import { ownIcon, pictureOf } from "./artwork.ts";
import { createBuiltInVoice, packOf } from "./built-in/built-in-voice.ts";
import { type AudioFormat, bytesPerSecond } from "./built-in/save-audio/audio-file.ts";
import type { RecordingPlan } from "./built-in/save-audio/plan.ts";
import { RecordingError, type Recording, type RecordingProgress } from "./built-in/save-audio/record.ts";
import { formatsHere, planAudio, saveAudio } from "./built-in/save-audio/save-audio.ts";
import type { Voice } from "./engine.ts";
import type { LanguagePack, PackStore } from "./built-in/packs.ts";
import { systemClock } from "./clock.ts";
import { combineEngines } from "./engines.ts";
import { readableIn, repairTag, spokenLanguage } from "./language-tags.ts";
import { rememberListed } from "./listed-before.ts";
import { createOneVoice } from "./one-voice.ts";
import { pageVisibility } from "./page-visibility.ts";
import type { Player } from "./player-api.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";
import { createSystemEngine } from "./system-engine.ts";
import { guideAddresses } from "voice:guides";
import { createVoiceGuides, fetchGuide } from "./voice-guides.ts";
import { type CatalogueOptions, createVoiceCatalogue, type VoiceCatalogue } from "./voice-catalogue.ts";
import { findChoice, voiceChoiceKey, type VoicePreferences } from "./voices.ts";

export { packOf, voiceChoiceKey };
export { bytesPerSecond, formatsHere, planAudio, RecordingError, saveAudio };
export type { AudioFormat, Recording, RecordingPlan, RecordingProgress };
export type { ArticlePlayer, LanguagePack, PackStore, Player, PlayerSnapshot, ReadAloudOptions, VoicePreferences };

let audio: HTMLAudioElement | undefined;
const builtIn = createBuiltInVoice(() => (audio ??= new Audio()));
/** One for the page: platforms begin to list their voices when first asked, and some take seconds. */
const listedBefore = rememberListed(globalThis.caches, "fonts", builtIn.packs.address("voice/system-voices"));
const engine = combineEngines(createSystemEngine(window.speechSynthesis), [builtIn.engine], systemClock, listedBefore);

const guides = createVoiceGuides(guideAddresses, fetchGuide);
// This code is loaded when Listen is near: with luck the guide is here too when it is pressed.
if ("document" in globalThis) guides.of(spokenLanguage(repairTag(document.getElementById("article")?.lang ?? "")));

/** What of the built-in voice is on this device. */
export const packs: PackStore = builtIn.packs;

/** In bytes: what is not fetched for a few words without being asked for. All but Russian, of which there is five times as much, are far below. */
const COSTLY = 1_500_000;

function isCostly(voice: Voice): boolean {
  const name = packOf(voice);
  const pack = name === undefined ? undefined : packs.now().find((one) => one.name === name);
  return pack !== undefined && pack.state !== "here" && pack.bytes > COSTLY;
}

/** A player that has taken up the article and waits. Dispose of it when the article is left. */
export function readAloud(options: ReadAloudOptions): ArticlePlayer {
  audio ??= options.audio;
  return createArticlePlayer(options, {
    engine,
    guides,
    isCostly,
    page: pageVisibility(document),
    mediaSession: navigator.mediaSession,
    artwork: ownIcon(),
    picture: pictureOf(options.record, new URL(import.meta.env.BASE_URL, location.href).href),
    oneVoice: createOneVoice,
  });
}

/** Gets the beginning of an article ready that will be read aloud soon. Never rejects. */
export function readAloudSoon(options: Parameters<typeof prepareArticle>[0]): Promise<void> {
  return prepareArticle(options, { engine, guides, isCostly });
}

/** All voices of this device, in order and to be searched. `onVoicesChanged` tells when there would be others in it. */
export function listVoices(options: Omit<CatalogueOptions, "voices" | "guideOf">): VoiceCatalogue {
  return createVoiceCatalogue({ ...options, voices: engine.voicesNow(), guideOf: guides.known });
}

/** The groups of that list whose voices can read text in `lang`, the best first. */
export function languagesFor(lang: string): readonly string[] {
  return readableIn(repairTag(lang));
}

/** The voice that the reader once chose, if it is there. */
export function findVoice(choice: VoiceChoice): Voice | undefined {
  const found = findChoice(engine.voicesNow(), choice);
  return found && (guides.known(spokenLanguage(found.lang))?.know(found) ?? found);
}

/** Calls back when the list has changed, or more is known of its voices. Returns the way to stop. */
export function onVoicesChanged(listener: () => void): () => void {
  const stops = [engine.onVoicesChanged(listener), guides.onLearnt(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * What to say to try a voice: a sentence in its language, or, where none is known (yet: then it is fetched), its name and the numbers that every voice
 * has words for.
 */
export function sampleFor(voice: Voice): string {
  const name = voice.known?.label ?? voice.name;
  return guides.of(spokenLanguage(voice.lang))?.sample(name) ?? `${name}. 1, 2, 3, 4, 5.`;
}

/** Where the voice is in the text. `ofHeading`: in the title or the standfirst instead, and undefined in the text; what is announced has a place and no length. */
export function spokenPlace(
  snapshot: PlayerSnapshot,
  ofHeading = false,
): { block: number; sentence: Span; word: Span | undefined } | undefined {
  const { utterance, word, status } = snapshot;
  if (!utterance || utterance.block < 0 !== ofHeading || status === "idle" || status === "finished") return undefined;
  const { block, span, announces, sentence = span } = utterance;
  if (announces) return { block, sentence: { start: span.start, end: span.start }, word: undefined };
  return { block, sentence, word: word && sourceSpan(utterance, word) };
}
