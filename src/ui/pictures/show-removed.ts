import type { App } from "#state/app.ts";
import type { PutBack } from "#state/removing.ts";
import { showNotice } from "../parts/show-notice.tsx";
import { removingWords as words } from "./words.ts";

const { label, dismiss } = words;

/** Says that an article has gone, with a way to have it back until the reader puts that away or opens an article. */
export function showRemoved(app: App, title: string, putBack: PutBack): void {
  const undo = async () => {
    if (await putBack()) {
      notice.close();
      app.announcer.say(words.back(title));
    } else {
      const action = { label: words.again, onPress };
      notice.tell({ label, text: words.notBack(title), dismiss, action, stays: true });
    }
  };
  const onPress = () => void undo();
  const notice = showNotice(app, {
    label,
    text: words.removed(title),
    dismiss,
    action: { label: words.undo, onPress },
  });
}

/** Says that an article is still there, though the reader wanted to be rid of it. */
export function showNotRemoved(app: App, title: string): void {
  showNotice(app, { label: words.notRemovedLabel, text: words.notRemoved(title), dismiss });
}
