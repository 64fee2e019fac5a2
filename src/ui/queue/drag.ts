/**
 * Lets a list item follow the pointer that has taken it by its handle, and tells at the end by how many places it was moved. The list itself
 * is left alone meanwhile: an element that is moved in the document loses its pointer. An extra beside buttons, never the only way.
 */
export function startDrag(event: PointerEvent, onMoved: (by: number) => void): void {
  const item = event.target instanceof Element ? event.target.closest("li") : null;
  const list = item?.parentElement;
  if (!item || !list || event.button !== 0) return;
  event.preventDefault();
  const items = [...list.children];
  const from = items.indexOf(item);
  const middles = items.map((other) => {
    const { top, height } = other.getBoundingClientRect();
    return top + height / 2;
  });
  const start = event.clientY;
  const end = new AbortController();
  const { signal } = end;
  let by = 0;
  const finish = () => {
    end.abort();
    item.style.removeProperty("translate");
    delete item.dataset["dragged"];
  };
  item.dataset["dragged"] = "";
  addEventListener(
    "pointermove",
    ({ clientY }) => {
      const middle = middles[from]! + clientY - start;
      item.style.setProperty("translate", `0 ${clientY - start}px`);
      by = middles.filter((other, index) => index !== from && other < middle).length - from;
    },
    { signal },
  );
  addEventListener("pointercancel", finish, { signal });
  addEventListener(
    "pointerup",
    () => {
      finish();
      if (by !== 0) onMoved(by);
    },
    { signal },
  );
}
