import { expect, type Page } from "@playwright/test";
import type { Position } from "../../src/domain/position.ts";
import { readStored } from "./database.ts";

/** While it moves, the app stores the place every 800 ms; what has not changed for longer is where the reader is. In milliseconds. */
const SETTLED = 1200;

/** Where reading of the article stopped, as it is stored. */
export async function storedPlace(page: Page, id: string): Promise<Position | undefined> {
  return (await readStored<{ position: Position }>(page, "positions", id))?.position;
}

/** Scrolls as a reader would until the stored place is one inside a paragraph, and returns it. */
export async function readOn(page: Page, id: string): Promise<Position> {
  let place: Position | undefined;
  // Past the title and what stands below it, which are no place yet.
  await page.mouse.wheel(0, 430);
  await expect(async () => {
    await page.mouse.wheel(0, 430);
    place = await settledPlace(page, id, 5 * SETTLED);
    expect(place?.offset).toBeGreaterThan(0);
  }).toPass();
  return place!;
}

/** The stored place, once it has stopped changing; fails where that is not so in time, which is in milliseconds. */
export async function settledPlace(page: Page, id: string, timeout = 20_000): Promise<Position | undefined> {
  let place: Position | undefined;
  const unchanged = async () => {
    const before = place;
    place = await storedPlace(page, id);
    return place !== undefined && place.block === before?.block && place.offset === before.offset;
  };
  await expect.poll(unchanged, { intervals: [SETTLED], timeout }).toBe(true);
  return place;
}

/** How far below the top of the window the line is on which a place begins, in CSS pixels. */
export function topOf(page: Page, place: Position): Promise<number> {
  return page.evaluate(({ block, offset }) => {
    const element = document.getElementById(`b${block}`)!;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.nodeValue!;
      if (offset < at + length) {
        const range = document.createRange();
        range.setStart(node, offset - at);
        range.setEnd(node, offset - at + 1);
        return range.getClientRects()[0]!.top;
      }
      at += length;
    }
    return element.getBoundingClientRect().top;
  }, place);
}
