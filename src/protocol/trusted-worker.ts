import { TRUSTED_TYPES_POLICY } from "./content-security-policy.ts";

interface Policy {
  createScriptURL(url: string): unknown;
}

let policy: Policy | undefined;

/**
 * The address of one of our own workers, for `new Worker` or `register`. Under Trusted Types it has to come from the app's one policy,
 * and the policy knows these: the service worker's, and those of the built-in voice's, of the ones that read PDFs, shrink pictures and fetch from other sites (as they are built, and in development). Throws a TypeError for any other.
 */
export function trustedWorker(url: string): string {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };
  };
  policy ??= trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, {
    createScriptURL(asked) {
      if (
        /^\/(?!\/)(.*\/)?(sw\.js|(voice\/synthesis|pdf\/reading|assets\/shrinking|fetching\/direct)-[\w-]+\.js|(synthesis|reading|shrinking|direct)\.ts\?[\w&=]+)$/.test(
          asked,
        )
      )
        return asked;
      throw new TypeError(asked);
    },
  });
  return (policy?.createScriptURL(url) ?? url) as string;
}
