declare module "voice:guides" {
  /** Addresses under the app's base, made by `publishing/voice-guides-plugin.ts`. */
  export const guideAddresses: Record<string, string>;
}
