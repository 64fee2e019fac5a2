import { wavHeader } from "../wav.ts";
import type { AudioFile, AudioTags } from "./audio-file.ts";
import type { OpenSink } from "./sink.ts";

/** RIFF counts its bytes in 32 bits: a day of this voice. */
const MOST_BYTES = 0xffff_ffff;
const HEAD = 44;

/**
 * What stands before the samples of a WAV file with one channel of signed 16-bit: its head with a list of tags (RIFF INFO) in it. The
 * tags are UTF-8, as ffmpeg writes and reads them; the standard knows no other than the system's own. Throws a RangeError where that
 * many samples do not fit into one file.
 */
export function taggedWavHeader(samples: number, sampleRate: number, tags: AudioTags): Uint8Array<ArrayBuffer> {
  const list = infoList(tags);
  const riffBytes = HEAD - 8 + list.length + samples * 2;
  if (riffBytes > MOST_BYTES) throw new RangeError("A WAV file holds four gigabytes.");
  const plain = wavHeader(samples, sampleRate);
  const head = new Uint8Array(HEAD + list.length);
  // Before the samples, so that what reads the file as it comes knows the title.
  const dataChunk = HEAD - 8;
  head.set(plain.subarray(0, dataChunk));
  head.set(list, dataChunk);
  head.set(plain.subarray(dataChunk), dataChunk + list.length);
  new DataView(head.buffer).setUint32(4, riffBytes, true);
  return head;
}

/** A WAV file. */
export async function createWavFile(sampleRate: number, tags: AudioTags, openSink: OpenSink): Promise<AudioFile> {
  const sink = await openSink(taggedWavHeader(0, sampleRate, tags).length);
  let samples = 0;
  const silences = new Map<number, Blob>();

  function silent(length: number): Blob {
    const made = silences.get(length) ?? new Blob([new Uint8Array(length * 2)]);
    silences.set(length, made);
    return made;
  }

  return {
    async add(silence, pcm) {
      if (silence > 0) await sink.write(silent(silence));
      await sink.write(pcm);
      samples += silence + pcm.size / 2;
    },
    async finish() {
      return sink.finish("audio/wav", taggedWavHeader(samples, sampleRate, tags));
    },
    discard() {
      sink.discard();
      silences.clear();
    },
  };
}

/** Names of the tags: https://www.exiftool.org/TagNames/RIFF.html#Info */
function infoList({ title, artist, album, date }: AudioTags): Uint8Array {
  const chunks: Uint8Array[] = [ascii("INFO")];
  for (const [name, text] of Object.entries({ INAM: title, IART: artist, IPRD: album, ICRD: date }))
    if (text) chunks.push(chunk(name, terminated(text)));
  return chunk("LIST", joined(chunks));
}

/** Text ends with a zero, which counts. */
function terminated(text: string): Uint8Array {
  return new TextEncoder().encode(`${text}\0`);
}

/** A chunk begins at an even place; what evens it out is not counted. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const made = new Uint8Array(8 + content.length + (content.length % 2));
  made.set(ascii(name));
  new DataView(made.buffer).setUint32(4, content.length, true);
  made.set(content, 8);
  return made;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of chunks) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
