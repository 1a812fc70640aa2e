/** A WordPress export (WXR 1.0 to 1.2: RSS with the namespace `wp`) → an item for each post. */
import { DISCUSSION_STATES } from "../../article/article.ts";
import { defined } from "../defined.ts";
import { readForeignDate } from "../dates/foreign-date.ts";
import { IntakeError } from "../intake-error.ts";
import { LIMITS, refuseMany } from "../limits.ts";
import { readMarkupBody, readOrHold } from "./markup-body.ts";
import { ownText } from "../text/own-text.ts";
import { plainText } from "./rss.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";
import { wordpressMarkup } from "./wordpress-body.ts";
import { readWxrComments } from "./wxr-comments.ts";
import { eachXmlItem } from "../xml.ts";
import { rawText, readAttribute, readText, selectChild, selectChildren, type XmlElement } from "../xml-element.ts";

/** `wp:status` of posts that are left out: they were thrown away, or are older states of others. */
const GONE = new Set(["trash", "auto-draft", "inherit"]);

interface Attachment {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
}

/** What all posts of an export share. */
interface Export {
  readonly name: string | undefined;
  readonly lang: string | undefined;
  /** Printed name by login. */
  readonly authors: ReadonlyMap<string, string>;
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly zone: string;
}

/** Text of a child by the prefix it is written with: `wp:status`. Prefixes are fixed in exports. */
function wp(item: XmlElement, name: string): string | undefined {
  const found = selectChildren(item, name).find(
    ({ uri }) => /wordpress\.org\/export/.test(uri) && !uri.includes("excerpt"),
  );
  const text = found === undefined ? "" : rawText(found).trim();
  return text === "" ? undefined : text;
}

function metaOf(item: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  for (const meta of selectChildren(item, "postmeta")) {
    const key = wp(meta, "meta_key");
    if (key !== undefined) found.set(key, wp(meta, "meta_value") ?? "");
  }
  return found;
}

function encoded(item: XmlElement, of: "content" | "excerpt"): string {
  const found = selectChildren(item, "encoded").find(({ uri }) => uri.includes(of));
  return found === undefined ? "" : rawText(found);
}

function addAttachment(item: XmlElement, found: Map<string, Attachment>): void {
  const url = wp(item, "attachment_url");
  const id = wp(item, "post_id");
  if (wp(item, "post_type") !== "attachment" || url === undefined || id === undefined) return;
  const alt = metaOf(item).get("_wp_attachment_image_alt")?.trim() ?? "";
  const caption = plainText(encoded(item, "excerpt")) ?? "";
  found.set(ownText(id), { url: ownText(url), alt: ownText(alt), caption: ownText(caption) });
}

function authorsOf(channel: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  for (const author of selectChildren(channel, "author")) {
    const login = wp(author, "author_login");
    const full = [wp(author, "author_first_name"), wp(author, "author_last_name")]
      .filter((part) => part !== undefined)
      .join(" ");
    const name = wp(author, "author_display_name") ?? full;
    if (login !== undefined && name !== "") found.set(login, name === login && full !== "" ? full : name);
  }
  return found;
}

/** WordPress keeps its times in the site's zone and in UTC; drafts have zeroes for UTC. */
function readDate(item: XmlElement, name: string, zone: string): string | undefined {
  const utc = wp(item, `${name}_gmt`);
  const found = utc === undefined ? undefined : readForeignDate(`${utc} +0000`, zone);
  return found?.date ?? readForeignDate(wp(item, name) ?? "", zone)?.date;
}

function categoriesOf(item: XmlElement): { section: string | undefined; tags: string[] } {
  const named = (domain: string) =>
    selectChildren(item, "category")
      .filter(
        (category) =>
          readAttribute(category, "domain") === domain && readAttribute(category, "nicename") !== "uncategorized",
      )
      .map((category) => plainText(rawText(category)))
      .filter((name) => name !== undefined);
  const categories = named("category");
  return { section: categories[0], tags: [...new Set([...named("post_tag"), ...categories.slice(1)])] };
}

function mediaOf(meta: ReadonlyMap<string, string>, { attachments }: Export): WireMedia[] {
  const picture = attachments.get(meta.get("_thumbnail_id") ?? "");
  if (picture === undefined) return [];
  return [
    {
      kind: "picture",
      url: picture.url,
      ...defined({ alt: picture.alt || undefined, caption: picture.caption || undefined }),
    },
  ];
}

function readPost(item: XmlElement, facts: Export): WireItem {
  const meta = metaOf(item);
  const url = readText(selectChild(item, "link"));
  const { markup, left } = wordpressMarkup(encoded(item, "content"), (id) => facts.attachments.get(id));
  const { media, datelineConfidence, ...body } = readMarkupBody(markup, url);
  const status = wp(item, "status") ?? "publish";
  const date =
    readDate(item, "post_date", facts.zone) ??
    readForeignDate(readText(selectChild(item, "pubDate")) ?? "", facts.zone)?.date ??
    readDate(item, "post_modified", facts.zone);
  const modified = readDate(item, "post_modified", facts.zone);
  const login = selectChildren(item, "creator").map(rawText)[0]?.trim() ?? "";
  const { section, tags } = categoriesOf(item);
  const notes: string[] = [];
  const needs: string[] = [];
  if (left.length > 0) notes.push(`Left out of the text: ${left.join(", ")}.`);
  const { comments, left: silent } = readWxrComments(item, wp, facts.zone);
  if (silent > 0)
    notes.push(
      `${silent === 1 ? "1 comment was" : `${silent} comments were`} left out: not approved, or sent by another site.`,
    );
  if (wp(item, "post_password") !== undefined) needs.push("it was behind a password");
  if (status === "private") needs.push("it was private");
  const main = mediaOf(meta, facts);
  const open = wp(item, "comment_status");
  const fields = defined({
    id: readText(selectChild(item, "guid")),
    title: plainText(readText(selectChild(item, "title"))),
    standfirst: plainText(encoded(item, "excerpt")),
    date,
    updated:
      modified !== undefined && date !== undefined && Date.parse(modified) > Date.parse(date) ? modified : undefined,
    section,
    lang: facts.lang,
    embargo: status === "future" ? date : undefined,
    draft: status === "draft" || status === "pending" ? true : undefined,
    discussion: DISCUSSION_STATES.find((state) => state === open),
    comments: comments.length === 0 ? undefined : comments,
    slug: wp(item, "post_name"),
    source:
      facts.name === undefined && url === undefined
        ? undefined
        : defined({ name: facts.name, url: status === "publish" || status === "private" ? url : undefined }),
  });
  const named = Object.keys(fields).filter((key) => !["id", "slug", "draft", "discussion", "comments"].includes(key));
  return {
    format: "wxr",
    ...fields,
    ...body,
    byline: login === "" ? [] : [facts.authors.get(login) ?? login],
    tags,
    related: [],
    corrections: [],
    media: [...main, ...media.filter((picture) => !main.some(({ url: known }) => known === picture.url))],
    confidence: {
      ...Object.fromEntries(named.map((key) => [key, 1])),
      body: 1,
      ...defined({ dateline: datelineConfidence }),
    },
    notes,
    needs,
  };
}

const LIMIT = { length: LIMITS.archive };

const isItem = ({ name }: XmlElement, depth: number): boolean => name === "item" && depth === 2;

const isPost = (item: XmlElement): boolean =>
  (wp(item, "post_type") ?? "post") === "post" && !GONE.has(wp(item, "status") ?? "publish");

/** What posts refer to: authors, pictures, and the site's own facts. The posts themselves are passed over. */
function readFacts(text: string | Uint8Array, zone: string): Export {
  const attachments = new Map<string, Attachment>();
  let posts = 0;
  const items = eachXmlItem(text, isItem, LIMIT);
  let step = items.next();
  for (; step.done !== true; step = items.next()) {
    addAttachment(step.value, attachments);
    if (isPost(step.value)) refuseMany(++posts);
  }
  const channel = selectChild(step.value, "channel");
  if (channel === undefined)
    throw new IntakeError("a WordPress export without a channel", "export the site again, with all content", 1);
  if (posts === 0) throw new IntakeError("a WordPress export without a post", "export the site again, with its posts");
  const language = readText(selectChild(channel, "language"));
  return {
    name: plainText(readText(selectChild(channel, "title"))),
    lang:
      language === undefined || !/^[a-z]{2,3}([-_]\w{2,8})*$/i.test(language)
        ? undefined
        : language.replaceAll("_", "-"),
    authors: authorsOf(channel),
    attachments,
    zone,
  };
}

/**
 * Reads an export; an item for each post that was not thrown away, one by one. Pages and menus are left out. The text is
 * gone through twice, since posts refer to pictures that come after them. Bytes are
 * UTF-8. Throws an `IntakeError` where it is broken.
 */
export function* eachWxrPost(text: string | Uint8Array, { zone }: { readonly zone: string }): Generator<WireItem> {
  const facts = readFacts(text, zone);
  for (const post of eachXmlItem(text, isItem, LIMIT)) {
    if (!isPost(post)) continue;
    yield readOrHold("wxr", plainText(readText(selectChild(post, "title"))), () => readPost(post, facts));
  }
}

/** All items of an export at once. */
export function readWxr(text: string, options: { readonly zone: string }): WireItem[] {
  return [...eachWxrPost(text, options)];
}
