/** Bytes of one input → its items, by the reader of its format. */
import { type DecodedText, decodeBytes } from "../text/encoding.ts";
import { IntakeError } from "../intake-error.ts";
import { LIMITS, renderSize } from "../limits.ts";
import { type Format, recogniseBinary, recogniseFormat } from "./recognise.ts";
import type { WireItem } from "../wire-item.ts";

export interface ReadOptions {
  readonly format: Format | "auto";
  /** Path or address that the input came from. */
  readonly name: string;
  /** IANA name of the zone that times without one are in. */
  readonly zone: string;
}

const BINARY: Readonly<Record<string, readonly [found: string, instead: string]>> = {
  zip: ["a zip within a zip or standard input", "unpack it first"],
  gzip: ["a gzip file within a gzip file", "unpack it first"],
  picture: ["a picture", "give the article that it belongs to"],
  pdf: ["a PDF", "save it as HTML or copy its text into a file"],
  office: ["a document of an old office program", "save it as HTML or as plain text"],
  binary: ["a file that is no text", "give a text, a page, a feed or an export"],
};

/** Single documents are held to less than exports, since they are read in ways that cost more. */
function refuseLength(length: number, format: Format): void {
  const limits: Partial<Record<Format, number>> = {
    wxr: LIMITS.archive,
    ghost: LIMITS.archive,
    rss: LIMITS.archive,
    html: LIMITS.document,
    md: LIMITS.markdown,
  };
  const limit = limits[format] ?? LIMITS.text;
  if (length <= limit) return;
  throw new IntakeError(
    `${renderSize(length)} of text in one ${format === "wire" ? "wire text" : format} document`,
    `give at most ${renderSize(limit)}, or split it`,
  );
}

async function readText(
  input: string | Uint8Array,
  format: Format,
  { name, zone }: ReadOptions,
): Promise<Iterable<WireItem>> {
  switch (format) {
    case "wxr":
      return (await import("../sites/wxr.ts")).eachWxrPost(input, { zone });
    case "rss":
      return (await import("../sites/rss.ts")).eachFeedEntry(input, { zone });
    case "ghost":
      return (await import("../sites/ghost.ts")).eachGhostPost(input, { zone });
  }
  const text = typeof input === "string" ? input : Buffer.from(input).toString("utf8");
  switch (format) {
    case "wire":
      return (await import("../wire/wire-text.ts")).readWireText(text, { zone });
    case "html":
      return (await import("../page/html.ts")).readHtml(text, {});
    case "ninjs":
      return (await import("../exchange/ninjs.ts")).readNinjs(text);
    case "newsml":
      return (await import("../exchange/newsml.ts")).readNewsml(text);
    case "nitf":
      return (await import("../exchange/nitf.ts")).readNitf(text);
    case "anpa":
      return (await import("../wire/anpa.ts")).readAnpa(text);
    case "iptc7901":
      return (await import("../wire/iptc7901.ts")).readIptc7901(text);
    case "md":
      return (await import("../sites/md.ts")).readMd(text, { zone, name });
    default:
      return format satisfies never;
  }
}

/** An input as text, and what it is. Throws an `IntakeError` where it is no text, or too long for its format. */
function recognise(bytes: Uint8Array, options: ReadOptions): DecodedText & { readonly format: Format } {
  const kind = recogniseBinary(bytes);
  if (kind !== undefined) {
    const [found, instead] = BINARY[kind] ?? ["a file that is no text", "give a text"];
    throw new IntakeError(found, instead);
  }
  const decoded = decodeBytes(bytes);
  if (decoded.text.trim() === "") throw new IntakeError("an empty file", "give one with an article in it");
  const format = options.format === "auto" ? recogniseFormat(decoded.text) : options.format;
  refuseLength(decoded.text.length, format);
  return { ...decoded, format };
}

async function* eachItem(
  text: string | Uint8Array,
  format: Format,
  notes: readonly string[],
  options: ReadOptions,
): AsyncGenerator<WireItem> {
  let count = 0;
  try {
    for (const item of await readText(text, format, options)) {
      count++;
      yield notes.length === 0 ? item : { ...item, notes: [...notes, ...item.notes] };
    }
  } catch (error) {
    if (!(error instanceof RangeError && /call stack/i.test(error.message))) throw error;
    throw new IntakeError("something nested too deep to be read", "give the file as its program wrote it");
  }
  if (count === 0) throw new IntakeError(`no article was found in this ${format}`, "give one that has some");
}

/**
 * Reads an input; the items of an export come one by one, as they are asked for. Throws an `IntakeError`, at once, before
 * the first item or between two, where the input is no news, broken, too large or too deep.
 */
export function readItems(bytes: Uint8Array, options: ReadOptions): AsyncGenerator<WireItem> {
  const { text, encoding, format, notes } = recognise(bytes, options);
  // A text takes up to twice the memory of its bytes, and an export of a whole site is read for minutes.
  const isSame = encoding === "utf-8" && notes.length === 0;
  return format === "wxr" || format === "rss" || format === "ghost"
    ? eachItem(isSame ? bytes : Buffer.from(text), format, notes, options)
    : eachItem(text, format, notes, options);
}
