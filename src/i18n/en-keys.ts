import type { ArticleAction } from "#domain/article-keys.ts";
import type { PlayerAction } from "#domain/player-keys.ts";

const actions: Readonly<Record<PlayerAction, string>> = {
  toggle: "Play and pause",
  next: "Next sentence",
  previous: "Previous sentence",
  nextParagraph: "Next paragraph",
  previousParagraph: "Previous paragraph",
  skipOn: "15 seconds on",
  skipBack: "15 seconds back",
  faster: "Faster",
  slower: "Slower",
};

const names: Readonly<Record<string, string>> = {
  ArrowRight: "Right arrow",
  ArrowLeft: "Left arrow",
  ArrowUp: "Up arrow",
  ArrowDown: "Down arrow",
  PageUp: "Page up",
  PageDown: "Page down",
  "[": "Left bracket [",
  "]": "Right bracket ]",
};

const key = (name: string): string =>
  name.startsWith("Shift+") ? `Shift + ${key(name.slice("Shift+".length))}` : (names[name] ?? name);

/** The words of the list of keys, fetched when it is first opened. */
export const enKeys = {
  title: "Keys",
  close: "Close",
  everywhere: "In an article",
  inArticle: {
    contents: "Contents",
    find: "Find in the article",
    where: "Say where you are",
    keys: "These keys",
    listen: "Listen from the selected text, or from where you are",
    play: "Listen: play and pause",
    sentence: "Stop the voice and go to its sentence",
  } satisfies Record<ArticleAction, string>,
  ofOrca:
    "The screen reader Orca takes Alt + Shift with C, F, K, L and P for lists of its own. D, J, N, S, W, Y and Z are free there.",
  besideOrca: "Use letters that Orca leaves free",
  wereSet: "The letters that Orca leaves free are in use.",
  shortcut: (letter: string, isMac: boolean) => `${isMac ? "Option" : "Alt"} + Shift + ${letter}`,
  escape: "Escape",
  toToolbar: "Show the toolbar and go to it",
  player: "While the player is open",
  singleKeys: "Single keys for the player",
  singleKeysExplained:
    "They work while the player is open, except in a control that needs the key itself. Leave them off if you dictate, or if keys get pressed by accident.",
  actions,
  key,
  or: "or",
  change: "Change",
  changeOf: (action: string) => `Change: ${action}`,
  pressKey: "Press the new key",
  pressKeyFor: (action: string) => `Press the new key for “${action}”. Escape keeps the old one.`,
  changed: (action: string, name: string) => `“${action}” now has the key ${name}.`,
  conflict: (name: string, action: string) => `${name} is the key of “${action}”. Press another one.`,
  noLetter: "That is not a letter from A to Z. Press one, alone or together with these keys.",
  unusable: "That key is needed for moving about. Press another one.",
  reset: "Back to the usual keys",
  wasReset: "The usual keys are back.",
};

export type KeysWords = typeof enKeys;
