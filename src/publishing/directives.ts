import type { ContainerDirective, TextDirective } from "mdast-util-directive";
import type { TextDirection } from "#domain/article.ts";
import type { Context } from "./context.ts";
import { canonicalLanguage, directionOf } from "#domain/language-tag.ts";
import { fail } from "./source.ts";

type Directive = TextDirective | ContainerDirective;

/** A directive as its author wrote it, for messages. */
export function nameOf(directive: Directive): string {
  return `${directive.type === "textDirective" ? ":" : ":::"}${directive.name}`;
}

/** Its attributes, all of them among `known` and none empty; anything else is an error. */
export function attributesOf<K extends string>(
  directive: Directive,
  known: readonly K[],
  context: Context,
): Partial<Record<K, string>> {
  const attributes: Partial<Record<K, string>> = {};
  for (const [name, value] of Object.entries(directive.attributes ?? {})) {
    const key = known.find((one) => one === name);
    if (key === undefined) fail(context.source, directive, `“${nameOf(directive)}” has no attribute “${name}”.`);
    if (!value?.trim()) fail(context.source, directive, `The attribute “${name}” of “${nameOf(directive)}” is empty.`);
    attributes[key] = value.trim();
  }
  return attributes;
}

/** The checked language of a directive, with a direction where it is given or differs from that of the text around. */
export function languageOf(
  attributes: { lang?: string; dir?: string },
  directive: Directive,
  context: Context,
): { lang?: string; dir?: TextDirection } {
  const { lang: tag, dir: given } = attributes;
  if (given !== undefined && given !== "ltr" && given !== "rtl") {
    fail(context.source, directive, `“dir” must be “ltr” or “rtl”, not “${given}”.`);
  }
  if (tag === undefined) return given ? { dir: given } : {};
  const lang =
    canonicalLanguage(tag) ??
    fail(context.source, directive, `“${tag}” is not a language tag such as “en” or “pt-BR”.`);
  const dir = given ?? directionOf(lang);
  return given || dir !== context.dir ? { lang, dir } : { lang };
}
