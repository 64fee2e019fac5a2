import type { Paragraph, PhrasingContent } from "mdast";

/** What follows a word such as "Table:" at the beginning of a paragraph, if it begins so. */
export function afterPrefix(prefix: string, { children: [first, ...rest] }: Paragraph): PhrasingContent[] | undefined {
  if (first?.type !== "text" || !first.value.startsWith(prefix)) return undefined;
  const value = first.value.slice(prefix.length);
  return /^\s/.test(value) ? [{ ...first, value: value.trimStart() }, ...rest] : undefined;
}
