/** What an input is, by what stands in it and never by its name. */
import { looksLikeAnpa } from "../wire/anpa.ts";
import { IntakeError } from "../intake-error.ts";
import { looksLikeIptc7901 } from "../wire/iptc7901.ts";

export const FORMATS = [
  "wire",
  "html",
  "ninjs",
  "newsml",
  "nitf",
  "anpa",
  "iptc7901",
  "rss",
  "wxr",
  "ghost",
  "md",
] as const;
export type Format = (typeof FORMATS)[number];

/** Files that are no text: by their first bytes. */
const SIGNATURES: readonly { readonly kind: BinaryKind; readonly bytes: readonly number[]; readonly at?: number }[] = [
  { kind: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: "gzip", bytes: [0x1f, 0x8b, 0x08] },
  { kind: "picture", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "picture", bytes: [0xff, 0xd8, 0xff] },
  { kind: "picture", bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: "picture", bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { kind: "picture", bytes: [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69], at: 4 },
  { kind: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: "office", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
];
export type BinaryKind = "zip" | "gzip" | "picture" | "pdf" | "office" | "binary";

/** What kind of file that is no text, or undefined for text. Wire control characters are text. */
export function recogniseBinary(bytes: Uint8Array): BinaryKind | undefined {
  for (const { kind, bytes: signature, at = 0 } of SIGNATURES) {
    if (signature.every((byte, index) => bytes[at + index] === byte)) return kind;
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined;
  let zeros = 0;
  const reach = Math.min(bytes.length, 8192);
  for (let index = 0; index < reach; index++) if (bytes[index] === 0) zeros++;
  // UTF-16 without a mark has a zero in at most every other byte and hardly two in a row.
  if (zeros === 0) return undefined;
  let pairs = 0;
  for (let index = 1; index < reach; index++) if (bytes[index] === 0 && bytes[index - 1] === 0) pairs++;
  return pairs * 50 > zeros || zeros > reach / 2 + 1 ? "binary" : undefined;
}

/** How much of a text is looked at, in characters, except where JSON is. */
const REACH = 64 * 1024;

const NEWSML_ROOTS = new Set([
  "newsItem",
  "newsMessage",
  "packageItem",
  "conceptItem",
  "knowledgeItem",
  "planningItem",
  "catalogItem",
  // Parts of an item as documents of their own, as agencies' documentation has them.
  "contentSet",
  "contentMeta",
  "itemMeta",
]);

/** Local name of the root element, past declaration, comments and document type. */
function rootOf(head: string): string | undefined {
  const bare = head
    .replace(/^\s*<\?xml[^>]*\?>/i, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<\?[^>]*\?>/g, "")
    .replace(/^\s*<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/i, "");
  return /^\s*<(?:[\w-]+:)?([A-Za-z][\w-]*)/.exec(bare)?.[1];
}

function recogniseMarkup(head: string): Format | undefined {
  const root = rootOf(head);
  if (root === undefined) return undefined;
  if (root === "rss") return /xmlns:wp\s*=|<wp:wxr_version>/.test(head) ? "wxr" : "rss";
  if (root === "RDF" || root === "feed") return "rss";
  if (root === "nitf") return "nitf";
  if (NEWSML_ROOTS.has(root)) return "newsml";
  if (root === "NewsML") {
    throw new IntakeError("NewsML 1, the format before NewsML-G2", "ask the agency for NewsML-G2, NITF or ninjs");
  }
  if (root === "svg") throw new IntakeError("an SVG drawing", "give the article that it belongs to");
  const lower = root.toLowerCase();
  if (lower === "html" || /^\s*<!doctype html/i.test(head)) return "html";
  if (/^\s*<\?xml/.test(head) && !/<(?:html|body|p|div)\b/i.test(head)) {
    throw new IntakeError(`XML whose root element is <${root}>`, "give a feed, NITF, NewsML-G2 or a WordPress export");
  }
  return /<(?:head|body|p|div|article|main|section|h[1-6]|table|title|meta|span|br|a|ul|blockquote)\b/i.test(head)
    ? "html"
    : undefined;
}

function recogniseJson(text: string, head: string): Format | undefined {
  const opened = text.trimStart();
  if (!opened.startsWith("{") && !/^\[\s*(?:\{|\])/.test(opened)) return undefined;
  if (/"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org/.test(head)) return "rss";
  if (
    /"(?:db|data)"\s*:/.test(head) &&
    /"posts"\s*:\s*\[/.test(text) &&
    /"(?:db|meta|users|posts_tags|settings)"\s*:/.test(text)
  )
    return "ghost";
  // Hugo's JSON front matter: the object ends, and Markdown follows.
  if (opened.startsWith("{") && /\n\}[ \t]*\r?\n\s*\S/.test(opened) && !/\}\s*$/.test(opened)) return "md";
  if (
    /"(?:uri|guid|altids|versioncreated|versionCreated|headline|headlines|body_html|body_text|bodies|pubstatus|pubStatus)"\s*:/.test(
      head,
    )
  )
    return "ninjs";
  if (/"items"\s*:\s*\[/.test(head) && /"(?:content_html|content_text)"\s*:/.test(text)) return "rss";
  try {
    JSON.parse(text.length > 4_000_000 ? "" : text);
  } catch {
    return undefined;
  }
  throw new IntakeError(
    "JSON that is no ninjs, JSON Feed or Ghost export",
    "give one of these, or name it with --format",
  );
}

/** MIME, as browsers save a page in one file, or an HTTP answer kept with its header. */
function recogniseHeader(head: string): Format | undefined {
  if (
    /^(?:From|Snapshot-Content-Location|MIME-Version|Subject|Date|Content-Type):/i.test(head) &&
    /^content-type:\s*(?:multipart\/related|text\/html)/im.test(head) &&
    /^mime-version:/im.test(head)
  )
    return "html";
  if (/^HTTP\/[\d.]+ \d{3}/.test(head) && /<html|<!doctype html/i.test(head)) return "html";
  return undefined;
}

/** Markdown without front matter says so by a first line that is a heading. */
function looksLikeMarkdown(head: string): boolean {
  return /^\s{0,3}#{1,2} \S[^\n]*\r?\n\s*(?:\r?\n|$)/.test(head) && !/^\s*#\S/.test(head);
}

/** The format of a text. Throws an `IntakeError` for what is surely something else; any other text is `wire`. */
export function recogniseFormat(text: string): Format {
  const head = text.slice(0, REACH);
  if (/^[\s\u0000]*\u0016{1,4}\u0001/.test(head)) return "anpa";
  if (/^[\s\u0000]*\u0001/.test(head)) return /^[\s\u0000]*\u0001[A-Za-z]*\d* /.test(head) ? "iptc7901" : "anpa";
  if (looksLikeIptc7901(head)) return "iptc7901";
  if (looksLikeAnpa(head)) return "anpa";
  const opening = head.trimStart();
  if (
    /^---[ \t]*(?:yaml)?[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.test(opening) ||
    /^---[a-z]+[ \t]*\r?\n/i.test(opening)
  )
    return "md";
  if (/^\+\+\+[ \t]*\r?\n/.test(opening)) return "md";
  const json = recogniseJson(text, head);
  if (json !== undefined) return json;
  const header = recogniseHeader(opening);
  if (header !== undefined) return header;
  if (opening.startsWith("<")) {
    const markup = recogniseMarkup(opening);
    if (markup !== undefined) return markup;
  }
  if (
    /<!doctype html|<html[\s>]/i.test(head) ||
    (head.match(/<\/?(?:p|div|article|h[1-6]|br|li|span)\b[^<>]*>/gi)?.length ?? 0) >= 6
  )
    return "html";
  return looksLikeMarkdown(head) ? "md" : "wire";
}
