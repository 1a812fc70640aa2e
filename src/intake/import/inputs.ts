/** What the command was pointed at → inputs one by one: a file, all files of a folder, all files of a zip, standard input. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { gunzipSync } from "node:zlib";
import { IntakeError } from "../intake-error.ts";
import { LIMITS, renderSize } from "../limits.ts";
import { recogniseBinary } from "./recognise.ts";
import { unpackZip } from "./unpack.ts";

/** One thing to be read. */
export interface Input {
  /** As shown: the path as given, or `archive.zip/inner/path`. */
  readonly name: string;
  /** Its bytes, gzip taken off. Throws an `IntakeError` where it is too large or broken. */
  readonly read: () => Uint8Array;
  /** Bytes of a file that it names: beside it, or anywhere in the same folder or zip under a path that ends the same. */
  readonly find: (address: string) => Uint8Array | undefined;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Files left out before they were read. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
  /** True where the command was pointed at one single file. */
  readonly single: boolean;
  /** Removes what was unpacked. */
  readonly close: () => void;
}

/** Files of a folder that are never articles: the works of a site, and pictures, which articles fetch for themselves. */
const NO_ARTICLE =
  /\.(?:css|scss|sass|less|m?[jt]sx?|cjs|vue|svelte|astro|njk|liquid|hbs|ejs|ya?ml|toml|lock|map|ico|svg|png|jpe?g|gif|webp|avif|bmp|tiff?|heic|mp[34]|m4a|ogg|oga|ogv|wav|webm|mov|avi|pdf|docx?|xlsx?|pptx?|woff2?|ttf|otf|eot|wasm|exe|dll|so|class|jar|sh|bat|py|rb|php|sql|db|sqlite|csv|tsv|log|bak|tmp|part)$/i;
const NO_FOLDER = /^(?:\.|node_modules$|__MACOSX$|originals$)|_files$/;

function refuseSize(size: number, limit: number, name: string): void {
  if (size > limit) {
    throw new IntakeError(
      `${renderSize(size)} in one file (${basename(name)})`,
      `give a file of at most ${renderSize(limit)}, or split it`,
    );
  }
}

/** Bytes of a file, unpacked where they are gzip. */
export function readWhole(path: string, name: string): Uint8Array {
  refuseSize(statSync(path).size, LIMITS.archive, name);
  return openGzip(readFileSync(path), name);
}

/** Takes gzip off, once. */
export function openGzip(bytes: Uint8Array, name: string): Uint8Array {
  if (recogniseBinary(bytes) !== "gzip") return bytes;
  try {
    const limit = Math.min(LIMITS.archive, Math.max(LIMITS.suspectFrom / 4, bytes.length * LIMITS.ratio));
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new IntakeError(
      tooLarge
        ? `${basename(name)} unpacks to far more than it holds`
        : `${basename(name)} is a gzip file that is broken`,
      tooLarge ? "such a file is made to do harm; ask who sent it" : "pack it again",
    );
  }
}

/** Finds files by the address an article gives them: relative to it, or by the end of the path. */
class Neighbours {
  /** By path below the root, with `/`. */
  readonly #files: ReadonlyMap<string, string>;
  #byName: Map<string, string[]> | undefined;
  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  find(of: string, address: string): Uint8Array | undefined {
    const named = pathOf(address);
    if (named === undefined) return undefined;
    const beside = posix.normalize(posix.join(posix.dirname(of), named.path));
    const own = named.isWeb || named.path.startsWith("/") ? undefined : this.#files.get(beside);
    const found = own ?? this.#byEnd(named.path);
    if (found === undefined || statSync(found).size > LIMITS.picture) return undefined;
    return readFileSync(found);
  }

  /** The file whose path ends as the address does, over two names at least where there are two; the longest match wins. */
  #byEnd(path: string): string | undefined {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const name of this.#files.keys()) {
        const last = posix.basename(name);
        this.#byName.set(last, [...(this.#byName.get(last) ?? []), name]);
      }
    }
    const wanted = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
    let best: { name: string; length: number } | undefined;
    for (const name of this.#byName.get(wanted.at(-1) ?? "") ?? []) {
      const parts = name.split("/");
      let length = 0;
      while (length < wanted.length && length < parts.length && wanted.at(-1 - length) === parts.at(-1 - length))
        length++;
      if (length > (best?.length ?? 0)) best = { name, length };
    }
    return best === undefined || best.length < Math.min(2, wanted.length) ? undefined : this.#files.get(best.name);
  }
}

function walk(folder: string, below: string, found: Map<string, string>): void {
  const entries = readdirSync(join(folder, below), { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!/^(?:\.|node_modules$|__MACOSX$)/.test(entry.name)) walk(folder, path, found);
    } else if (entry.isFile() && !entry.name.startsWith(".")) found.set(path, join(folder, path));
    if (found.size > LIMITS.files)
      throw new IntakeError(`a folder of more than ${LIMITS.files} files`, "import its folders one by one");
  }
}

const isArticle = (path: string) =>
  !NO_ARTICLE.test(path) &&
  !path
    .split("/")
    .slice(0, -1)
    .some((part) => NO_FOLDER.test(part));

function inputsOf(files: ReadonlyMap<string, string>, prefix: string): Input[] {
  const neighbours = new Neighbours(files);
  return [...files]
    .filter(([path]) => isArticle(path))
    .map(([path, place]) => {
      const name = posix.join(prefix, path);
      return { name, read: () => readWhole(place, name), find: (address) => neighbours.find(path, address) };
    });
}

/** The path of an address, decoded, without its host; undefined for other schemes. */
function pathOf(address: string): { readonly path: string; readonly isWeb: boolean } | undefined {
  let path = address.replace(/[?#].*$/s, "");
  try {
    path = decodeURIComponent(path);
  } catch {
    // A stray % is part of the name.
  }
  const web = /^(?:https?:)?\/\/[^/]*(\/.*)$/i.exec(path)?.[1];
  if (web !== undefined) return { path: web, isWeb: true };
  return /^[a-z]{2,}:/i.test(path) ? undefined : { path, isWeb: false };
}

/** A single file finds what it names beside it, and what browsers save in `page_files` beside `page.html`. */
function singleInput(path: string): Input {
  const folder = dirname(path);
  const saved = `${basename(path).replace(/\.[^.]+$/, "")}_files`;
  const find = (address: string): Uint8Array | undefined => {
    const named = pathOf(address);
    const parts = named?.path.split(/[/\\]/).filter((part) => part !== "" && part !== ".") ?? [];
    const last = parts.at(-1);
    if (named === undefined || last === undefined || parts.includes("..")) return undefined;
    const beside = named.isWeb || named.path.startsWith("/") ? parts.slice(-2) : parts;
    for (const place of [join(folder, ...beside), join(folder, saved, last)]) {
      if (existsSync(place) && statSync(place).isFile() && statSync(place).size <= LIMITS.picture)
        return readFileSync(place);
    }
    return undefined;
  };
  return { name: path, read: () => readWhole(path, path), find };
}

async function openZip(path: string, scratch: string): Promise<Inputs> {
  const unpacked = await unpackZip(path, scratch);
  const close = () => rmSync(scratch, { recursive: true, force: true });
  if (unpacked.files.has("[Content_Types].xml") || unpacked.files.has("mimetype")) {
    close();
    throw new IntakeError(
      "a document of an office program or a book, which is a zip inside",
      "save it as HTML or as plain text and give that",
    );
  }
  const left = unpacked.left.map(({ name, reason }) => ({ name: posix.join(path, name), reason }));
  return { inputs: inputsOf(unpacked.files, path), left, single: false, close };
}

function headOf(path: string): Uint8Array {
  refuseSize(statSync(path).size, LIMITS.unpacked, path);
  return statSync(path).size > LIMITS.archive ? new Uint8Array(0) : readFileSync(path).subarray(0, 64);
}

/**
 * Opens what a path names. `scratch` is a folder that zips are unpacked into; `-` is standard input, whose bytes are given.
 * Throws an `IntakeError` where there is no such thing, or it is a zip that is broken or dangerous.
 */
export async function openInputs(
  path: string,
  scratch: string,
  standardInput: () => Promise<Uint8Array>,
): Promise<Inputs> {
  const close = () => {};
  if (path === "-") {
    const bytes = await standardInput();
    refuseSize(bytes.length, LIMITS.archive, "standard input");
    return {
      inputs: [{ name: "-", read: () => openGzip(bytes, "standard input"), find: () => undefined }],
      left: [],
      single: true,
      close,
    };
  }
  if (!existsSync(path))
    throw new IntakeError(`there is no ${path}`, "give a file, a folder, a zip, or - for standard input");
  if (statSync(path).isDirectory()) {
    const files = new Map<string, string>();
    walk(path, "", files);
    return { inputs: inputsOf(files, path), left: [], single: false, close };
  }
  if (recogniseBinary(headOf(path)) === "zip") return openZip(path, scratch);
  return { inputs: [singleInput(path)], left: [], single: true, close };
}
