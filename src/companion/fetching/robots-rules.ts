/** The rules of a robots.txt for one kind of visitor: https://www.rfc-editor.org/rfc/rfc9309 */
export interface RobotsRules {
  /** `path` is the path of an address with its query. */
  allows(path: string): boolean;
}

interface Rule {
  isAllowed: boolean;
  pattern: string;
}

/**
 * The rules of the groups that name `product`, whatever its case; a file that does not name it allows everything. Rules for everybody (`*`) are
 * left out on purpose: they are written for programs that go from page to page by themselves.
 */
export function parseRobots(text: string, product: string): RobotsRules {
  const rules: Rule[] = [];
  let isOurs = false;
  let isNaming = false;
  for (const line of text.split(/\r\n?|\n/)) {
    // By hand: a pattern with blanks on both sides of a value goes through a line of nothing but blanks once for each of them.
    const [said = ""] = line.split("#", 1);
    const colon = said.indexOf(":");
    const value = said.slice(colon + 1).trim();
    const key = said.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    switch (key) {
      case "user-agent":
        // Names that follow one another share one group.
        if (!isNaming) isOurs = false;
        isNaming = true;
        if (/^[a-z_-]*/i.exec(value)?.[0].toLowerCase() === product.toLowerCase()) isOurs = true;
        break;
      case "allow":
      case "disallow":
        isNaming = false;
        if (isOurs && value !== "") rules.push({ isAllowed: key === "allow", pattern: normalise(value) });
        break;
    }
  }
  return { allows: (path) => judge(rules, normalise(path)) };
}

/** The longest pattern that matches decides; of two, the one that allows. */
function judge(rules: readonly Rule[], path: string): boolean {
  let best: Rule | undefined;
  for (const rule of rules) {
    const length = best?.pattern.length ?? -1;
    const isBetter = rule.pattern.length > length || (rule.pattern.length === length && rule.isAllowed);
    if (isBetter && matches(rule.pattern, path)) best = rule;
  }
  return best?.isAllowed ?? true;
}

/** `*` stands for any characters, `$` for the end. Takes the first place for each piece, so it needs no going back. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith("$");
  const [first = "", ...pieces] = (isAnchored ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isAnchored ? pieces.pop() : undefined;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isAnchored) return true;
  return last === undefined ? at === path.length : path.endsWith(last) && path.length - last.length >= at;
}

/** Both sides in one form: what is not ASCII as octets, what need not be written as octets as itself (RFC 9309 §2.2.2). */
function normalise(path: string): string {
  return path
    .replace(/[^\x20-\x7e]+/gu, (characters) => encodeURIComponent(characters))
    .replace(/%([0-9a-f]{2})/gi, (octet, digits: string) => {
      const character = String.fromCharCode(Number.parseInt(digits, 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : octet.toUpperCase();
    });
}
