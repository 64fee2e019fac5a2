import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

/** As a browser names tags. Chromium has no names for most regions that are numbers. */
async function naming(numbered: boolean): Promise<(tag: string) => string> {
  const { of } = Intl.DisplayNames.prototype;
  if (numbered)
    vi.spyOn(Intl.DisplayNames.prototype, "of").mockImplementation(function (this: Intl.DisplayNames, tag) {
      const [language, region] = tag.split("-");
      return /^\d{3}$/.test(region ?? "") ? `${of.call(this, language!)} (${region})` : of.call(this, tag);
    });
  return (await import("./voice-language.ts")).voiceLanguage;
}

it.each([true, false])(
  "names regions that are numbers, where the browser has a number for them: %s",
  async (numbered) => {
    const name = await naming(numbered);
    expect(name("en-029")).toBe("English (Caribbean)");
    expect(name("es-419")).toBe("Spanish (Latin America)");
    expect(name("en-150")).toBe("English (Europe)");
    expect(name("en-GB")).toBe("English (United Kingdom)");
    expect(name("fr")).toBe("French");
  },
);

it("leaves out a region that nobody can name, and keeps a tag that is no language", async () => {
  const name = await naming(true);
  expect(name("pt-019")).toBe("Portuguese");
  expect(name("x")).toBe("x");
});
