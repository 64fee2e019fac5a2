/**
 * Keeps `--covered-start` and `--covered-end` on the root at the heights that fixed bars cover at either end of the window, so
 * that nothing focused or scrolled to ends up beneath them (WCAG 2.4.12).
 */
export function watchCoveredEdges(bar: HTMLElement, panel: HTMLElement): () => void {
  const roots = [bar, panel];
  const style = document.documentElement.style;
  const update = () => {
    let start = 0;
    let end = 0;
    for (const root of roots) {
      const element = root.firstElementChild;
      // Both bars stand at the foot of a phone: the player above the toolbar, by its height.
      if (root === panel) style.setProperty("--bar-end", `${end}px`);
      if (!element || getComputedStyle(element).position !== "fixed") continue;
      const { height } = element.getBoundingClientRect();
      if (getComputedStyle(element).insetBlockStart === "0px") start += height;
      else end += height;
    }
    style.setProperty("--covered-start", `${start}px`);
    style.setProperty("--covered-end", `${end}px`);
  };
  const sizes = new ResizeObserver(update);
  const watch = () => {
    sizes.disconnect();
    for (const root of roots) if (root.firstElementChild) sizes.observe(root.firstElementChild);
    sizes.observe(document.documentElement);
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
