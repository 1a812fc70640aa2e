/**
 * Bytes → text. The order of witnesses: byte order mark, well-formed UTF-8, the input's own declaration, its letters.
 * Declarations: XML 1.0 § 4.3.3, the `meta` elements of HTML, a `Content-Type` line as in HTTP or MIME.
 */
import iconv from "iconv-lite";
import { guessLetters } from "./letters.ts";
import { mendMojibake } from "./mojibake.ts";

/** What the bytes turned out to be. */
export interface DecodedText {
  readonly text: string;
  /** Lowercase name: `utf-8`, `utf-16le`, `windows-1251`. */
  readonly encoding: string;
  /** Which witness decided. */
  readonly by: "mark" | "form" | "declaration" | "letters";
  /** Sentences for an editor; empty where all was plain. */
  readonly notes: readonly string[];
}

/** Names that declarations use, without punctuation, and what they mean. Latin-1 is read as Windows-1252, as browsers do. */
const NAMES: Readonly<Record<string, string>> = {
  utf8: "utf-8",
  utf16: "utf-16le",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
  ucs2: "utf-16le",
  usascii: "utf-8",
  ascii: "utf-8",
  iso88591: "windows-1252",
  latin1: "windows-1252",
  cp1252: "windows-1252",
  windows1252: "windows-1252",
  cp1250: "windows-1250",
  windows1250: "windows-1250",
  cp1251: "windows-1251",
  windows1251: "windows-1251",
  iso88592: "iso-8859-2",
  latin2: "iso-8859-2",
  iso88595: "iso-8859-5",
  iso885915: "iso-8859-15",
  latin9: "iso-8859-15",
  koi8r: "koi8-r",
  koi8u: "koi8-u",
};

/** How far into the input a declaration is looked for, in bytes; HTML asks for 1,024, real pages need more. */
const DECLARATION_REACH = 4096;

/** The encoding a name stands for, or undefined where there is no such encoding here. */
export function encodingNamed(name: string): string | undefined {
  const known = NAMES[name.toLowerCase().replace(/[^a-z0-9]/g, "")];
  if (known !== undefined) return known;
  return /^[a-z0-9._-]+$/i.test(name) && iconv.encodingExists(name) ? name.toLowerCase() : undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  const head = iconv.decode(Buffer.from(bytes.subarray(0, DECLARATION_REACH)), "latin1");
  const found =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ??
    /^content-type:[^\n]{0,200}?charset\s*=\s*"?([\w.:-]{1,40})/im.exec(head)?.[1] ??
    /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  return found === undefined ? undefined : encodingNamed(found);
}

function marked(bytes: Uint8Array): { encoding: string; skip: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", skip: 2 };
  return undefined;
}

/** UTF-16 without a mark: in text of any language, one half of most spaces, digits and line ends is a zero byte. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const reach = Math.min(bytes.length, 4096) & ~1;
  if (reach < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < reach; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const enough = Math.max(1, reach / 2 / 20);
  if (odd >= enough && even * 20 <= odd) return "utf-16le";
  if (even >= enough && odd * 20 <= even) return "utf-16be";
  return undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Almost UTF-8: a few broken bytes among many whole sequences, as after a cut or a bad join. */
function brokenUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  let lost = 0;
  let whole = 0;
  for (const character of text) {
    if (character === "\ufffd") lost++;
    else if (character > "\u007f") whole++;
  }
  return whole >= 10 && lost * 20 <= whole ? text : undefined;
}

function finish(text: string, encoding: string, by: DecodedText["by"], notes: readonly string[]): DecodedText {
  const bare = text.startsWith("\ufeff") ? text.slice(1) : text;
  const mended = mendMojibake(bare);
  return { text: mended.text, encoding, by, notes: [...notes, ...mended.notes] };
}

function countHigh(bytes: Uint8Array): number {
  let high = 0;
  for (let index = 0; index < bytes.length; index++) if ((bytes[index] ?? 0) > 0x7f) high++;
  return high;
}

/** Decodes any of the encodings that news arrives in. `label` is a name from outside, as from an HTTP header. Never throws. */
export function decodeBytes(bytes: Uint8Array, label?: string): DecodedText {
  const mark = marked(bytes);
  if (mark !== undefined) {
    const text = iconv.decode(Buffer.from(bytes.subarray(mark.skip)), mark.encoding);
    return finish(text, mark.encoding, "mark", []);
  }
  const wide = unmarkedUtf16(bytes);
  if (wide !== undefined) {
    const notes = [`The text has no byte order mark; it was read as ${wide} by its form.`];
    return finish(iconv.decode(Buffer.from(bytes), wide), wide, "form", notes);
  }
  const named = (label === undefined ? undefined : encodingNamed(label)) ?? declared(bytes);
  // A one-byte reading that names UTF-16 is wrong: the declaration itself could not have been read.
  const name = named?.startsWith("utf-16") ? undefined : named;
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) {
    const differs = name !== undefined && name !== "utf-8" && countHigh(bytes) > 0;
    return finish(
      utf8,
      "utf-8",
      "form",
      differs ? [`The text says it is ${name}, but is utf-8; it was read as that.`] : [],
    );
  }
  if (name !== undefined && name !== "utf-8") {
    return finish(iconv.decode(Buffer.from(bytes), name), name, "declaration", []);
  }
  const broken = brokenUtf8(bytes);
  if (broken !== undefined) {
    return finish(broken, "utf-8", "form", ["Some bytes were not valid utf-8; they stand as \ufffd."]);
  }
  const encoding = guessLetters(bytes);
  return finish(iconv.decode(Buffer.from(bytes), encoding), encoding, "letters", [
    `The text does not say its encoding; it was read as ${encoding} by its letters.`,
  ]);
}
