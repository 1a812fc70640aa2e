/** A WordPress export (WXR 1.0 to 1.2: RSS with the namespace `wp`) → an item for each post. */
import { DISCUSSION_STATES } from "../../article/article.ts";
import { defined } from "../defined.ts";
import { readForeignDate } from "../dates/foreign-date.ts";
import { IntakeError } from "../intake-error.ts";
import { LIMITS, refuseMany } from "../limits.ts";
import { readMarkupBody, readOrHold } from "./markup-body.ts";
import { ownText } from "../text/own-text.ts";
import { selectOldAddresses } from "./old-addresses.ts";
import { plainText } from "./rss.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";
import { wordpressMarkup } from "./wordpress-body.ts";
import { readWxrComments } from "./wxr-comments.ts";
import { eachXmlItem } from "../xml.ts";
import { rawText, readAttribute, readText, selectChild, selectChildren, type XmlElement } from "../xml-element.ts";

/** Types of WordPress's own that hold no words of the site: settings, menus, older states. */
const TECHNICAL =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_(?!block$)\w+|acf-\w+|scheduled-action|shop_order\w*|mc4wp-form|wpcf7_contact_form|guest-author)$/;
/** What a login may not be to be printed as a name. */
const ADDRESS = /@|^\d+$/;

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
  /** Printed names of categories, by the number that a post's fields know them by. */
  readonly categories: ReadonlyMap<string, string>;
  /** Identities that more than one post claims. */
  readonly shared: ReadonlySet<string>;
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

/** Several authors, as Co-Authors Plus keeps them; else the one who is logged in as the post's creator. */
function bylineOf(item: XmlElement, facts: Export, needs: string[]): string[] {
  const together = selectChildren(item, "category")
    .filter((category) => readAttribute(category, "domain") === "author")
    .map((category) => plainText(rawText(category)))
    .filter((name) => name !== undefined);
  if (together.length > 0) return [...new Set(together)];
  const login = selectChildren(item, "creator").map(rawText)[0]?.trim() ?? "";
  if (login === "") return [];
  const name = facts.authors.get(login) ?? login;
  if (!ADDRESS.test(name)) return [name];
  needs.push("its author is known by a login alone, which is not printed; write `byline`");
  return [];
}

/** The category that the site's editors marked as the first, by Yoast, Rank Math or the theme. */
function primaryCategory(meta: ReadonlyMap<string, string>, { categories }: Export): string | undefined {
  for (const key of ["_yoast_wpseo_primary_category", "rank_math_primary_category", "_primary_category"]) {
    const name = categories.get(meta.get(key) ?? "");
    if (name !== undefined) return name;
  }
  return undefined;
}

function categoriesOf(item: XmlElement, primary: string | undefined): { section: string | undefined; tags: string[] } {
  const named = (domain: string) =>
    selectChildren(item, "category")
      .filter(
        (category) =>
          readAttribute(category, "domain") === domain && readAttribute(category, "nicename") !== "uncategorized",
      )
      .map((category) => plainText(rawText(category)))
      .filter((name) => name !== undefined);
  const given = named("category");
  const categories =
    primary !== undefined && given.includes(primary) ? [primary, ...given.filter((name) => name !== primary)] : given;
  return { section: categories[0], tags: [...new Set([...named("post_tag"), ...categories.slice(1)])] };
}

/** A post's enclosure: address, length and type, a line each. https://codex.wordpress.org/Function_Reference/do_enclose */
function soundOf(meta: ReadonlyMap<string, string>): WireMedia[] {
  const [url, , type = ""] = (meta.get("enclosure") ?? "").split("\n").map((line) => line.trim());
  return url !== undefined && /^https?:/.test(url) && /^audio\//.test(type) ? [{ kind: "audio", url }] : [];
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

/** Its address under the names that it had before; WordPress leads on from those. */
function formerOf(item: XmlElement, url: string): string[] {
  const name = wp(item, "post_name");
  return selectChildren(item, "postmeta")
    .filter((meta) => wp(meta, "meta_key") === "_wp_old_slug")
    .flatMap((meta) => {
      const old = wp(meta, "meta_value");
      return old === undefined || name === undefined || !url.includes(`/${name}`)
        ? []
        : [url.replace(`/${name}`, `/${old}`)];
    });
}

/** What the post is known by over all exports. Where a site gave two posts one identity, their numbers part them. */
function identityOf(item: XmlElement, { shared }: Export): string | undefined {
  const guid = readText(selectChild(item, "guid"));
  const id = wp(item, "post_id");
  return guid !== undefined && shared.has(guid) && id !== undefined ? `${guid} #${id}` : guid;
}

/** Names of categories by their number. */
function termsOf(channel: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  for (const category of selectChildren(channel, "category")) {
    const [id, name] = [wp(category, "term_id"), wp(category, "cat_name")];
    if (id !== undefined && name !== undefined) found.set(id, plainText(name) ?? name);
  }
  return found;
}

function readPost(item: XmlElement, facts: Export): WireItem {
  const meta = metaOf(item);
  const url = readText(selectChild(item, "link"));
  const { markup, left } = wordpressMarkup(
    encoded(item, "content"),
    (id) => facts.attachments.get(id),
    meta.get("footnotes"),
  );
  const { media, datelineConfidence, ...body } = readMarkupBody(markup, url);
  const status = wp(item, "status") ?? "publish";
  const date =
    readDate(item, "post_date", facts.zone) ??
    readForeignDate(readText(selectChild(item, "pubDate")) ?? "", facts.zone)?.date ??
    readDate(item, "post_modified", facts.zone);
  const modified = readDate(item, "post_modified", facts.zone);
  const { section, tags } = categoriesOf(item, primaryCategory(meta, facts));
  const notes: string[] = [];
  const needs: string[] = [];
  const byline = bylineOf(item, facts, needs);
  const aliases = status === "publish" && url !== undefined ? selectOldAddresses([url, ...formerOf(item, url)]) : [];
  const type = wp(item, "post_type") ?? "post";
  if (type === "page")
    needs.push(
      `it was a page of the site, not an article; as a standing page it goes to pages/${wp(item, "post_name") ?? "name"}.md`,
    );
  else if (type !== "post") needs.push(`it is of the site's own type “${type}”; say what it is here`);
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
    id: identityOf(item, facts),
    title: plainText(readText(selectChild(item, "title"))),
    standfirst: plainText(encoded(item, "excerpt")) ?? plainText(meta.get("newspack_post_subtitle")),
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
    byline,
    tags,
    ...(aliases.length > 0 ? { aliases } : {}),
    related: [],
    corrections: [],
    media: [
      ...main,
      ...soundOf(meta),
      ...media.filter((picture) => !main.some(({ url: known }) => known === picture.url)),
    ],
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
  !TECHNICAL.test(wp(item, "post_type") ?? "post") && !GONE.has(wp(item, "status") ?? "publish");

/** What posts refer to: authors, pictures, and the site's own facts. The posts themselves are passed over. */
function readFacts(text: string | Uint8Array, zone: string): Export {
  const attachments = new Map<string, Attachment>();
  let posts = 0;
  const known = new Set<string>();
  const shared = new Set<string>();
  const items = eachXmlItem(text, isItem, LIMIT);
  let step = items.next();
  for (; step.done !== true; step = items.next()) {
    addAttachment(step.value, attachments);
    if (!isPost(step.value)) continue;
    refuseMany(++posts);
    const guid = readText(selectChild(step.value, "guid")) ?? "";
    if (known.has(guid)) shared.add(guid);
    known.add(guid);
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
    categories: termsOf(channel),
    shared,
    zone,
  };
}

/**
 * Reads an export; an item for each post that was not thrown away, one by one. Pages, and what is of a type of the site's
 * own, wait for an editor. The text is gone through twice, since posts refer to pictures that come after them. Bytes are
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
