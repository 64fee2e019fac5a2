declare module "pdf:files" {
  /** Made by `publishing/pdf-files-plugin.ts`. `maps`: the folder of character maps, from the origin, with a slash at its end. */
  export const pdfFiles: { maps: string };
}
