/**
 * The worker's one door for `import()`. espeak-ng's code is not bundled: it stays the file that its authors have made, under its own
 * licence. The address is one of our own origin, or the policy of the page forbids it.
 */
export function loadCode<Code>(address: string): Promise<Code> {
  return import(/* @vite-ignore */ address) as Promise<Code>;
}
