declare module "hyphen" {
  interface HyphenOptions {
    hyphenChar?: string;
    html?: boolean;
    minWordLength?: number;
  }
  export default function createHyphenator(patterns: unknown, options?: HyphenOptions): (text: string) => string;
}

declare module "hyphen/patterns/*" {
  const patterns: unknown;
  export default patterns;
}
