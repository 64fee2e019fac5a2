/**
 * Keeps `--covered-start` and `--covered-end` on the root at the heights that fixed bars, and notices that stick below them, cover at
 * either end of the window, so that nothing focused or scrolled to ends up beneath them (WCAG 2.4.12); and `--foot` at the height of
 * what stands at the foot of the window, covering text or beside it, for what floats above.
 */
export function watchCoveredEdges(bar: HTMLElement, panel: HTMLElement, notices: HTMLElement): () => void {
  const roots = [bar, panel];
  const style = document.documentElement.style;
  const update = () => {
    let start = 0;
    let end = 0;
    let foot = 0;
    for (const element of barsIn(roots)) {
      const { position } = getComputedStyle(element);
      const { height, top } = element.getBoundingClientRect();
      if (top > innerHeight / 2) foot = Math.max(foot, innerHeight - top);
      if (position === "fixed") {
        if (Number.parseFloat(getComputedStyle(element).insetBlockStart) <= start) start += height;
        else end += height;
      }
      // What comes after the toolbar stands beside it, by its height: the player above it at the foot of a phone.
      if (element === bar.firstElementChild) {
        style.setProperty("--bar-start", `${start}px`);
        style.setProperty("--bar-end", `${end}px`);
      }
    }
    style.setProperty("--notices-start", `${start}px`);
    if (getComputedStyle(notices).position === "sticky") start += notices.offsetHeight;
    style.setProperty("--covered-start", `${start}px`);
    style.setProperty("--covered-end", `${end}px`);
    style.setProperty("--foot", `${Math.max(foot, end)}px`);
  };
  const sizes = new ResizeObserver(update);
  const watch = () => {
    sizes.disconnect();
    for (const element of barsIn(roots)) sizes.observe(element);
    sizes.observe(document.documentElement);
    sizes.observe(notices);
    update();
  };
  const children = new MutationObserver(watch);
  for (const root of roots) children.observe(root, { childList: true });
  watch();
  return () => {
    sizes.disconnect();
    children.disconnect();
  };
}

/** Dialogs lie over everything, and what floats over the foot of the text leaves the text beside it in view. */
function barsIn(roots: readonly HTMLElement[]): Element[] {
  return roots.flatMap((root) => [...root.children]).filter((element) => !element.matches("dialog, .at-foot"));
}
