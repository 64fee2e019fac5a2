import { expect, it } from "vitest";
import type { Feed } from "#state/feeds-model.ts";
import { byFolder } from "./folders.ts";

const feed = (title: string, ...folder: string[]): Feed => ({
  address: `https://${title}.example/`,
  title,
  folder,
  automatic: false,
});

it("feeds stand in their folders by name, those in none first", () => {
  const feeds = [
    feed("bells", "Sea", "Fog"),
    feed("lamps"),
    feed("mules", "Hills"),
    feed("tides", "Sea"),
    feed("weather"),
  ];
  expect(byFolder(feeds).map(({ folder, feeds: inside }) => [folder, inside.map(({ title }) => title)])).toEqual([
    [[], ["lamps", "weather"]],
    [["Hills"], ["mules"]],
    [["Sea"], ["tides"]],
    [["Sea", "Fog"], ["bells"]],
  ]);
});

it("a folder whose name looks like a path is another one than the path", () => {
  expect(byFolder([feed("one", "Sea / Fog"), feed("two", "Sea", "Fog")])).toHaveLength(2);
});
