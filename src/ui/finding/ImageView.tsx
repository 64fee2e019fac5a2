import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenArticle } from "#state/reader.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { Stepper } from "../parts/Stepper.tsx";
import { Copied } from "./Copied.tsx";
import { findingWords as labels } from "./words.ts";

/** How many times as large as it fits into the window, in percent. */
const SIZES = [100, 150, 200, 300, 400, 600] as const;

interface ImageViewProps {
  open: OpenArticle;
  figure: HTMLElement;
  onClose(): void;
}

/** An image of the article in a window of its own, with its description and caption as text. */
export function ImageView({ open, figure, onClose }: ImageViewProps) {
  const [size, setSize] = useState<number>(100);
  const scroller = useRef<HTMLDivElement>(null);
  const image = figure.querySelector("img")!;
  const caption = figure.querySelector("figcaption");
  const { lang, dir } = open.article.record;
  // What stands in the page where nobody described it are the app's words.
  const description = open.leaves[Number(image.id.slice(1))]?.image?.alt;

  useEffect(() => {
    const { naturalWidth, naturalHeight, width, height } = image;
    const ratio = (naturalWidth || width) / (naturalHeight || height) || 1;
    scroller.current!.style.setProperty("--ratio", `${ratio}`);
  }, [image]);

  const resize = (next: number) => {
    const box = scroller.current!;
    const x = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
    const y = (box.scrollTop + box.clientHeight / 2) / box.scrollHeight;
    box.style.setProperty("--zoom", `${next / 100}`);
    // What was in the middle stays there.
    box.scrollTo(x * box.scrollWidth - box.clientWidth / 2, y * box.scrollHeight - box.clientHeight / 2);
    // A stop for the keyboard while there is something to scroll.
    if (next > 100) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
    setSize(next);
  };
  return (
    <Sheet id="image-title" title={labels.image} closeLabel={labels.close} shape="image-view" onClose={onClose}>
      <Stepper
        id="image-size"
        label={labels.imageSize}
        stops={SIZES}
        value={size}
        format={labels.percent}
        lessLabel={labels.zoomOut}
        moreLabel={labels.zoomIn}
        onChange={resize}
      />
      {/* Its description stands below as text; as the image's own it would be said twice. */}
      <div ref={scroller} class="image-scroller" role="region" aria-label={labels.imagePart}>
        <img src={image.src} alt="" />
      </div>
      {caption && <Copied of={caption} class="image-caption" />}
      {description === undefined ? (
        <p class="explained">{labels.noDescription}</p>
      ) : (
        <p class="explained" lang={lang} dir={dir}>
          {description}
        </p>
      )}
    </Sheet>
  );
}
