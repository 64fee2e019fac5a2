/** Opus in Ogg: the browser encodes, mediabunny writes what is around it. */
import { AppendOnlyStreamTarget, EncodedAudioPacketSource, EncodedPacket, OggOutputFormat, Output } from "mediabunny";
import { type AudioFile, type AudioTags, OPUS_BITRATE } from "./audio-file.ts";
import type { OpenSink, Sink } from "./sink.ts";

/** The encoder may be so many pieces behind: each is a sentence, and they are in memory meanwhile. */
const MOST_WAITING = 8;

function configuration(sampleRate: number): AudioEncoderConfig {
  return { codec: "opus", sampleRate, numberOfChannels: 1, bitrate: OPUS_BITRATE };
}

/** Whether this browser encodes Opus from samples at this rate. Never rejects. */
export async function canEncodeOpus(sampleRate: number): Promise<boolean> {
  if (!("AudioEncoder" in globalThis)) return false;
  const answer = await AudioEncoder.isConfigSupported(configuration(sampleRate)).catch(() => undefined);
  return answer?.supported === true;
}

/** An Ogg file with Opus in it and the tags as its comments (https://www.rfc-editor.org/rfc/rfc7845). Rejects where the encoder does not start, with nothing left behind. */
export async function createOpusFile(sampleRate: number, tags: AudioTags, openSink: OpenSink): Promise<AudioFile> {
  const sink = await openSink();
  try {
    return await writeOpus(sampleRate, tags, sink);
  } catch (error) {
    sink.discard();
    throw error;
  }
}

async function writeOpus(sampleRate: number, tags: AudioTags, sink: Sink): Promise<AudioFile> {
  const source = new EncodedAudioPacketSource("opus");
  const output = new Output({
    format: new OggOutputFormat(),
    target: new AppendOnlyStreamTarget(
      new WritableStream<Uint8Array>({ write: (bytes) => sink.write(new Blob([bytes.slice()])) }),
    ),
  });
  output.addAudioTrack(source);
  const { date, ...texts } = tags;
  output.setMetadataTags({ ...texts, ...(date && { date: new Date(date) }) });
  await output.start();

  let samples = 0;
  let written: Promise<void> = Promise.resolve();
  let fail: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => (fail = reject));
  failure.catch(() => {});
  const encoder = new AudioEncoder({
    output(chunk, meta) {
      written = written.then(() => source.add(EncodedPacket.fromEncodedChunk(chunk), meta));
      written.catch(fail);
    },
    error: fail,
  });
  encoder.configure(configuration(sampleRate));

  /** An encoder that has failed never has room again. */
  async function room(): Promise<void> {
    while (encoder.encodeQueueSize > MOST_WAITING)
      await new Promise((resolve) => encoder.addEventListener("dequeue", resolve, { once: true }));
  }

  function encode(data: Int16Array<ArrayBuffer>): void {
    if (data.length === 0) return;
    const timestamp = Math.round((samples * 1e6) / sampleRate);
    const piece = {
      format: "s16" as const,
      sampleRate,
      numberOfChannels: 1,
      numberOfFrames: data.length,
      timestamp,
      data,
    };
    const audio = new AudioData(piece);
    samples += data.length;
    encoder.encode(audio);
    audio.close();
  }

  return {
    async add(silence, pcm) {
      const sentence = new Int16Array(await pcm.arrayBuffer());
      await Promise.race([room(), failure]);
      encode(new Int16Array(silence));
      encode(sentence);
    },
    async finish() {
      await Promise.race([encoder.flush(), failure]);
      encoder.close();
      await written;
      await output.finalize();
      return sink.finish("audio/ogg");
    },
    discard() {
      if (encoder.state !== "closed") encoder.close();
      if (output.state !== "finalized") output.cancel().catch(() => {});
      sink.discard();
    },
  };
}
