import type { Page } from "@playwright/test";

export interface Region {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The highest contrast (WCAG) that a pixel of each region has to the region's most common colour: 1 where nothing shows. Regions
 * in CSS pixels of the window as it stands.
 */
export async function contrastInRegions(
  page: Page,
  regions: readonly Region[],
): Promise<{ name: string; contrast: number }[]> {
  const picture = (await page.screenshot({ scale: "css", animations: "disabled" })).toString("base64");
  // In a page of its own, where no policy forbids to look at the picture.
  const desk = await page.context().newPage();
  const result = await desk.evaluate(
    async ([data, boxes]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d", { willReadFrequently: true })!;
      context.drawImage(image, 0, 0);
      const luminance = (colour: number) => {
        const [r, g, b] = [colour >> 16, (colour >> 8) & 255, colour & 255].map((value) => {
          const channel = value / 255;
          return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      return boxes.map(({ name, x, y, width, height }) => {
        const { data: bytes } = context.getImageData(
          Math.ceil(x),
          Math.ceil(y),
          Math.max(1, Math.floor(width)),
          Math.max(1, Math.floor(height)),
        );
        const counts = new Map<number, number>();
        for (let i = 0; i < bytes.length; i += 4) {
          const colour = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!;
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
        const [[ground]] = [...counts].sort((a, b) => b[1] - a[1]) as [[number, number]];
        const contrasts = [...counts.keys()].map((colour) => {
          const [low, high] = [luminance(colour), luminance(ground)].sort((a, b) => a - b) as [number, number];
          return (high + 0.05) / (low + 0.05);
        });
        return { name, contrast: Math.max(...contrasts) };
      });
    },
    [picture, regions] as const,
  );
  await desk.close();
  return result;
}
