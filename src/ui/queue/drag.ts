/** How near to the edge of what scrolls the pointer has to be held, and by how much a frame it scrolls then; CSS pixels. */
const EDGE = 48;
const PULL = 6;

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
  const scroller = scrollerOf(list);
  const scrolledFirst = scroller.scrollTop;
  const end = new AbortController();
  const { signal } = end;
  let by = 0;
  let pointer = start;
  let frame = 0;
  const follow = () => {
    const moved = pointer - start + scroller.scrollTop - scrolledFirst;
    const middle = middles[from]! + moved;
    item.style.setProperty("translate", `0 ${moved}px`);
    by = middles.filter((other, index) => index !== from && other < middle).length - from;
  };
  /** A list that is longer than its sheet comes along while the pointer is held at an edge of it. */
  const pull = () => {
    const { top, bottom } = scroller.getBoundingClientRect();
    const step = pointer < top + EDGE ? -PULL : pointer > bottom - EDGE ? PULL : 0;
    if (step !== 0) scroller.scrollTop += step;
    follow();
    frame = requestAnimationFrame(pull);
  };
  const finish = () => {
    end.abort();
    cancelAnimationFrame(frame);
    item.style.removeProperty("translate");
    delete item.dataset["dragged"];
  };
  item.dataset["dragged"] = "";
  addEventListener(
    "pointermove",
    ({ clientY }) => {
      pointer = clientY;
      follow();
      if (frame === 0) frame = requestAnimationFrame(pull);
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

/** What scrolls the list: a sheet, or the page. */
function scrollerOf(list: Element): Element {
  for (let element = list.parentElement; element; element = element.parentElement) {
    if (element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY))
      return element;
  }
  return document.scrollingElement ?? document.documentElement;
}
