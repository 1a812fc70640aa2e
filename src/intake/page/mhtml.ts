/**
 * A page that a browser saved as one file of many parts (MHTML, RFC 2557): the page's markup, where it was saved from and
 * when, and the pictures beside it.
 */
import { decodeBytes } from "../text/encoding.ts";
import { IntakeError } from "../intake-error.ts";

export interface MhtmlPart {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface Mhtml {
  readonly markup: string;
  readonly url?: string;
  /** ISO 8601 in UTC. */
  readonly savedAt?: string;
  /** By address, and by `cid:` address. */
  readonly parts: ReadonlyMap<string, MhtmlPart>;
}

const MAX_PARTS = 4_000;
const MAX_HEADER = 16_000;

type Headers = ReadonlyMap<string, string>;

/** Whether a text is a saved page of many parts: mail headers, of which one says `multipart/related`. */
export function isMhtml(text: string): boolean {
  const head = text.slice(0, MAX_HEADER);
  return /^\s*[A-Za-z-]+:\s/.test(head) && /^content-type:\s*multipart\/related/im.test(head) && !/^\s*</.test(head);
}

function parseHeaders(text: string): Headers {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const at = line.indexOf(":");
    if (at > 0) headers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return headers;
}

/** Headers and body of a part: they are parted by the first empty line. */
function splitPart(text: string): { headers: Headers; body: string } {
  const found = /\r?\n[ \t]*\r?\n/.exec(text);
  if (found === null) return { headers: parseHeaders(text), body: "" };
  return { headers: parseHeaders(text.slice(0, found.index)), body: text.slice(found.index + found[0].length) };
}

function fromQuotedPrintable(body: string): Uint8Array {
  const joined = body.replace(/[ \t]+(?=\r?$)/gm, "").replace(/=\r?\n/g, "");
  const bytes = new Uint8Array(joined.length * 3);
  let length = 0;
  for (let index = 0; index < joined.length; index++) {
    const code = joined.charCodeAt(index);
    const hex = code === 0x3d ? /^[0-9a-f]{2}/i.exec(joined.slice(index + 1, index + 3))?.[0] : undefined;
    if (hex !== undefined) {
      bytes[length++] = Number.parseInt(hex, 16);
      index += 2;
    } else if (code < 0x80) bytes[length++] = code;
    else {
      const character = String.fromCodePoint(joined.codePointAt(index) ?? code);
      if (character.length > 1) index++;
      for (const byte of Buffer.from(character, "utf8")) bytes[length++] = byte;
    }
  }
  return bytes.subarray(0, length);
}

function decodePart(body: string, encoding: string): Uint8Array {
  if (encoding === "base64") return Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ""), "base64");
  return encoding === "quoted-printable" ? fromQuotedPrintable(body) : Buffer.from(body, "utf8");
}

function isoOf(date: string | undefined): string | undefined {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** Reads the parts. Throws IntakeError where they are cut off or none is a page. */
export function parseMhtml(text: string): Mhtml {
  const outer = splitPart(text.trimStart());
  const boundary = /boundary="?([^";]{1,200})"?/i.exec(outer.headers.get("content-type") ?? "")?.[1]?.trim();
  if (boundary === undefined)
    throw new IntakeError("a saved page whose parts have no boundary", "save the page again, as HTML");
  const pieces = outer.body.split(`--${boundary}`);
  if (pieces.length > MAX_PARTS)
    throw new IntakeError(`a saved page of more than ${MAX_PARTS} parts`, "save the page again, as HTML");
  const parts = new Map<string, MhtmlPart>();
  const url = outer.headers.get("snapshot-content-location");
  let markup: string | undefined;
  let location: string | undefined;
  for (const piece of pieces.slice(1)) {
    if (piece.startsWith("--")) break;
    const { headers, body } = splitPart(piece.replace(/^\r?\n/, ""));
    const type = headers.get("content-type") ?? "";
    const mediaType = /^[^;\s]+/.exec(type)?.[0]?.toLowerCase() ?? "";
    const bytes = decodePart(
      body.replace(/\r?\n$/, ""),
      (headers.get("content-transfer-encoding") ?? "").toLowerCase(),
    );
    const address = headers.get("content-location");
    if (markup === undefined && (mediaType === "text/html" || mediaType === "application/xhtml+xml")) {
      markup = decodeBytes(bytes, /charset="?([^";\s]+)/i.exec(type)?.[1]).text;
      location = address;
      continue;
    }
    if (!mediaType.startsWith("image/")) continue;
    if (address !== undefined) parts.set(address, { bytes, mediaType });
    const id = /^<(.+)>$/.exec(headers.get("content-id") ?? "")?.[1];
    if (id !== undefined) parts.set(`cid:${id}`, { bytes, mediaType });
  }
  if (markup === undefined)
    throw new IntakeError("a saved page of many parts, none of which is the page", "save the page again, as HTML");
  const from = [url, location].find((address) => address !== undefined && /^https?:/i.test(address));
  const savedAt = isoOf(outer.headers.get("date"));
  return { markup, parts, ...(from === undefined ? {} : { url: from }), ...(savedAt === undefined ? {} : { savedAt }) };
}

/** What programs write into a page that they save: `saved from url=(0031)https://…`, SingleFile's `url:` and `saved date:`. */
export function readSaveMark(markup: string): { readonly url?: string; readonly savedAt?: string } {
  const head = markup.slice(0, 6_000);
  const url =
    /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+)/i.exec(head)?.[1] ??
    /<!--[^>]*?\burl:\s*(https?:\/\/\S+)[^>]*?saved date:/i.exec(head)?.[1];
  const savedAt = isoOf(/saved date:\s*([^\n(]{8,60})/i.exec(head)?.[1]?.trim());
  return { ...(url === undefined ? {} : { url }), ...(savedAt === undefined ? {} : { savedAt }) };
}
