/**
 * The pictures of an item → files below `media/`, where the input carries them: within the item, as `data:` addresses,
 * or beside it in its folder or zip. What is only an address elsewhere is left out and named; nothing is fetched.
 */
import { createHash } from "node:crypto";
import { slugOf } from "../../article/slug.ts";
import { defined } from "../defined.ts";
import { LIMITS } from "../limits.ts";
import { oneLine } from "../text/one-line.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";

/** The `image` of a front matter. */
export interface PlacedPicture {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A file to be written below `media/`. */
export interface MediaFile {
  /** `2021/harbour.jpg`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface PlacedMedia {
  readonly body: string;
  readonly image?: PlacedPicture;
  /** Address or path of the spoken version. */
  readonly audio?: string;
  readonly files: readonly MediaFile[];
  readonly notes: readonly string[];
}

export interface MediaContext {
  readonly year: string;
  /** Begins the names of pictures that have none. */
  readonly slug: string;
  /** Bytes of what stands beside the input under an address, or undefined. */
  readonly find: (address: string) => Uint8Array | undefined;
  /** Bytes already at a path below `media/`, or undefined. */
  readonly taken: (path: string) => Uint8Array | undefined;
}

const RASTERS: readonly { readonly ending: string; readonly at: number; readonly bytes: string }[] = [
  { ending: "png", at: 0, bytes: "89504e47" },
  { ending: "jpg", at: 0, bytes: "ffd8ff" },
  { ending: "gif", at: 0, bytes: "47494638" },
  { ending: "webp", at: 8, bytes: "57454250" },
  { ending: "avif", at: 4, bytes: "6674797061766966" },
];
const SOUNDS: typeof RASTERS = [
  { ending: "mp3", at: 0, bytes: "494433" },
  { ending: "mp3", at: 0, bytes: "fffb" },
  { ending: "ogg", at: 0, bytes: "4f676753" },
  { ending: "wav", at: 8, bytes: "57415645" },
  { ending: "m4a", at: 4, bytes: "66747970" },
];

function endingOf(bytes: Uint8Array, kinds: typeof RASTERS): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 32)).toString("hex");
  return kinds.find(({ at, bytes: signature }) => head.startsWith(signature, at * 2))?.ending;
}

function fromDataUrl(address: string): Uint8Array | undefined {
  const found = /^data:[^,;]{1,80}(;[^,]{0,80})?,/i.exec(address);
  if (found === null) return undefined;
  const rest = address.slice(found[0].length);
  if (rest.length > LIMITS.picture * 1.4) return undefined;
  try {
    return found[1]?.toLowerCase().includes("base64")
      ? Buffer.from(decodeURIComponent(rest), "base64")
      : Buffer.from(decodeURIComponent(rest), "latin1");
  } catch {
    return undefined;
  }
}

function stemOf(media: WireMedia, fallback: string): string {
  const address =
    media.name ?? (media.url === undefined || media.url.startsWith("data:") ? "" : media.url.replace(/[?#].*$/s, ""));
  const last = address
    .slice(Math.max(address.lastIndexOf("/"), address.lastIndexOf("\\")) + 1)
    .replace(/\.\w{2,5}$/, "");
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A stray % is part of the name.
  }
  return /\p{L}{2}/u.test(name) && /[a-z]/i.test(name) ? slugOf(name) : fallback;
}

class Placer {
  readonly files: MediaFile[] = [];
  readonly #context: MediaContext;
  #unnamed = 0;
  constructor(context: MediaContext) {
    this.#context = context;
  }
  /** Path below `media/` of an item's picture or sound, or why it has none. */
  place(media: WireMedia): { readonly path: string } | { readonly reason: string } {
    const { year, slug, find, taken } = this.#context;
    const bytes = media.bytes ?? (media.url === undefined ? undefined : (fromDataUrl(media.url) ?? find(media.url)));
    if (bytes === undefined) return { reason: "is not in the input" };
    if (bytes.length > LIMITS.picture) return { reason: "is too large" };
    const ending = endingOf(bytes, media.kind === "picture" ? RASTERS : SOUNDS);
    if (ending === undefined)
      return { reason: media.kind === "picture" ? "is no PNG, JPEG, WebP, AVIF or GIF" : "is no MP3, AAC, Ogg or WAV" };
    const hash = (given: Uint8Array) => createHash("sha256").update(given).digest("hex");
    const own = hash(bytes);
    const stem = stemOf(media, this.#unnamed++ === 0 ? slug : `${slug.slice(0, 56)}-${this.#unnamed}`);
    for (let number = 1; number < 1000; number++) {
      const path = `${year}/${number === 1 ? stem : `${stem.slice(0, 56)}-${number}`}.${ending}`;
      const there = this.files.find((file) => file.path === path)?.bytes ?? taken(path);
      if (there === undefined) this.files.push({ path, bytes });
      if (there === undefined || hash(there) === own) return { path };
    }
    return { reason: "has a name that a thousand others have" };
  }
}

/** `![alt](address "Caption | Credit")`, with the address bare or between angle brackets. */
const BODY_PICTURE =
  /!\[((?:\\.|[^\]\\])*)\]\(\s*(?:<([^<>\n]*)>|((?:\\.|\([^\s()]*\)|[^\s()\\])+))(?:\s+("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))?\s*\)/g;

const unescapeMarkdown = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");

const altOf = (media: WireMedia) => oneLine(media.alt) ?? oneLine(media.caption);

/** A picture that has no file in the input, with the words that belong to it. */
interface LeftPicture {
  readonly reason: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** All that the item says of it, so that an editor who finds the picture need not find its words. */
function describeLeft(url: string, { reason, alt, caption, credit }: LeftPicture): string {
  const words = [
    ["caption", caption],
    ["description", alt],
    ["credit", credit],
  ].flatMap(([name, text]) => (oneLine(text) === undefined ? [] : [`${name} “${oneLine(text)}”`]));
  return `The picture ${url} ${reason}; it was left out${words.length === 0 ? "" : `, with its ${words.join(", ")}`}.`;
}

/** Decides for each picture where it goes, and writes the body with their new paths. */
export function placeMedia(item: WireItem, context: MediaContext): PlacedMedia {
  const placer = new Placer(context);
  const left = new Map<string, LeftPicture>();
  const speechless: string[] = [];
  const byUrl = new Map(
    item.media
      .filter(({ kind, url }) => kind === "picture" && url !== undefined)
      .map((media) => [media.url ?? "", media]),
  );
  const show = (url: string) => (url.startsWith("data:") ? `${url.slice(0, 30)}…` : url);
  const main = item.media.find(({ kind }) => kind === "picture");
  const inBody = new Map<string, number>();
  for (const match of item.body.matchAll(BODY_PICTURE))
    inBody.set(unescapeMarkdown(match[2] ?? match[3] ?? ""), match.index);
  const placeAt = main?.url === undefined ? undefined : inBody.get(main.url);
  const lifted = placeAt === 0;
  let image: PlacedPicture | undefined;
  if (main !== undefined && (placeAt === undefined || lifted)) {
    const placed = placer.place(main);
    const alt = altOf(main);
    if ("reason" in placed) left.set(show(main.url ?? main.name ?? "a picture"), { ...main, reason: placed.reason });
    else if (alt === undefined) speechless.push(`media/${placed.path}`);
    else
      image = { src: placed.path, alt, ...defined({ caption: oneLine(main.caption), credit: oneLine(main.credit) }) };
  }
  const body = item.body
    .replace(
      BODY_PICTURE,
      (
        whole,
        altText: string,
        angled: string | undefined,
        bare: string | undefined,
        title: string | undefined,
        offset: number,
      ) => {
        const url = unescapeMarkdown(angled ?? bare ?? "");
        if (lifted && offset === 0) return "";
        const media = byUrl.get(url) ?? { kind: "picture" as const, url, alt: unescapeMarkdown(altText) };
        const placed = placer.place(media);
        if ("reason" in placed) {
          const [caption, credit] = title === undefined ? [] : unescapeMarkdown(title.slice(1, -1)).split(" | ");
          left.set(show(url), { ...defined({ caption, credit }), ...media, reason: placed.reason });
          return "";
        }
        const caption = title === undefined ? undefined : unescapeMarkdown(title.slice(1, -1)).split(" | ")[0];
        const alt = oneLine(altText) ?? altOf(media) ?? oneLine(caption);
        if (alt === undefined) {
          speechless.push(`media/${placed.path}`);
          return "";
        }
        return whole.startsWith(`![${altText}]`)
          ? `![${altText.trim() === "" ? alt.replace(/[[\]\\]/g, "\\$&") : altText}](${placed.path}${title === undefined ? "" : ` ${title}`})`
          : whole;
      },
    )
    .replace(/^\[\s*\]\([^()\s]*\)[ \t]*$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  // What belongs to the item and stands nowhere in it is kept or told, one by one.
  const others = item.media.filter(
    (media) => media.kind === "picture" && media !== main && !(media.url !== undefined && inBody.has(media.url)),
  );
  const saved = others.flatMap((media) => {
    const placed = placer.place(media);
    if ("path" in placed) return [placed.path];
    left.set(show(media.url ?? media.name ?? "a picture"), { ...media, reason: placed.reason });
    return [];
  });
  const sound = item.media.find(({ kind }) => kind === "audio");
  const placedSound = sound === undefined ? undefined : placer.place(sound);
  const audio =
    placedSound === undefined
      ? undefined
      : "path" in placedSound
        ? placedSound.path
        : sound?.url !== undefined && /^https?:\/\/\S+$/i.test(sound.url)
          ? sound.url
          : undefined;
  for (const { kind, url, name } of item.media)
    if (kind === "audio" && url !== sound?.url) saved.push(`${url ?? name ?? "a sound"} (a second sound, not saved)`);
  const notes = [...left].map(([url, picture]) => describeLeft(url, picture));
  for (const path of saved) notes.push(`The file ${path} came with the article and stands nowhere in it.`);
  for (const path of speechless)
    notes.push(
      `The picture ${path} was saved but is not shown: it has no caption and no description for readers who cannot see it. Describe it in \`alt\` to show it.`,
    );
  return { body, files: placer.files, notes, ...defined({ image, audio }) };
}
