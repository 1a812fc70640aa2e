/** Addresses of films, posts, sounds, maps and charts that other houses show in frames, → what they are and where a reader finds them. */

export const PLAYER_KINDS = ["video", "post", "sound", "map", "chart"] as const;
export type PlayerKind = (typeof PLAYER_KINDS)[number];

export interface Player {
  readonly kind: PlayerKind;
  /** `YouTube`; the host of a house that many run for themselves. */
  readonly service: string;
  /** Where a reader finds it, without what only counts who came from where. */
  readonly url: string;
}

interface Service {
  readonly name?: string;
  readonly kind: PlayerKind;
  /** Of host and path, without scheme, `www.` and `m.`. */
  readonly pattern: RegExp;
  /** Its page; the address without its query where unset. */
  readonly page?: (found: RegExpExecArray, url: URL) => string | undefined;
}

const inQuery = (name: string) => (_found: RegExpExecArray, url: URL) => {
  const inner = url.searchParams.get(name) ?? "";
  return /^https:\/\//.test(inner) ? inner.split("?", 1)[0] : undefined;
};
const youtube = (id: string | undefined | null): string | undefined =>
  id && /^[\w-]{6,}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : undefined;

const SERVICES: readonly Service[] = [
  {
    name: "YouTube",
    kind: "video",
    pattern: /^youtube\.com\/watch$/,
    page: (_found, url) => youtube(url.searchParams.get("v")),
  },
  {
    name: "YouTube",
    kind: "video",
    pattern: /^(?:youtu\.be|youtube(?:-nocookie)?\.com\/(?:embed|shorts|live|v))\/([\w-]+)\/?$/,
    page: ([, id]) => youtube(id),
  },
  {
    name: "Vimeo",
    kind: "video",
    pattern: /^(?:player\.)?vimeo\.com\/(?:video\/)?(\d+)(?:\/\w+)?\/?$/,
    page: ([, id]) => `https://vimeo.com/${id}`,
  },
  {
    name: "Dailymotion",
    kind: "video",
    pattern: /^dailymotion\.com\/(?:embed\/)?video\/(\w+)$/,
    page: ([, id]) => `https://www.dailymotion.com/video/${id}`,
  },
  {
    name: "TikTok",
    kind: "video",
    pattern: /^tiktok\.com\/(?:@[\w.-]+\/video|embed(?:\/v2)?)\/(\d+)\/?$/,
  },
  {
    name: "X",
    kind: "post",
    pattern: /^(?:x|twitter)\.com\/(\w+)\/status\/(\d+)/,
    page: ([, user, id]) => `https://x.com/${user}/status/${id}`,
  },
  { name: "Bluesky", kind: "post", pattern: /^bsky\.app\/profile\/[\w.:-]+\/post\/\w+\/?$/ },
  {
    name: "Bluesky",
    kind: "post",
    pattern: /^embed\.bsky\.app\/embed\/([\w.:-]+)\/app\.bsky\.feed\.post\/(\w+)$/,
    page: ([, who, id]) => `https://bsky.app/profile/${who}/post/${id}`,
  },
  {
    name: "Instagram",
    kind: "post",
    pattern: /^instagram\.com\/((?:[\w.]+\/)?(?:p|reel|tv)\/[\w-]+)(?:\/embed(?:\/captioned)?)?\/?$/,
    page: ([, path]) => `https://www.instagram.com/${path}/`,
  },
  { name: "Facebook", kind: "post", pattern: /^facebook\.com\/plugins\/(?:post|video)\.php$/, page: inQuery("href") },
  {
    name: "Facebook",
    kind: "post",
    pattern: /^facebook\.com\/(?:[\w.-]+\/(?:posts|videos)\/[\w.-]+|reel\/\d+|share\/\w\/\w+)\/?$/,
  },
  {
    name: "Facebook",
    kind: "video",
    pattern: /^facebook\.com\/watch\/?$/,
    page: (_found, url) =>
      /^\d+$/.test(url.searchParams.get("v") ?? "")
        ? `https://www.facebook.com/watch/?v=${url.searchParams.get("v")}`
        : undefined,
  },
  {
    name: "Telegram",
    kind: "post",
    pattern: /^t\.me\/(?:s\/)?(\w+\/\d+)$/,
    page: ([, path]) => `https://t.me/${path}`,
  },
  { name: "SoundCloud", kind: "sound", pattern: /^w\.soundcloud\.com\/player\/?$/, page: inQuery("url") },
  { name: "SoundCloud", kind: "sound", pattern: /^soundcloud\.com\/[\w-]+\/(?:sets\/)?[\w-]+\/?$/ },
  {
    name: "Spotify",
    kind: "sound",
    pattern: /^open\.spotify\.com\/(?:embed\/|intl-\w+\/)?((?:track|album|playlist|episode|show)\/\w+)$/,
    page: ([, path]) => `https://open.spotify.com/${path}`,
  },
  {
    name: "OpenStreetMap",
    kind: "map",
    pattern: /^openstreetmap\.org\/export\/embed\.html$/,
    page: (_found, url) => mapPage(url),
  },
  {
    name: "OpenStreetMap",
    kind: "map",
    pattern: /^openstreetmap\.org\/(?:(?:node|way|relation)\/\d+)?$/,
    page: (_found, url) => (url.pathname === "/" && url.search === "" && url.hash === "" ? undefined : url.href),
  },
  {
    name: "Datawrapper",
    kind: "chart",
    pattern: /^datawrapper\.dwcdn\.net\/(\w{5})(?:\/\d*)?\/?$/,
    page: ([, id]) => `https://www.datawrapper.de/_/${id}/`,
  },
  { name: "Datawrapper", kind: "chart", pattern: /^datawrapper\.de\/_\/\w{5}\/?$/ },
  // Houses that many run for themselves are known by the form of their addresses alone: Mastodon, PeerTube.
  {
    kind: "post",
    pattern: /^([\w.-]+\.\w{2,})\/@[\w.-]+(?:@[\w.-]+)?\/\d{15,}(?:\/embed)?$/,
    page: (_found, url) => url.origin + url.pathname.replace(/\/embed$/, ""),
  },
  {
    kind: "video",
    pattern: /^([\w.-]+\.\w{2,})\/(?:w|videos\/(?:watch|embed))\/([\w-]{20,36})$/,
    page: ([, , id], url) => `${url.origin}/w/${id}`,
  },
];

/** The page of a map that a frame shows: its marker, else the middle of what it shows. */
function mapPage(url: URL): string | undefined {
  const numbers = (name: string) => (url.searchParams.get(name) ?? "").split(",").map(Number);
  const [lat, lon] = numbers("marker");
  if (url.searchParams.has("marker") && Number.isFinite(lat) && Number.isFinite(lon))
    return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=14/${lat}/${lon}`;
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers("bbox");
  const middle = [(south + north) / 2, (west + east) / 2].map((number) => Number(number.toFixed(5)));
  return middle.every(Number.isFinite) ? `https://www.openstreetmap.org/#map=14/${middle.join("/")}` : undefined;
}

const LONGEST = 2000;

/** What an address is, where a known house shows it in a frame; undefined for any other. */
export function parsePlayer(address: string): Player | undefined {
  if (address.length > LONGEST || !/^(?:https?:)?\/\//i.test(address)) return undefined;
  const whole = address.startsWith("//") ? `https:${address}` : address.replace(/^http:/i, "https:");
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  const place = url.hostname.replace(/^(?:www|m|mobile)\./, "") + url.pathname;
  for (const { name, kind, pattern, page } of SERVICES) {
    const found = pattern.exec(place);
    if (found === null) continue;
    const to = page === undefined ? url.origin + url.pathname : page(found, url);
    return to === undefined ? undefined : { kind, service: name ?? found[1] ?? url.hostname, url: to };
  }
  return undefined;
}
