/**
 * What encodes: fetched when it is first wanted and kept like the rest of the built-in voice, for few need it. Where it cannot be had
 * there is WAV, which needs nothing.
 */
export const loadOpusFile = () => import("./opus-file.ts");
/** What writes to the disk. Where it cannot be had there is memory. */
export const loadDiskSink = () => import("./disk-sink.ts");
