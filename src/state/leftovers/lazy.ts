/** The door for `import()` of what clears up. Nobody has asked for that: where the part is gone, no notice says so. */
export const loadDiskSink = () => import("#speech/built-in/save-audio/disk-sink.ts");
