import { expect, type Page } from "@playwright/test";
import { test } from "./support/companion.ts";
import { plant } from "./support/database.ts";
import { workerReady } from "./support/service-worker.ts";

interface ManifestImage {
  src: string;
  sizes: string;
  type: string;
  purpose?: string;
  form_factor?: string;
  label?: string;
}

interface Manifest {
  [member: string]: unknown;
  icons: ManifestImage[];
  screenshots: ManifestImage[];
  shortcuts: { name: string; url: string; icons: ManifestImage[] }[];
}

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Version/18.4 Mobile/15E148 Safari/604.1";

/** Width and height from a PNG's own header (https://www.w3.org/TR/png-3/#11IHDR), and whether it has an alpha channel. */
function readPng(bytes: Buffer): { width: number; height: number; alpha: boolean } {
  expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  const colourType = bytes[25]!;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), alpha: colourType === 4 || colourType === 6 };
}

async function readManifest(page: Page): Promise<{ manifest: Manifest; address: string }> {
  await page.goto("./");
  const address = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
  const response = await page.request.get(address);
  expect(response.headers()["content-type"]).toContain("application/manifest+json");
  return { manifest: (await response.json()) as Manifest, address };
}

test.describe("the manifest", { tag: "@once" }, () => {
  test("has every member that stores and browsers ask for or recommend", async ({ page }) => {
    const { manifest, address } = await readManifest(page);
    for (const member of [
      "name",
      "short_name",
      "description",
      "background_color",
      "theme_color",
      "id",
      "start_url",
      "scope",
    ]) {
      expect(manifest[member], member).toEqual(expect.stringMatching(/./));
    }
    expect(manifest).toMatchObject({ display: "standalone", orientation: "any", lang: "en", dir: "ltr" });
    expect(manifest["categories"]).toEqual(expect.arrayContaining([expect.stringMatching(/./)]));
    expect(manifest["prefer_related_applications"]).toBe(false);
    for (const member of ["start_url", "scope"]) {
      expect(new URL(String(manifest[member]), address).href, member).toBe(new URL("./", address).href);
    }
    expect(manifest["id"]).toBe("/");
    expect((await page.request.get(new URL(String(manifest["start_url"]), address).href)).ok()).toBe(true);
  });

  test("has true PNG icons of the sizes it says, plain and maskable", async ({ page }) => {
    const { manifest, address } = await readManifest(page);
    const all = [...manifest.icons, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)];
    for (const icon of all) {
      const response = await page.request.get(new URL(icon.src, address).href);
      expect(response.headers()["content-type"], icon.src).toBe(icon.type);
      const { width, height } = readPng(await response.body());
      expect(`${width}x${height}`, icon.src).toBe(icon.sizes);
    }
    const sizes = (purpose: string) =>
      manifest.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
    expect(sizes("any")).toEqual(["192x192", "512x512"]);
    expect(sizes("maskable")).toEqual(["192x192", "512x512"]);
  });

  test("shows the app in screenshots, narrow and wide", async ({ page }) => {
    const { manifest, address } = await readManifest(page);
    for (const shot of manifest.screenshots) {
      const response = await page.request.get(new URL(shot.src, address).href);
      const { width, height } = readPng(await response.body());
      expect(`${width}x${height}`, shot.src).toBe(shot.sizes);
      expect(shot.label, shot.src).toMatch(/./);
      expect(shot.form_factor, shot.src).toBe(width > height ? "wide" : "narrow");
    }
    expect(new Set(manifest.screenshots.map((shot) => shot.form_factor))).toEqual(new Set(["narrow", "wide"]));
  });

  test("comes with an opaque icon for iOS", async ({ page }) => {
    await page.goto("./");
    const address = await page.locator('link[rel="apple-touch-icon"]').evaluate((link: HTMLLinkElement) => link.href);
    const icon = readPng(await (await page.request.get(address)).body());
    expect(icon).toMatchObject({ width: 180, height: 180 });
    const corner = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const context = document.createElement("canvas").getContext("2d")!;
      context.drawImage(image, 0, 0);
      return [...context.getImageData(0, 0, 1, 1).data];
    }, address);
    expect(corner[3]).toBe(255);
  });
});

test.describe("shortcuts", { tag: "@once" }, () => {
  test("one leads to the view of adding, and continue and listen to the article read last", async ({ page }) => {
    await page.goto("./");
    await workerReady(page);
    await plant(page, {
      positions: [
        { id: "reading-with-lectern", position: { block: 4, offset: 0 }, fraction: 0.2, updatedAt: 2, revision: "" },
        { id: "troops-in-kursk", position: { block: 3, offset: 0 }, fraction: 0.1, updatedAt: 1, revision: "" },
      ],
    });
    const { manifest, address } = await readManifest(page);
    const [add, goOn, listen] = manifest.shortcuts.map((shortcut) => new URL(shortcut.url, address).href);

    await page.goto(add!);
    await expect(page.getByRole("heading", { level: 1, name: "Add articles" })).toBeVisible();

    await page.goto(goOn!);
    await expect(page).toHaveURL(/read\/reading-with-lectern$/);
    await expect(page.getByRole("heading", { level: 1, name: "Reading with Lectern" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Read aloud" })).toHaveCount(0);

    await page.goto(listen!);
    await expect(page).toHaveURL(/read\/reading-with-lectern$/);
    await expect(page.getByRole("region", { name: "Read aloud" })).toBeVisible();
  });
});

test.describe("the offer to install", () => {
  const offer = (page: Page) => page.getByRole("button", { name: "Install Lectern" });

  test("uses the browser's prompt, and only after a press", async ({ page }) => {
    await page.goto("./");
    await expect(offer(page)).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const held = await page.evaluate(() => {
      const event = new Event("beforeinstallprompt", { cancelable: true });
      Object.assign(window, { asked: 0 });
      Object.assign(event, {
        prompt: async () => {
          (window as unknown as { asked: number }).asked++;
          return { outcome: "accepted" };
        },
      });
      dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(held).toBe(true);
    const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);

    await offer(page).click();
    const sheet = page.getByRole("dialog", { name: "Install Lectern" });
    await expect(sheet).toBeVisible();
    expect(await asked()).toBe(0);
    await sheet.getByRole("button", { name: "Install", exact: true }).click();
    await expect(sheet).toHaveCount(0);
    expect(await asked()).toBe(1);
  });

  test("is gone once the app is installed", async ({ page }) => {
    await page.goto("./");
    await expect(offer(page)).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event("appinstalled")));
    await expect(offer(page)).toHaveCount(0);
  });

  test("has no place in the installed app, which asks that what it keeps may stay", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "standalone", { value: true });
      const asked: string[] = [];
      Object.assign(window, { asked });
      StorageManager.prototype.persist = async () => asked.push("persist") > 0;
    });
    await page.goto("./");
    await expect(page.getByRole("heading", { name: "Articles" })).toBeVisible();
    await expect(offer(page)).toHaveCount(0);
    expect(await page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual(["persist"]);
  });

  test.describe("on an iPhone", () => {
    test.use({ userAgent: IPHONE });

    test("shows the steps, each with a picture", async ({ page }) => {
      await page.goto("./");
      await offer(page).click();
      const steps = page.getByRole("dialog", { name: "Install Lectern" }).getByRole("listitem");
      await expect(steps).toHaveCount(3);
      await expect(steps.nth(0)).toContainText("Share");
      await expect(steps.nth(1)).toContainText("Add to Home Screen");
      for (const step of await steps.all()) await expect(step.locator("svg")).toBeVisible();
    });
  });

  test("tells the way through the menu where there is no prompt", async ({ page }) => {
    await page.goto("./");
    await offer(page).click();
    await expect(page.getByRole("dialog", { name: "Install Lectern" }).getByRole("listitem")).toHaveCount(2);
  });
});
