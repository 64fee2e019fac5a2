/** Gives the focus to an element of the article that could not have it otherwise, and takes the possibility back with it. */
export function takeFocus(element: HTMLElement | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}
