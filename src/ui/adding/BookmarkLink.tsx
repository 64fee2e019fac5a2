import { useEffect, useRef, useState } from "preact/hooks";
import bookmarkIcon from "icon:bookmark";
import { Icon } from "../parts/Icon.tsx";
import { waysInWords } from "./words.ts";

const words = waysInWords.bookmark;

/**
 * The bookmark itself, to be dragged to where bookmarks are. Pressed here it says so: our own policy lets no such address run, and
 * there is nothing on this page to hand over.
 */
export function BookmarkLink({ address }: { address: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    const say = (event: Event) => {
      event.preventDefault();
      setPressed(true);
    };
    const element = link.current;
    element?.addEventListener("click", say);
    return () => element?.removeEventListener("click", say);
  }, []);
  return (
    <div>
      <p id="bookmark-drag">{words.dragMe}</p>
      <a ref={link} class="button bookmark-link" href={address} draggable aria-describedby="bookmark-drag">
        <Icon shapes={bookmarkIcon} />
        <span>{words.link}</span>
      </a>
      {pressed && <p role="alert">{words.dragMe}</p>}
    </div>
  );
}
