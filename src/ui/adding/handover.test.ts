import { describe, expect, it, vi } from "vitest";
import { bookmarkletAddress } from "./bookmarklet.ts";
import { pageIn, receivePage, type Receiver } from "./handover.ts";

const FROM = "https://news.example";
const PAGE = { address: "https://news.example/a?b#c", title: "A title", html: "<html></html>" };
const HANDED = { from: FROM, ...PAGE };
const message = (patch: object = {}) => ({ lectern: "page", nonce: "n", ...PAGE, ...patch });

describe("a page in a message", () => {
  it("is taken as it was sent", () => {
    expect(pageIn(message(), "n", FROM)).toEqual(HANDED);
  });

  it("comes from where the browser says, whatever else is in the message", () => {
    expect(pageIn(message({ from: "https://bank.example" }), "n", FROM)).toEqual(HANDED);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "page"],
    ["another message", message({ lectern: "ready" })],
    ["an answer to another question", message({ nonce: "m" })],
    ["no address", message({ address: undefined })],
    ["no title", message({ title: 1 })],
    ["no markup", message({ html: { toString: () => "<html>" } })],
    ["empty markup", message({ html: "" })],
    ["too much markup", message({ html: "a".repeat(10_000_001) })],
    ["too long an address", message({ address: `https://news.example/${"a".repeat(9000)}` })],
    ["no real address", message({ address: "news.example" })],
    ["the address of somebody else", message({ address: "https://other.example/a" })],
    ["the address of another port", message({ address: "https://news.example:8443/a" })],
    ["an address that is not of the web", message({ address: "file:///etc/passwd" })],
    ["a script for an address", message({ address: "javascript:alert(1)" })],
  ])("is refused: %s", (_, data) => {
    expect(pageIn(data, "n", FROM)).toBeUndefined();
  });

  it("is refused from a page without an origin", () => {
    expect(pageIn(message(), "n", "null")).toBeUndefined();
  });
});

class FakeReceiver extends EventTarget {
  readonly asked: { message: { lectern: string; nonce: string }; target: string }[] = [];
  readonly opener = { postMessage: (message: never, target: string) => void this.asked.push({ message, target }) };

  send(data: unknown, source: unknown = this.opener): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data, source, origin: FROM }));
  }

  asReceiver = () => this as unknown as Receiver;
}

describe("receiving a page", () => {
  it("asks the tab that opened this one, and takes its answer", async () => {
    const receiver = new FakeReceiver();
    const page = receivePage(receiver.asReceiver());
    const { message: asked } = receiver.asked[0]!;
    expect(asked.lectern).toBe("ready");
    receiver.send(message({ nonce: asked.nonce }));
    await expect(page).resolves.toEqual(HANDED);
  });

  it("asks anew each time", () => {
    const receiver = new FakeReceiver();
    void receivePage(receiver.asReceiver());
    void receivePage(receiver.asReceiver());
    expect(receiver.asked[0]!.message.nonce).not.toBe(receiver.asked[1]!.message.nonce);
  });

  it("takes one answer, and from nobody else", async () => {
    vi.useFakeTimers();
    const receiver = new FakeReceiver();
    const removed = vi.spyOn(receiver, "removeEventListener");
    const page = receivePage(receiver.asReceiver());
    const { nonce } = receiver.asked[0]!.message;
    receiver.send(message({ nonce, title: "From a frame" }), {});
    expect(removed).not.toHaveBeenCalled();
    receiver.send(message({ nonce }));
    receiver.send(message({ nonce, title: "The second" }));
    await expect(page).resolves.toEqual(HANDED);
    expect(removed).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it("gives up after a while, and at once where the tie has been cut", async () => {
    vi.useFakeTimers();
    const page = receivePage(new FakeReceiver().asReceiver());
    await vi.advanceTimersByTimeAsync(2000);
    await expect(page).resolves.toBeUndefined();
    vi.useRealTimers();
    const alone = Object.assign(new EventTarget(), { opener: null }) as unknown as Receiver;
    await expect(receivePage(alone)).resolves.toBeUndefined();
  });
});

const { runInNewContext } = await vi.importActual<{ runInNewContext(code: string, globals: object): void }>("node:vm");

/** What the bookmarklet reads of an element of a page that is not ours. */
function fakeElement(markup: string, within: object[] = []) {
  return {
    // oxlint-disable-next-line lectern/no-html-strings
    outerHTML: markup,
    textContent: "",
    append() {},
    cloneNode: () => fakeElement(markup.replace(/>.*<(?=.html>$)/, "><")),
    querySelectorAll: () => within,
  };
}

/** A page for the bookmarklet to run in, as far as it uses one. */
function fakePage(selected = "", root: object = fakeElement(PAGE.html)) {
  const opened: string[] = [];
  const sent: { message: unknown; target: string }[] = [];
  const app = { postMessage: (message: unknown, target: string) => void sent.push({ message, target }) };
  const events = new EventTarget();
  const page = {
    document: { title: PAGE.title, documentElement: root, createElement: () => fakeElement("") },
    location: { href: PAGE.address },
    open: (address: string): typeof app | null => (opened.push(address), app),
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    getSelection: () => Object.assign(selected, { rangeCount: 0 }),
  };
  const hear = (data: unknown, origin = "https://lectern.example", source: unknown = app) =>
    events.dispatchEvent(Object.assign(new Event("message"), { data, origin, source }));
  return { page, opened, sent, hear };
}

describe("the bookmark", () => {
  const address = bookmarkletAddress("https://lectern.example/reader/");
  const script = decodeURIComponent(address.replace(/^javascript:/, ""));
  const opens = "https://lectern.example/reader/add?handover=1#https%3A%2F%2Fnews.example%2Fa%3Fb%23c";

  it("is an address on one line, short enough for every browser's bookmarks", () => {
    expect(address).toMatch(/^javascript:[!-~]+$/);
    expect(address.length).toBeLessThan(2000);
  });

  it("opens the app with the page's address, and answers its question once, to the app alone", () => {
    const { page, opened, sent, hear } = fakePage();
    runInNewContext(script, page);
    expect(opened).toEqual([opens]);
    hear({ lectern: "ready", nonce: "n" }, "https://other.example");
    hear({ lectern: "ready", nonce: "n" }, "https://lectern.example", {});
    hear("ready");
    hear(null);
    expect(sent).toEqual([]);
    hear({ lectern: "ready", nonce: "n" });
    hear({ lectern: "ready", nonce: "again" });
    expect(sent).toEqual([{ message: message(), target: "https://lectern.example" }]);
  });

  it("hands over what is in shadow roots, where the browser can write them", () => {
    const inner = fakeElement("", [{}]);
    const outer = fakeElement("", [{ shadowRoot: inner }]);
    const root = fakeElement('<html lang="en"><body>As ever</body></html>', [{}, { shadowRoot: outer }]);
    const asked: unknown[] = [];
    const getHTML = (options: unknown) => (asked.push(options), "<body>With roots</body>");
    const { page, sent, hear } = fakePage("", { ...root, getHTML });
    runInNewContext(script, page);
    hear({ lectern: "ready", nonce: "n" });
    expect(asked).toEqual([{ shadowRoots: [outer, inner], serializableShadowRoots: true }]);
    expect(sent).toMatchObject([{ message: { html: '<html lang="en"><body>With roots</body>' } }]);
  });

  it("gives way to the app where no second tab opens", () => {
    const { page, sent } = fakePage();
    page.open = () => null;
    runInNewContext(script, page);
    expect(page.location.href).toBe(opens);
    expect(sent).toEqual([]);
  });
});

it("a title that comes turns nothing that follows it", () => {
  expect(pageIn(message({ title: "A\u202e title" }), "n", FROM)).toMatchObject({ title: "A title" });
});
