import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isArticleId } from "./route.ts";
import { slugOf } from "./slug.ts";

describe("the id made of a title", () => {
  it.each([
    ["The tides of June", "the-tides-of-june"],
    ["Où est passé l’été ?", "ou-est-passe-lete"],
    ["Straße nach Łódź", "strasse-nach-lodz"],
    ["  “Read me” — 10 things  ", "read-me-10-things"],
  ])("has the words of %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("is cut between words, at 60 characters", () => {
    const slug = slugOf("a sentence that goes on and on and on and on and on and on and on and on");
    expect(slug).toBe("a-sentence-that-goes-on-and-on-and-on-and-on-and-on-and-on");
    expect(slugOf("x".repeat(300))).toBe("x".repeat(60));
  });

  it("tells titles apart that its letters cannot write", () => {
    const [tides, june] = [slugOf("六月の潮"), slugOf("七月の潮")];
    expect(tides).toMatch(/^article-[a-z0-9]{4,7}$/);
    expect(tides).not.toBe(june);
    expect(slugOf("COVID-19 とは何か、そして何でないか")).toMatch(/^covid-19-[a-z0-9]{4,7}$/);
    expect(slugOf("…")).toMatch(/^article-/);
  });

  it("is always a valid one of at most 60 characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const slug = slugOf(title);
        expect(isArticleId(slug), slug).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
