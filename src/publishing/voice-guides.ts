/** What Readium has gathered of the voices of systems and browsers (https://github.com/readium/speech), made small: one file a language. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { GuideFile, GuideVoice } from "#speech/guide-file.ts";

/** How good a voice sounds, in the steps of their list, and as `Voice.quality` has it. */
const QUALITY = { veryLow: 1, low: 2, normal: 3, high: 4, veryHigh: 5 };

/** What of their record of a voice is used here. */
interface RecommendedVoice {
  label: string;
  name: string;
  altNames?: string[];
  nativeID?: string[];
  language: string;
  gender?: string;
  children?: boolean;
  quality: (keyof typeof QUALITY)[];
  rate?: number;
  pitch?: number;
}

interface RecommendedVoices {
  language: string;
  defaultRegion: string;
  testUtterance: string;
  voices: RecommendedVoice[];
}

export interface VoiceGuides {
  /** Addresses under the app's base, by the language of their file: "cmn" for Mandarin, "nb" for Norwegian. */
  addresses: Record<string, string>;
  /** By address. */
  contents: ReadonlyMap<string, string>;
}

const FOLDER = "node_modules/@readium/speech/build";
/** The modules that have a language's voices as their default export. */
const MODULE = /^[a-z]{2,3}-[\w-]{8}\.js$/;

/** Throws where the package has other things in it than it had. */
export async function makeVoiceGuides(root: string): Promise<VoiceGuides> {
  const folder = join(root, FOLDER);
  const modules = readdirSync(folder).filter((name) => MODULE.test(name));
  if (modules.length < 40) throw new Error(`${FOLDER} has ${modules.length} languages.`);
  const addresses: Record<string, string> = {};
  const contents = new Map<string, string>();
  for (const name of modules.toSorted()) {
    const { default: found } = (await import(pathToFileURL(join(folder, name)).href)) as { default: RecommendedVoices };
    const content = JSON.stringify(guideOf(found));
    const address = `voices/${found.language}-${createHash("sha256").update(content).digest("hex").slice(0, 8)}.json`;
    addresses[found.language] = address;
    contents.set(address, content);
  }
  return { addresses, contents };
}

function guideOf({ defaultRegion, testUtterance, voices }: RecommendedVoices): GuideFile {
  return { region: defaultRegion, sample: testUtterance, voices: voices.map(voiceOf) };
}

function voiceOf(voice: RecommendedVoice): GuideVoice {
  const { label, name, altNames = [], nativeID = [], language, gender, children, quality, rate, pitch } = voice;
  const names = [...new Set([name, ...altNames])];
  return {
    // "Apple Ava" says no more than "Ava (Premium)", which is what the system calls it.
    ...(label !== name && label !== `Apple ${name}` && { label }),
    names,
    ...(nativeID.length > 0 && { ids: nativeID }),
    lang: language,
    quality: quality.map((step) => QUALITY[step]),
    ...((gender === "female" || gender === "male") && { gender }),
    ...(children && { child: true as const }),
    ...(rate !== undefined && rate !== 1 && { rate }),
    ...(pitch !== undefined && pitch !== 1 && { pitch }),
  };
}
