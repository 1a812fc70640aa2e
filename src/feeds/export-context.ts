/** What the wire formats need beside an article: the newsroom's names and addresses, and the articles it refers to. */
import { absoluteAddress } from "../article/address.ts";
import { createHash } from "node:crypto";
import { isArticleAddress, pathOfAddress, selectIdentity } from "../article/alias.ts";
import type { TextLink } from "../article/body-parser.ts";
import type { Article } from "../article/article.ts";
import type { Site, TopicKind } from "../newsroom/newsroom.ts";

export interface ExportContext {
  readonly site: Pick<Site, "title" | "agency" | "url" | "timeZone" | "license" | "copyright" | "publisher">;
  /** The kind of a tag, from `topics.yaml`; `topic` where it is not known. */
  readonly kindOf: (tag: string) => TopicKind;
  /** The printed name of a section's slug. */
  readonly sectionName: (slug: string) => string;
  /** The article behind a path (`2021/01/harbour`), where it is known. */
  readonly find: (
    path: string,
  ) => (Pick<Article, "title" | "address"> & Partial<Pick<Article, "id" | "aliases">>) | undefined;
  /** Where a link in an article's text leads, absolute; unset, `find` is asked. */
  readonly link?: (href: string, article: Article) => TextLink | undefined;
  /** Absolute address of a picture or sound below `media/`, where the site has a url. */
  readonly mediaUrl: (src: string) => string | undefined;
  /** Pixels of what `mediaUrl` leads to, where it is a picture of known size. */
  readonly mediaSize?: (src: string) => { readonly width: number; readonly height: number } | undefined;
  /** The forms of the text that ninjs carries; unset, all: HTML, plain text, Markdown. */
  readonly bodies?: (article: Article) => readonly ("main" | "text" | "source")[];
}

/** A name-based UUID (RFC 9562, version 5) of a text, in the name space of addresses, as a URN. */
export function renderUrn(text: string): string {
  const space = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
  const hash = createHash("sha1").update(space).update(text).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")}`;
}

/** The identity of an article over all its versions: its absolute address, or a UUID of its path where the site has none. */
export function itemUri(
  article: Pick<Article, "path" | "address" | "id" | "aliases">,
  { site }: ExportContext,
): string {
  const identity = selectIdentity(article);
  if (identity !== article.address && !isArticleAddress(identity))
    return isUri(identity) ? identity : renderUrn(`${site.title} ${identity}`);
  return site.url === undefined
    ? renderUrn(
        `${site.title} ${identity === article.address ? article.path : (pathOfAddress(identity) ?? article.path)}`,
      )
    : absoluteAddress(site.url, identity);
}

/** Who sends it: the agency, else the publisher, else the site. */
export function senderOf({ site }: ExportContext): string {
  return site.agency ?? site.publisher?.name ?? site.title;
}

/** A running number of the article's versions, from what its file tells of them. */
export function versionOf(article: Article): number {
  return 1 + article.corrections.length + (article.updatedAt === undefined ? 0 : 1) + (article.retracted ? 1 : 0);
}

/** The moment of the last thing that was done to the article. Milliseconds since 1970. */
export function versionAt(article: Article): number {
  return Math.max(article.publishedAt, article.updatedAt ?? 0, article.retracted?.at ?? 0);
}

/** True for a text that may stand where a format wants an absolute URI. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i.test(text) && !/%(?![0-9a-f]{2})/i.test(text);
}
