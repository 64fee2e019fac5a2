/**
 * Single keys for the read-aloud player. They are off until the reader turns them on, and each can be another one: WCAG 2.1.4
 * (https://www.w3.org/TR/WCAG22/#character-key-shortcuts), for who dictates, and who presses keys without meaning to.
 */
export const PLAYER_ACTIONS = [
  "toggle",
  "next",
  "previous",
  "nextParagraph",
  "previousParagraph",
  "skipOn",
  "skipBack",
  "faster",
  "slower",
] as const;
export type PlayerAction = (typeof PLAYER_ACTIONS)[number];

/** The reader's own key for some of them, by its name. */
export type PlayerKeys = Readonly<Partial<Record<PlayerAction, string>>>;

const USUAL: Readonly<Record<PlayerAction, readonly string[]>> = {
  toggle: ["Space", "K"],
  next: ["ArrowRight"],
  previous: ["ArrowLeft"],
  nextParagraph: ["Shift+ArrowRight"],
  previousParagraph: ["Shift+ArrowLeft"],
  skipOn: ["L"],
  skipBack: ["J"],
  faster: ["]"],
  slower: ["["],
};

/** Keys that are not signs and may be used. The others move the focus, close things, or press what has the focus. */
const NAMED = /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down)|F\d{1,2})$/;

/** What is used of a `KeyboardEvent`. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * The name of a single key: its sign in upper case, "Space", or the name that `KeyboardEvent.key` gives it, with "Shift+" before the
 * last two where that is held. Undefined for what cannot be one.
 */
export function keyName({ key, code, shiftKey, altKey, ctrlKey, metaKey }: Pressed): string | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const shift = shiftKey ? "Shift+" : "";
  if (key === " ") return `${shift}Space`;
  if (NAMED.test(key)) return shift + key;
  if (Array.from(key).length !== 1) return undefined;
  // Where letters are not Latin, the key's place on the keyboard counts.
  return /^Key[A-Z]$/.test(code) && !/^[\p{sc=Latin}\p{sc=Common}]$/u.test(key) ? code.slice(3) : key.toUpperCase();
}

/** The names of the keys that do it. */
export function keysOf(action: PlayerAction, own: PlayerKeys): readonly string[] {
  const key: unknown = own[action];
  return typeof key === "string" && key !== "" ? [key] : USUAL[action];
}

/** What a key does; undefined for nothing. */
export function actionOf(name: string | undefined, own: PlayerKeys): PlayerAction | undefined {
  return name === undefined ? undefined : PLAYER_ACTIONS.find((action) => keysOf(action, own).includes(name));
}
