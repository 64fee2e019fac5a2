import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { VoiceFiles, VoicePack } from "#speech/built-in/voice-files.ts";
import { parseEmscriptenPackage } from "./emscripten-package.ts";
import { OFFERED_VOICES } from "./voice-languages.ts";

const PACKAGE = "node_modules/@echogarden/espeak-ng-emscripten";
const DATA = "/usr/share/espeak-ng-data/";
/** What every language needs: the sounds, and the small files that describe the voices. */
const CORE = /^(phon(data|tab|index)|intonations|lang\/.*)$/;

export interface VoicePacks {
  files: VoiceFiles;
  /** The content of each file to be served, by its path. */
  contents: ReadonlyMap<string, Uint8Array>;
}

/**
 * Cuts the 24 MB of data that come with the synthesiser into what every language needs and a pack for each dictionary. They are
 * packed with gzip here, and unpacked by the page: so they are as small on any host, and on the reader's disk. The code is passed on
 * as it is, a file of its own under its own licence.
 */
export function cutVoicePacks(root: string): VoicePacks {
  const code = readFileSync(join(root, PACKAGE, "espeak-ng.js"));
  const data = readFileSync(join(root, PACKAGE, "espeak-ng.data"));
  const { size, files } = parseEmscriptenPackage(code.toString("utf8"));
  const contents = new Map<string, Uint8Array>();

  function pack(name: string, wanted: (file: string) => boolean): VoicePack {
    const chosen = [...files].filter(([path]) => wanted(path.slice(DATA.length))).map(([, file]) => file);
    const slices = joined(chosen);
    if (slices.length === 0) throw new Error(`espeak-ng has no data for ${name}.`);
    const content = gzipSync(Buffer.concat(slices.map(([from, length]) => data.subarray(from, from + length))), {
      level: 9,
    });
    const path = `voice/${name}-${hash(content)}.bin`;
    contents.set(path, content);
    return { path, bytes: content.length, slices };
  }

  const engine = `voice/espeak-ng-${hash(code)}.js`;
  contents.set(engine, code);
  const dictionaries = [...new Set(OFFERED_VOICES.map(({ dictionary }) => dictionary))].toSorted();
  return {
    contents,
    files: {
      engine: { path: engine, bytes: gzipSync(code, { level: 9 }).length },
      size,
      core: pack("core", (file) => CORE.test(file)),
      dictionaries: Object.fromEntries(
        dictionaries.map((name) => [name, pack(name, (file) => file === `${name}_dict`)]),
      ),
      voices: OFFERED_VOICES,
    },
  };
}

/** As [start, length], neighbours as one. */
function joined(files: readonly { start: number; end: number }[]): [number, number][] {
  const slices: [number, number][] = [];
  for (const { start, end } of files.toSorted((a, b) => a.start - b.start)) {
    const last = slices.at(-1);
    if (last && last[0] + last[1] === start) last[1] += end - start;
    else slices.push([start, end - start]);
  }
  return slices;
}

function hash(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").replace(/[-_]/g, "").slice(0, 8);
}
