/** Files that are no pages: scripts, icons, the web app manifest, pictures and sounds. Each is written again only when what it is made of changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Edition } from "../edition/edition.ts";
import { foldKey, keyOf } from "../archive/key.ts";
import { audioAddress } from "../media/audio.ts";
import { drawIcons, type Icon } from "../media/icons.ts";
import { KeptFiles, type OnDamage } from "../media/kept-files.ts";
import { attachmentAddress, copyMedia } from "../media/media-file.ts";
import { makersKey } from "./code-key.ts";
import { HOUSE } from "../newsroom/folders.ts";
import type { Site } from "../newsroom/newsroom.ts";
import { type Inks, PAPER } from "../media/lettering.ts";
import { type BundledScript, bundleScript } from "./scripts.ts";

/** Some files that are made together. */
export interface SharedFiles {
  readonly name: string;
  /** A key of all that is given to the code that makes them. */
  readonly print: number;
  /** A key of that code. */
  readonly code: number;
  /** Writes them into the staging folder and gives their addresses. */
  readonly write: (staging: string) => Promise<readonly string[]> | readonly string[];
}

/** Writes one file into the staging folder and gives its address. */
export function stage(staging: string, address: string, content: string | Uint8Array): string {
  const path = join(staging, address);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return address;
}

/** The folder of a cache for what one state of the code makes; what another made is of no use any more. */
export function codeFolder(parent: string, code: number): string {
  const name = code.toString(36);
  for (const other of existsSync(parent) ? readdirSync(parent) : [])
    if (other !== name) rmSync(join(parent, other), { recursive: true, force: true });
  return join(parent, name);
}

/** Where a cache holds what was drawn of pictures. */
export function picturesFolder(cache: string): string {
  return codeFolder(join(cache, "pictures"), makersKey("media"));
}

/** The scripts that readers' browsers run, by what pages call them. */
const SCRIPTS = ["page", "search", "library"] as const;
/** Names by which pages know a script. */
const ASSET_NAMES: Readonly<Record<(typeof SCRIPTS)[number], string>> = {
  page: "script",
  search: "search",
  library: "library",
};

export interface Assets {
  /** Address by the name that pages know. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly files: readonly SharedFiles[];
}

/** Bundles the scripts; a bundle is kept in the cache under the key of its sources. */
async function bundleScripts(cache: string, onDamage?: OnDamage): Promise<Assets> {
  const bundles = new KeptFiles(join(cache, "scripts"), onDamage);
  const addresses: Record<string, string> = {};
  const files: SharedFiles[] = [];
  for (const entry of SCRIPTS) {
    const source = join(HOUSE, "src/browser", `${entry}.ts`);
    if (!existsSync(source)) continue;
    const key = makersKey(`${entry}Script`);
    const kept = bundles.read(`${entry}-${key.toString(36)}`);
    const script: BundledScript = kept === undefined ? await bundleScript(entry) : JSON.parse(kept.toString("utf8"));
    if (kept === undefined) bundles.write(`${entry}-${key.toString(36)}`, Buffer.from(JSON.stringify(script)));
    addresses[ASSET_NAMES[entry]] = script.name;
    files.push({
      name: `script ${entry}`,
      print: keyOf(script.name),
      code: key,
      write: (staging) => [stage(staging, script.name, script.text)],
    });
  }
  return { addresses, files };
}

/** An icon as it is kept: its bytes in Base64. */
type KeptIcon = Omit<Icon, "content"> & { readonly content: string };

type Titled = Pick<Site, "title" | "language" | "tokens">;

function makeIcons({ title, language, tokens }: Titled, cache: string, onDamage?: OnDamage): Assets {
  const { paper, ink, accent } = tokens ?? {};
  const inks = JSON.parse(JSON.stringify({ paper, ink, accent })) as Inks;
  const code = makersKey("icons");
  const drawings = new KeptFiles(
    codeFolder(join(cache, "icons"), foldKey(code, keyOf(JSON.stringify([title, inks])))),
    onDamage,
  );
  const kept = drawings.read("icons");
  const icons: readonly KeptIcon[] =
    kept === undefined
      ? drawIcons(title, inks).map((icon) => ({ ...icon, content: Buffer.from(icon.content).toString("base64") }))
      : JSON.parse(kept.toString("utf8"));
  if (kept === undefined) drawings.write("icons", Buffer.from(JSON.stringify(icons)));
  const vector = icons.find(({ type }) => type === "image/svg+xml") ?? icons[0];
  const manifest = {
    name: title,
    short_name: title,
    lang: language,
    start_url: "index.html",
    scope: "./",
    display: "minimal-ui",
    background_color: paper ?? PAPER,
    theme_color: paper ?? PAPER,
    icons: icons.map(({ address, type, sizes, purpose }) => ({ src: address, type, sizes, purpose })),
  };
  return {
    addresses: { icon: vector?.address ?? "", "site.webmanifest": "site.webmanifest" },
    files: [
      {
        name: "icons",
        print: keyOf(JSON.stringify([manifest, inks])),
        code,
        write: (staging) => [
          ...icons.map(({ address, content }) => stage(staging, address, Buffer.from(content, "base64"))),
          stage(staging, "site.webmanifest", `${JSON.stringify(manifest)}\n`),
        ],
      },
    ],
  };
}

/** Scripts, icons and the manifest: what every page refers to. */
export async function makeAssets(site: Titled, cache: string, onDamage?: OnDamage): Promise<Assets> {
  const scripts = await bundleScripts(cache, onDamage);
  const icons = makeIcons(site, cache, onDamage);
  return {
    addresses: { ...scripts.addresses, ...icons.addresses, "search-root": "search/index.js" },
    files: [...scripts.files, ...icons.files],
  };
}

/** The media of what is open, and of standing pages and authors. A picture of an embargoed article alone is not among them. */
export function selectMediaFiles(edition: Edition, cache: string, onDamage?: OnDamage): SharedFiles[] {
  const used = new Set<string>();
  const ragged = edition.archive.ragged("media");
  for (const row of edition.order) {
    if (edition.isRetracted(row)) continue;
    const numbers = ragged.of(row);
    for (let index = 0; index < numbers.length; index++)
      used.add(edition.archive.tables.media.name(numbers[index] ?? 0));
  }
  for (const { portrait } of edition.newsroom.authors) if (portrait !== undefined) used.add(portrait);
  if (edition.site.publisher?.logo !== undefined) used.add(edition.site.publisher.logo);
  for (const { files } of edition.standing) for (const src of files) used.add(src);
  const mediaDir = join(edition.content, "media");
  const code = makersKey("media");
  const { media } = edition;
  return [...used].sort().flatMap((src): SharedFiles[] => {
    const print = media.keyOf(src);
    const picture = media.pictures.get(src);
    if (picture !== undefined) {
      const write = async (staging: string) => {
        const { drawPictures } = await import("../media/draw-pictures.ts");
        return drawPictures([{ src, facts: picture }], {
          mediaDir,
          cacheDir: picturesFolder(cache),
          outputDir: staging,
          onDamage,
        });
      };
      return [{ name: `media ${src}`, print, code, write }];
    }
    const sound = media.sounds.get(src);
    const attachment = media.attachments.get(src);
    const address =
      sound !== undefined
        ? audioAddress(sound, src)
        : attachment !== undefined
          ? attachmentAddress(src, attachment.hash)
          : undefined;
    if (address === undefined) return [];
    return [
      {
        name: `media ${src}`,
        print,
        code,
        write: (staging) => copyMedia([{ src, address }], { mediaDir, outputDir: staging }),
      },
    ];
  });
}

/** SHA-256 of a text, lowercase hex. */
export function sumOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Files of a folder, below it. */
export function listFiles(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
}
