import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { GuideFile } from "#speech/guide-file.ts";
import { qualityOf } from "#speech/voice-quality.ts";
import { makeVoiceGuides } from "./voice-guides.ts";

const { addresses, contents } = await makeVoiceGuides(process.cwd());
const guide = (language: string) => JSON.parse(contents.get(addresses[language]!)!) as GuideFile;

describe("what is known of systems' voices", () => {
  it("has a file for each language, whose name changes with what is in it", () => {
    expect(Object.keys(addresses)).toEqual(expect.arrayContaining(["ar", "cmn", "de", "en", "fr", "ja", "nb", "yue"]));
    for (const address of Object.values(addresses)) expect(address).toMatch(/^voices\/[a-z]{2,3}-[0-9a-f]{8}\.json$/);
    expect(new Set(Object.values(addresses)).size).toBe(contents.size);
  });

  it("says of a voice what it is called everywhere, and how good each edition is", () => {
    const { region, sample, voices } = guide("en");
    expect(region).toBe("en-US");
    expect(sample).toContain("{name}");
    expect(voices.find(({ names }) => names[0] === "Ava")).toEqual({
      names: ["Ava"],
      lang: "en-US",
      quality: [2, 3, 4],
      gender: "female",
    });
    const google = voices.find(({ ids }) => ids?.includes("en-us-x-tpc-local"));
    expect(google?.names).toEqual(expect.arrayContaining(["Google US English 5 (Natural)", "Chrome OS US English 5"]));
  });

  it("keeps what a voice has to be set to, and whose voice it is", () => {
    expect(guide("fr").voices.find(({ names }) => names[0] === "Aurélie")?.rate).toBe(0.9);
    expect(guide("fr").voices.filter(({ child }) => child)).not.toEqual([]);
    const steps = [...contents.values()].flatMap((file) => (JSON.parse(file) as GuideFile).voices);
    expect(steps.every(({ quality }) => quality.length > 0 && quality.every((step) => step >= 1 && step <= 5))).toBe(
      true,
    );
  });

  it("is small", () => {
    const weights = [...contents.values()].map((content) => gzipSync(content).length);
    expect(Math.max(...weights)).toBeLessThan(4096);
  });
});

it("knows every joke and every robot that Readium's filters know", () => {
  const source = readFileSync("node_modules/@readium/speech/build/index.js", "utf8");
  const list = (first: string) => {
    const text = new RegExp(String.raw`\[\{ name: "${first}".*\}\](?=[,;])`).exec(source)![0];
    return [...text.matchAll(/\{ name: "([^"]+)"(?:, nativeID: \["([^"]+)"\])?(?:[^{}]*altNames: (\[[^\]]*\]))?/g)].map(
      ([, name, id, others]) => ({ name: name!, id, others: JSON.parse(others ?? "[]") as string[] }),
    );
  };
  const [jokes, robots] = [list("Albert"), list("Eddy")];
  expect(jokes.length).toBeGreaterThan(14);
  expect(robots.length).toBeGreaterThan(40);
  for (const { name, id, others } of jokes) {
    for (const called of [name, ...others]) expect(qualityOf({ name: called, voiceURI: "" }), called).toBe(0);
    if (id) expect(qualityOf({ name: "?", voiceURI: id }), id).toBe(0);
  }
  for (const { name } of robots) expect(qualityOf({ name, voiceURI: "" }), name).toBeLessThan(2);
});
