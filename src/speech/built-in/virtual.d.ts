declare module "voice:files" {
  /** `VoiceFiles`, made by `publishing/voice-packs-plugin.ts`. */
  export const voiceFiles: object;
}
