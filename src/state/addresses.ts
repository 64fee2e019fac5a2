/** Every address of the web in a text, in its order and each once; what a sentence has put behind one is no part of it. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [match] of text.matchAll(/https?:\/\/[^\s<>"“”«»„{}|\\^`]+/gi)) {
    const address = parse(withoutTail(match));
    if (address) found.add(address);
  }
  if (found.size > 0) return [...found];
  // As people write them: a host with a dot in it and perhaps a path, and nothing else.
  const bare = text.trim();
  const address = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$/u.test(bare)
    ? parse(`https://${bare}`)
    : undefined;
  return address ? [address] : [];
}

/** Closing signs that belong to the sentence: a bracket only where the address opens none. */
function withoutTail(match: string): string {
  let address = match;
  for (;;) {
    const last = address.at(-1)!;
    const unopened = { ")": "(", "]": "[" }[last];
    const isTail = unopened
      ? count(address, unopened) < count(address, last)
      : /[.,;:!?'’…。、，！？）】」』]/.test(last);
    if (!isTail) return address;
    address = address.slice(0, -1);
  }
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

function parse(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
