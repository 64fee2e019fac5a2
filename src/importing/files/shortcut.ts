import { cleanAddress } from "../text/addresses.ts";

/** Larger than any that a system writes, in bytes. */
const LARGEST = 64 * 1024;

/**
 * Where a shortcut to a page leads: what Windows (`.url`) and macOS (`.webloc`, as text or in binary) make of an address that is dragged onto the
 * desktop. Undefined for any other file, and where it leads to no page that could be fetched. Rejects where the file cannot be read.
 */
export async function shortcutAddress(file: File): Promise<string | undefined> {
  if (!/\.(url|webloc)$/i.test(file.name) || file.size > LARGEST) return undefined;
  const text = await file.text();
  const [, address] =
    /^\[InternetShortcut\][^[]*^URL=(\S+)/im.exec(text) ??
    /<key>\s*URL\s*<\/key>\s*<string>\s*([^<\s]+)/.exec(text) ??
    // The one string in it that is an address; no byte that could stand after it is a printable letter.
    (text.startsWith("bplist00") ? /(https?:\/\/[!-~]+)/.exec(text) : undefined) ??
    [];
  return address && cleanAddress(address.replaceAll("&amp;", "&"));
}
