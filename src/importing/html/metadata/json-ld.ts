/** What a page says of its article in JSON-LD, by schema.org: https://schema.org/Article. */
export interface StructuredData {
  title?: string;
  authors: string[];
  published?: string;
  site?: string;
  lang?: string;
  image?: string;
  summary?: string;
  /** The whole text, plain or with markup. */
  body?: string;
  /** Only those who pay or log in see all of it. */
  closed?: boolean;
}

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|SocialMediaPosting|Report|Review|Story|Chapter|Recipe|HowTo|OpinionPiece)$/;
/** Deeper or longer data are not looked into. */
const MOST_DEPTH = 6;
const MOST_LENGTH = 1_000_000;

/** The article that the page's scripts of data describe: alone, in a list, or in a `@graph`. */
export function structuredData(page: Document): StructuredData {
  const things = Array.from(page.querySelectorAll('script[type*="ld+json" i]')).flatMap((script) =>
    thingsIn(parse(script.textContent ?? ""), 0),
  );
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  if (!article) return { authors: [] };
  const site = nameOf(article["publisher"]) ?? nameOf(article["isPartOf"]);
  const data = {
    title: text(article["headline"]) ?? text(article["name"]),
    published: text(article["datePublished"]) ?? text(article["dateCreated"]),
    site,
    lang: text(article["inLanguage"]) ?? text((article["inLanguage"] as Thing | undefined)?.["alternateName"]),
    image: imageOf(article["image"]) ?? imageOf(article["thumbnailUrl"]),
    summary: text(article["description"]),
    body: text(article["articleBody"]) ?? text(article["reviewBody"]),
  };
  const said = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  return {
    ...said,
    authors: namesOf(article["author"] ?? article["creator"], things),
    ...(String(article["isAccessibleForFree"]).toLowerCase() === "false" && { closed: true }),
  };
}

function parse(script: string): unknown {
  if (script.length > MOST_LENGTH) return undefined;
  const bare = script.replace(
    /^\s*(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?\s*$|^\s*<!--|-->\s*$/g,
    "",
  );
  try {
    return JSON.parse(bare);
  } catch {
    // Some pages leave line breaks in their texts.
    try {
      return JSON.parse(bare.replace(/[\t\n\r]+/g, " "));
    } catch {
      return undefined;
    }
  }
}

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > MOST_DEPTH || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((one) => thingsIn(one, depth + 1));
  const thing = value as Thing;
  return [thing, ...thingsIn(thing["@graph"], depth + 1), ...thingsIn(thing["mainEntity"], depth + 1)];
}

function typesOf(thing: Thing): string[] {
  const type = thing["@type"];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string");
}

function namesOf(value: unknown, things: readonly Thing[]): string[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.flatMap((one) => {
    const id = typeof one === "object" && one !== null ? (one as Thing)["@id"] : undefined;
    const full =
      nameOf(one) === undefined && id !== undefined
        ? things.find((thing) => thing["@id"] === id && nameOf(thing))
        : one;
    return nameOf(full) ?? [];
  });
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "object" && value !== null) return text((value as Thing)["name"]);
  return text(value);
}

function imageOf(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? value : [value];
  return typeof first === "object" && first !== null
    ? text((first as Thing)["url"] ?? (first as Thing)["contentUrl"])
    : text(first);
}

function text(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? value : [value];
  return typeof first === "string" && first.trim() !== "" ? first.trim() : undefined;
}
