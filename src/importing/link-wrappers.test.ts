import { describe, expect, it } from "vitest";
import { linkAddress } from "./html/blocks/links.ts";
import { targetOf } from "./link-wrappers.ts";
import { cleanAddress, findAddresses } from "./text/addresses.ts";

const to = (address: string) => targetOf(new URL(address)).href;
const TARGET = "https://example.org/tides?month=6&day=1#low";
const SAID = encodeURIComponent(TARGET);

describe("an address that only leads on", () => {
  it.each([
    `https://www.google.com/url?q=${SAID}&sa=D&source=editors&ust=1770000000000000&usg=AOv`,
    `https://www.google.co.uk/url?sa=t&rct=j&url=${SAID}&ved=2ah`,
    `https://l.facebook.com/l.php?u=${SAID}&h=AT0`,
    `https://l.instagram.com/?u=${SAID}&e=AT1`,
    `https://out.reddit.com/t3_abc?url=${SAID}&token=AQ&app_name=web2x`,
    `https://eur03.safelinks.protection.outlook.com/?url=${SAID}&data=05%7C02%7C&reserved=0`,
    `https://slack-redir.net/link?url=${SAID}`,
    `https://href.li/?${TARGET}`,
    `https://href.li/?${SAID}`,
    `https://www.youtube.com/redirect?event=video_description&redir_token=QU&q=${SAID}&v=abc`,
    `https://steamcommunity.com/linkfilter/?u=${SAID}`,
    `https://duckduckgo.com/l/?uddg=${SAID}&rut=1`,
    `https://link.zhihu.com/?target=${SAID}`,
    `https://vk.com/away.php?to=${SAID}&cc_key=`,
    `https://t.umblr.com/redirect?z=${SAID}&t=MjY`,
    `https://nam12.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://www.google.com/url?q=${SAID}`)}&data=0`,
  ])("%s", (address) => expect(to(address)).toBe(TARGET));

  it("has its target as it is written there", () => {
    expect(to("https://www.google.com/url?q=https://example.org/a%2520b?c%3Dd+e&sa=D")).toBe(
      "https://example.org/a%20b?c=d+e",
    );
    expect(to("https://www.google.com/url?q=https://example.org/#low")).toBe("https://example.org/#low");
  });

  it("is met in links, in text, and where a page is to be fetched", () => {
    const address = `https://www.google.com/url?q=${SAID}&sa=D`;
    expect(linkAddress(address, undefined)).toBe(TARGET);
    expect(findAddresses(`See ${address}.`)[0]).toMatchObject({ start: 4, href: TARGET });
    expect(
      cleanAddress(`https://l.facebook.com/l.php?u=${encodeURIComponent("https://example.org/tides?fbclid=1")}`),
    ).toBe("https://example.org/tides");
  });
});

describe("what remains as it is", () => {
  it.each([
    "https://www.google.com/search?q=https%3A%2F%2Fexample.org%2F",
    "https://www.google.com/url?q=/search%3Fq%3Dtides",
    "https://www.google.com/url?q=javascript:alert(1)",
    "https://www.google.com/url?q=https%3A%2F%2Fa:b@example.org%2F",
    "https://www.google.com/url?q=http%3A%2F%2Flocalhost%2F",
    "https://www.google.com/url?q=https%3A%2F%2F%E0%A4%A",
    "https://www.google.com/url?sa=t",
    "https://www.google.com.example.org/url?q=https%3A%2F%2Fexample.net%2F",
    "https://example.org/share?url=https%3A%2F%2Fexample.net%2F",
    "https://web.archive.org/web/2026/https://example.org/",
    "https://www.youtube.com/watch?v=abc&q=https%3A%2F%2Fexample.org%2F",
    "https://href.li/?tides",
    "mailto:ada@example.org?subject=https%3A%2F%2Fexample.net%2F",
  ])("%s", (address) => expect(to(address)).toBe(new URL(address).href));
});
