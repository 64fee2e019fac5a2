/** A path to begin with, and the names of the parameter that has the target; without a name it is all of the query. */
type Wrapper = readonly [path: string, ...names: string[]];

const all = (hosts: string, ...wrapper: Wrapper) => hosts.split(" ").map((host) => [host, wrapper] as const);

/** Services that count clicks or warn before they lead on, and say in the address where to. */
const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  ...all("l.facebook.com lm.facebook.com l.messenger.com", "/l.php", "u"),
  ...all("l.instagram.com lm.instagram.com l.threads.com l.threads.net", "/", "u"),
  ...all("out.reddit.com exit.sc gate.sc", "/", "url"),
  ...all("slack-redir.net", "/link", "url"),
  ...all("youtube.com www.youtube.com m.youtube.com", "/redirect", "q"),
  ...all("meet.google.com", "/linkredirect", "dest"),
  ...all("statics.teams.cdn.office.net", "/evergreen-assets/safelinks/", "url"),
  ...all("linkedin.com www.linkedin.com", "/safety/go", "url"),
  ...all("steamcommunity.com", "/linkfilter", "url", "u"),
  ...all("duckduckgo.com", "/l/", "uddg"),
  ...all("medium.com", "/r/", "url"),
  ...all("t.umblr.com", "/redirect", "z"),
  ...all("vk.com m.vk.com", "/away.php", "to"),
  ...all("link.zhihu.com link.juejin.cn link.csdn.net", "/", "target"),
  ...all("href.li anonym.to jump.5ch.net", "/"),
]);

const GOOGLE: Wrapper = ["/url", "q", "url"];
const SAFELINKS: Wrapper = ["/", "url"];

/** So many inside each other: a mail program wraps what a document had wrapped. */
const MOST = 4;

/** Where an address leads to that only leads on, as far as it says so itself: http or https. Any other is its own target. */
export function targetOf(url: URL): URL {
  let target = url;
  for (let i = 0; i < MOST; i++) {
    const next = unwrapped(target);
    if (!next) break;
    target = next;
  }
  return target;
}

function unwrapped(url: URL): URL | undefined {
  if (url.search === "") return undefined;
  const [path, ...names] = wrapperAt(url.hostname) ?? [];
  if (path === undefined || !url.pathname.startsWith(path)) return undefined;
  const target = names.length === 0 ? addressIn(url.search.slice(1)) : addressIn(valueOf(url.search, names));
  if (target?.hash === "") target.hash = url.hash;
  return target;
}

function wrapperAt(host: string): Wrapper | undefined {
  const known = WRAPPERS.get(host);
  if (known) return known;
  if (host.endsWith(".safelinks.protection.outlook.com")) return SAFELINKS;
  return /^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/.test(host) ? GOOGLE : undefined;
}

/** The first of the parameters that is there. A plus in it stands for itself, as it does in addresses. */
function valueOf(query: string, names: readonly string[]): string {
  const pairs = query.slice(1).split("&");
  for (const name of names) {
    const pair = pairs.find((one) => one.startsWith(`${name}=`));
    if (pair) return decoded(pair.slice(name.length + 1));
  }
  return "";
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** Undefined for what nobody could have meant to link to: an address within, or with a password. */
function addressIn(said: string): URL | undefined {
  const address = /^https?%3a/i.test(said) ? decoded(said) : said;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.hostname.includes(".") && !url.username && !url.password ? url : undefined;
}
