import { describe, expect, it } from "vitest";
import type { AudioTags } from "./audio-file.ts";
import { memorySink } from "./sink.ts";
import { createWavFile, taggedWavHeader } from "./wav-file.ts";

const TAGS: AudioTags = { title: "Où va la mer", artist: "Ada Brown", album: "The Harbour Letter", date: "2026-06-21" };

interface Chunk {
  name: string;
  content: Uint8Array;
}

/** The chunks of a RIFF list, as any reader walks them: each as long as it says, at an even place. */
function chunksIn(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = view.getUint32(at + 4, true);
    expect(at + 8 + length, "no chunk runs over the end").toBeLessThanOrEqual(bytes.length);
    chunks.push({ name: textOf(bytes.subarray(at, at + 4)), content: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function write(tags: AudioTags, pieces: readonly [silence: number, samples: number[]][]): Promise<Uint8Array> {
  const file = await createWavFile(22_050, tags, memorySink);
  for (const [silence, samples] of pieces) await file.add(silence, new Blob([Int16Array.from(samples)]));
  return new Uint8Array(await (await file.finish()).arrayBuffer());
}

function riff(bytes: Uint8Array): Chunk[] {
  expect(textOf(bytes.subarray(0, 4))).toBe("RIFF");
  expect(textOf(bytes.subarray(8, 12))).toBe("WAVE");
  expect(new DataView(bytes.buffer).getUint32(4, true), "the size is all that follows it").toBe(bytes.length - 8);
  return chunksIn(bytes.subarray(12));
}

describe("a WAV file", () => {
  it("has the sentences with their silences, and says how long it is", async () => {
    const bytes = await write(TAGS, [
      [0, [1, -2]],
      [3, [300, -32_768]],
    ]);
    const chunks = riff(bytes);
    expect(chunks.map(({ name }) => name)).toEqual(["fmt ", "LIST", "data"]);
    const data = chunks[2]!.content;
    expect([...new Int16Array(data.slice().buffer)]).toEqual([1, -2, 0, 0, 0, 300, -32_768]);
    const format = new DataView(chunks[0]!.content.slice().buffer);
    expect([0, 2, 12, 14].map((at) => format.getUint16(at, true))).toEqual([1, 1, 2, 16]);
    expect([4, 8].map((at) => format.getUint32(at, true))).toEqual([22_050, 44_100]);
  });

  it.each(["A", "Ab", "Où", "日本語のタイトル"])("carries the title “%s”", async (title) => {
    const [, list] = riff(await write({ title }, [[0, [1]]]));
    expect(textOf(list!.content.subarray(0, 4))).toBe("INFO");
    expect(chunksIn(list!.content.subarray(4)).map(({ name, content }) => [name, textOf(content)])).toEqual([
      ["INAM", `${title}\0`],
    ]);
  });

  it("carries writer, source and date where they are known", async () => {
    const [, list] = riff(await write(TAGS, [[0, [1]]]));
    const tags = chunksIn(list!.content.subarray(4)).map(({ name, content }) => [name, textOf(content).slice(0, -1)]);
    expect(Object.fromEntries(tags)).toEqual({
      INAM: TAGS.title,
      IART: TAGS.artist,
      IPRD: TAGS.album,
      ICRD: TAGS.date,
    });
  });

  it("refuses what its counters cannot count", () => {
    expect(() => taggedWavHeader(2 ** 31, 22_050, TAGS)).toThrow(RangeError);
    expect(taggedWavHeader(2 ** 30, 22_050, TAGS).length).toBeGreaterThan(44);
  });
});
