/** The files that Emscripten has packed into one `.data`, as its loader lists them. */
export interface EmscriptenPackage {
  /** In bytes; the loader asks for a buffer of this size. */
  size: number;
  /** Where each file lies, in bytes from the start, by its path in the virtual file system. */
  files: ReadonlyMap<string, { start: number; end: number }>;
}

/**
 * Reads the list out of the code that Emscripten writes around it: `loadPackage({files:[{filename:…,start:…,end:…},…],
 * remote_package_size:…})`. Throws where there is none, or where it does not cover the package without a gap: then the code is of another
 * make than this has been written for.
 */
export function parseEmscriptenPackage(code: string): EmscriptenPackage {
  const call = /loadPackage\(\{files:\[(.*?)\],remote_package_size:(\d+)\}\)/s.exec(code);
  if (!call) throw new Error("No list of packed files in this code.");
  const files = new Map<string, { start: number; end: number }>();
  let at = 0;
  for (const [, name, from, to] of call[1]!.matchAll(/\{filename:"([^"]+)",start:(\d+),end:(\d+)\}/g)) {
    const file = { start: Number(from), end: Number(to) };
    if (file.start !== at || file.end < file.start) throw new Error(`${name} is not where the file before it ends.`);
    at = file.end;
    files.set(name!, file);
  }
  const size = Number(call[2]);
  if (at !== size) throw new Error(`The files end at ${at}, the package at ${size}.`);
  return { size, files };
}
