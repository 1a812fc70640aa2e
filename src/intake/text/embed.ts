/** A film, sound, post or frame in markup → the address that stands for it in an article, and its title where one is given. */
import { type ChildNode, type Element, findElement, findElements, isTag, textOf } from "../page/html-tree.ts";

export interface Embed {
  /** Absolute: the page of a known player, else the address of the frame or file. */
  readonly url: string;
  readonly title?: string;
  /** True where the address is of a player or a file that plays; a frame of anything else is only a link. */
  readonly plays: boolean;
}

/** Frames of players, and the page that each shows. What a frame's path holds of the work's own name is in the first group. */
const PLAYERS: readonly (readonly [RegExp, (id: string, host: string) => string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/([\w-]{6,})/i,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^https?:\/\/youtu\.be\/([\w-]{6,})/i, (id) => `https://www.youtube.com/watch?v=${id}`],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i, (id) => `https://vimeo.com/${id}`],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/i, (id) => `https://www.dailymotion.com/video/${id}`],
  [/^https?:\/\/([\w.-]+)\/videos\/embed\/([\w-]{6,})/i, (host, id) => `https://${host}/w/${id}`],
  [/^https?:\/\/open\.spotify\.com\/embed\/([\w/-]+)/i, (id) => `https://open.spotify.com/${id}`],
  [/^https?:\/\/(?:www\.)?instagram\.com\/(?:p|reel)\/([\w-]+)/i, (id) => `https://www.instagram.com/p/${id}/`],
  [
    /^https?:\/\/(?:www\.)?tiktok\.com\/(?:embed|player)(?:\/v\d)?\/(\d+)/i,
    (id) => `https://www.tiktok.com/@/video/${id}`,
  ],
  [/^https?:\/\/t\.me\/([\w/]+)(?:\?embed.*)?/i, (id) => `https://t.me/${id}`],
  [/^https?:\/\/datawrapper\.dwcdn\.net\/(\w{5})/i, (id) => `https://datawrapper.dwcdn.net/${id}/`],
];
/** Hosts whose frames name the page that they show in a parameter. */
const TOLD =
  /^https?:\/\/(?:w\.soundcloud\.com\/player|www\.facebook\.com\/plugins\/(?:video|post)\.php|platform\.twitter\.com\/embed)/i;
const PAGES =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com\/watch|vimeo\.com\/\d|dailymotion\.com\/video|soundcloud\.com\/|open\.spotify\.com\/|instagram\.com\/|facebook\.com\/|tiktok\.com\/|t\.me\/|(?:twitter|x)\.com\/\w+\/status|bsky\.app\/profile|openstreetmap\.org\/|datawrapper\.dwcdn\.net\/)/i;
const FILE = /\.(?:mp3|m4a|ogg|oga|opus|wav|mp4|m4v|webm|mov)(?:$|[?#])/i;

/** The page that a frame of a known player shows, or the address as it is. */
export function pageOfFrame(address: string): string {
  for (const [frame, page] of PLAYERS) {
    const found = frame.exec(address);
    if (found !== null) return page(found[1] ?? "", found[2] ?? "");
  }
  if (TOLD.test(address)) {
    const { searchParams } = new URL(address);
    const told = searchParams.get("href") ?? searchParams.get("url");
    if (told !== null && /^https:\/\//.test(told)) return told;
    const post = searchParams.get("id");
    if (post !== null && /^\d+$/.test(post)) return `https://x.com/i/status/${post}`;
  }
  return address;
}

const POST =
  /(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-(?:post|video)|telegram-post)(?=$|\s)/;
const FRAMES = /^(?:iframe|amp-iframe|amp-youtube|embed|object|video|audio|amp-video|amp-audio)$/;

function addressIn(element: Element): string | undefined {
  const { attribs, name } = element;
  if (name === "amp-youtube") return `https://www.youtube.com/watch?v=${attribs["data-videoid"] ?? ""}`;
  const source = findElement(element.children, (child) => child.name === "source" && child.attribs.src !== undefined);
  const param = findElement(element.children, (child) => child.name === "embed");
  return [
    attribs.src,
    attribs["data-src"],
    attribs["data-lazy-src"],
    attribs.data,
    source?.attribs.src,
    param?.attribs.src,
  ].find(
    (address) => address !== undefined && /^(?:https?:)?\/\/|^[^:]+$/i.test(address.trim()) && address.trim() !== "",
  );
}

/** Reads an element that is an embed; undefined for any other. `resolve` makes an address absolute. */
export function readEmbed(element: Element, resolve: (address: string) => string | undefined): Embed | undefined {
  if (element.name === "blockquote" && POST.test(element.attribs.class ?? "")) {
    const told =
      element.attribs["data-instgrm-permalink"] ?? element.attribs.cite ?? element.attribs["data-bluesky-uri"];
    const link = findElements(element.children, (child) => child.name === "a" && child.attribs.href !== undefined).at(
      -1,
    );
    const url = resolve((told?.startsWith("http") ? told : link?.attribs.href) ?? "");
    return url === undefined ? undefined : { url: url.replace(/[?#].*$/, ""), plays: true };
  }
  if (!FRAMES.test(element.name)) return undefined;
  const address = addressIn(element);
  const url = address === undefined ? undefined : resolve(address);
  if (url === undefined || /^mailto:/.test(url)) return undefined;
  const page = pageOfFrame(url);
  const title = (element.attribs.title ?? element.attribs["aria-label"] ?? "").replace(/\s+/g, " ").trim();
  const isFile = /^(?:amp-)?(?:video|audio)$/.test(element.name) || FILE.test(page);
  return { url: page, plays: isFile || page !== url || PAGES.test(page), ...(title === "" ? {} : { title }) };
}

/** The embed that a figure or another box holds and nothing else beside its caption, with that caption. */
export function embedWithin(
  box: Element,
  resolve: (address: string) => string | undefined,
): { readonly embed: Embed; readonly caption: string } | undefined {
  if (box.name !== "figure") return undefined;
  const caption = findElement(box.children, (child) => child.name === "figcaption");
  const words = caption === undefined ? "" : textOf(caption);
  const inner = findElement(box.children, (child) => readEmbed(child, resolve) !== undefined);
  const embed = inner === undefined ? undefined : readEmbed(inner, resolve);
  if (embed !== undefined) return { embed, caption: words };
  const text = textOf(box.children.filter((child): child is ChildNode => child !== caption));
  const url = /^https?:\/\/\S+$/.test(text) ? resolve(text) : undefined;
  return url === undefined || box.children.some((child) => isTag(child) && child.name === "img")
    ? undefined
    : { embed: { url: pageOfFrame(url), plays: true }, caption: words };
}
