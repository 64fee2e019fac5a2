const ENCODER = new TextEncoder();

/** The key of a picture: 32 hexadecimal digits of the SHA-256 of its address or, for one that came inside a file, of its bytes. */
export async function pictureKey(of: string | Blob): Promise<string> {
  const bytes = typeof of === "string" ? ENCODER.encode(of) : await of.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The `src` that blocks have for the picture, relative to the app's base path. */
export function pictureSrc(key: string): string {
  return `images/${key}`;
}
