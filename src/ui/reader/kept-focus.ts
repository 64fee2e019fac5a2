/**
 * Takes up the focus when the control of the player that has it is taken away, as happens to "Try again" when a voice is found and to
 * all of them when the player is closed: to what is left of the player, else to the button that opens it. A focus that is lost
 * throws readers with a keyboard or screen reader back to the top of the page. Returns the way to stop.
 */
export function keepFocus(panel: HTMLElement, bar: HTMLElement): () => void {
  let focused: Element | undefined;
  const remember = ({ target }: Event) => {
    focused = target instanceof Element ? target : undefined;
  };
  // Where browsers tell of a focus that goes with its element (not all do), they tell it while the element is still there.
  const forget = ({ target }: Event) => {
    queueMicrotask(() => {
      if (focused === target && focused?.isConnected) focused = undefined;
    });
  };
  const changes = new MutationObserver(() => {
    if (!focused || focused.isConnected) return;
    focused = undefined;
    const control = panel.querySelector<HTMLElement>(".primary") ?? panel.querySelector("button");
    (control ?? bar.querySelector<HTMLElement>(".bar-actions > button:last-of-type"))?.focus();
  });
  panel.addEventListener("focusin", remember);
  panel.addEventListener("focusout", forget);
  changes.observe(panel, { childList: true, subtree: true });
  return () => {
    changes.disconnect();
    panel.removeEventListener("focusin", remember);
    panel.removeEventListener("focusout", forget);
  };
}
