/** Compressed by gzip, as what articles were made of is kept. */
export async function compress(bytes: string | Uint8Array): Promise<ArrayBuffer> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

export function decompress(bytes: ArrayBuffer): Promise<Blob> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}
