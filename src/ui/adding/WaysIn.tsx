import type { ComponentChildren, RefObject } from "preact";
import { useApp } from "../app-context.ts";
import { BookmarkLink } from "./BookmarkLink.tsx";
import { bookmarkletAddress } from "./bookmarklet.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Steps } from "./OtherWays.tsx";
import { waysInWords as words } from "./words.ts";

/** How to add from outside the app. Closed until it is looked for; `bookmark` is the part about the bookmark. */
export function WaysIn({ bookmark }: { bookmark: RefObject<HTMLDetailsElement | null> }) {
  const { base } = useApp();
  const app = new URL(base, location.href).href;
  const script = bookmarkletAddress(app);
  return (
    <section class="add-section" aria-labelledby="ways-in">
      <h2 id="ways-in">{words.title}</h2>
      <details ref={bookmark} class="way-in">
        <summary>
          <h3>{words.bookmark.title}</h3>
        </summary>
        <div class="way-in-steps">
          <p>{words.bookmark.explained}</p>
          <BookmarkLink address={script} />
          <CopyButton
            value={script}
            label={words.bookmark.copy}
            copied={words.bookmark.copied}
            byHand={words.bookmark.copyByHand}
          />
          {words.bookmark.browsers.map(({ name, steps }) => (
            <HowTo key={name} title={name}>
              <Steps steps={steps} />
            </HowTo>
          ))}
          <p>{words.bookmark.use}</p>
        </div>
      </details>
      <details class="way-in">
        <summary>
          <h3>{words.share.title}</h3>
        </summary>
        <div class="way-in-steps">
          <HowTo title={words.share.android}>
            <Steps steps={words.share.androidSteps} />
          </HowTo>
          <HowTo title={words.share.ios}>
            <p>{words.share.iosExplained}</p>
            <Steps steps={words.share.iosSteps} />
            <p>
              {words.share.iosAddress} <code>{`${app}add?url=`}</code>
            </p>
            <CopyButton
              value={`${app}add?url=`}
              label={words.share.copy}
              copied={words.share.copied}
              byHand={words.share.iosAddress}
            />
            <p>{words.share.iosUse}</p>
            <p class="explained">{words.share.iosStorage}</p>
          </HowTo>
        </div>
      </details>
    </section>
  );
}

function HowTo({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div>
      <h4>{title}</h4>
      {children}
    </div>
  );
}
