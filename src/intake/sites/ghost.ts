/** A Ghost export (`{db: [{meta, data}]}`, versions 1 to 6) → an item for each post. https://ghost.org/docs/migration/custom/ */
import { defined } from "../defined.ts";
import { readForeignDate } from "../dates/foreign-date.ts";
import { ghostMarkup } from "./ghost-body.ts";
import { IntakeError } from "../intake-error.ts";
import { asList, asObject, asText, type JsonObject, parseJson } from "../json.ts";
import { LIMITS, refuseMany } from "../limits.ts";
import { readMarkupBody, readOrHold } from "./markup-body.ts";
import { selectOldAddresses } from "./old-addresses.ts";
import { plainText } from "./rss.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";

/** Stands for the site's own address in exports since Ghost 4. */
const OWN_ADDRESS = /__GHOST_URL__/g;
/** Makes the site's own addresses absolute while they pass through HTML; taken off again. */
const HERE = "https://here.invalid";

/** The tables of an export that posts draw on, by id and in their order. */
interface Tables {
  readonly tags: ReadonlyMap<string, readonly JsonObject[]>;
  readonly authors: ReadonlyMap<string, readonly string[]>;
  readonly users: ReadonlyMap<string, string>;
  readonly meta: ReadonlyMap<string, JsonObject>;
  readonly name: string | undefined;
  readonly lang: string | undefined;
}

const rows = (data: JsonObject, table: string): JsonObject[] =>
  asList(data[table])
    .map(asObject)
    .filter((row) => row !== undefined);

/** Rows of a joining table, by post, in their `sort_order`. */
function joined(data: JsonObject, table: string, key: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const sorted = rows(data, table).sort((one, other) => Number(one.sort_order ?? 0) - Number(other.sort_order ?? 0));
  for (const row of sorted) {
    const post = asText(row.post_id) ?? "";
    const other = asText(row[key]);
    if (other !== undefined) found.set(post, [...(found.get(post) ?? []), other]);
  }
  return found;
}

function readTables(data: JsonObject): Tables {
  const tagById = new Map(rows(data, "tags").map((tag) => [asText(tag.id) ?? "", tag]));
  const users = new Map(rows(data, "users").map((user) => [asText(user.id) ?? "", asText(user.name) ?? ""]));
  const setting = (name: string) => asText(rows(data, "settings").find((row) => row.key === name)?.value);
  const tags = new Map<string, JsonObject[]>();
  for (const [post, ids] of joined(data, "posts_tags", "tag_id"))
    tags.set(
      post,
      ids.map((id) => tagById.get(id)).filter((tag) => tag !== undefined),
    );
  const authors = new Map<string, string[]>();
  for (const [post, ids] of joined(data, "posts_authors", "author_id"))
    authors.set(
      post,
      ids.map((id) => users.get(id) ?? "").filter((name) => name !== ""),
    );
  const meta = new Map(rows(data, "posts_meta").map((row) => [asText(row.post_id) ?? "", row]));
  return {
    tags,
    authors,
    users,
    meta,
    name: setting("title"),
    lang: setting("locale") ?? setting("default_locale") ?? setting("lang"),
  };
}

function bylineOf(post: JsonObject, tables: Tables): readonly string[] {
  const joinedNames = tables.authors.get(asText(post.id) ?? "");
  if (joinedNames !== undefined) return joinedNames;
  const nested = asList(post.authors)
    .map((author) => asText(asObject(author)?.name))
    .filter((name) => name !== undefined);
  const single = tables.users.get(asText(post.author_id) ?? "");
  return nested.length > 0 ? nested : single === undefined || single === "" ? [] : [single];
}

/** Ghost's first public tag is the section; tags whose name begins with # are internal. */
function tagsOf(post: JsonObject, tables: Tables): string[] {
  const given =
    tables.tags.get(asText(post.id) ?? "") ??
    asList(post.tags)
      .map(asObject)
      .filter((tag) => tag !== undefined);
  return given
    .filter((tag) => tag.visibility !== "internal")
    .map((tag) => asText(tag.name))
    .filter((name) => name !== undefined && !name.startsWith("#"))
    .filter((name) => name !== undefined);
}

function featureOf(post: JsonObject, meta: JsonObject | undefined): WireMedia[] {
  const url = asText(post.feature_image) ?? asText(post.image);
  if (url === undefined) return [];
  const alt = asText(meta?.feature_image_alt) ?? asText(post.feature_image_alt);
  const caption = plainText(asText(meta?.feature_image_caption) ?? asText(post.feature_image_caption));
  return [{ kind: "picture", url: url.replace(OWN_ADDRESS, ""), ...defined({ alt, caption }) }];
}

function readPost(post: JsonObject, tables: Tables, zone: string): WireItem {
  const meta = tables.meta.get(asText(post.id) ?? "");
  const markup = ghostMarkup(post);
  const { media, datelineConfidence, ...found } = readMarkupBody((markup ?? "").replace(OWN_ADDRESS, HERE), HERE);
  const own = (text: string) => text.replaceAll(HERE, "");
  const inBody = media.map((picture): WireMedia => ({
    ...picture,
    ...defined({ url: picture.url === undefined ? undefined : own(picture.url) }),
  }));
  const read = (key: string) =>
    readForeignDate(asText(post[key])?.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/, "$1T$2Z") ?? "", zone)?.date;
  const status = asText(post.status) ?? "published";
  const date = read("published_at") ?? read("created_at");
  const updated = read("updated_at");
  const [section, ...tags] = tagsOf(post, tables);
  const canonical = asText(post.canonical_url) ?? asText(meta?.canonical_url);
  const visibility = asText(post.visibility) ?? "public";
  const fields = defined({
    id: asText(post.uuid) ?? asText(post.comment_id) ?? asText(post.id),
    title: asText(post.title)?.replace(/\s+/g, " "),
    standfirst: (asText(post.custom_excerpt) ?? asText(meta?.custom_excerpt))?.replace(/\s+/g, " "),
    date,
    updated:
      updated !== undefined && date !== undefined && status === "published" && Date.parse(updated) > Date.parse(date)
        ? updated
        : undefined,
    section,
    lang: asText(post.locale) ?? tables.lang,
    embargo: status === "scheduled" ? date : undefined,
    draft: status === "draft" ? true : undefined,
    slug: asText(post.slug),
    source:
      tables.name === undefined && canonical === undefined ? undefined : defined({ name: tables.name, url: canonical }),
  });
  const main = featureOf(post, meta);
  // As Ghost's own routes have it; others are in a file that the export lacks.
  const slug = asText(post.slug);
  const aliases = status === "published" && slug !== undefined ? selectOldAddresses([`/${slug}/`]) : [];
  const needs = visibility === "public" ? [] : [`it was for ${visibility} only`];
  if (isPage(post))
    needs.push(`it was a page of the site, not an article; as a standing page it goes to pages/${slug ?? "name"}.md`);
  const named = Object.keys(fields).filter((key) => !["id", "slug", "draft"].includes(key));
  return {
    format: "ghost",
    ...fields,
    ...found,
    body: own(found.body),
    byline: bylineOf(post, tables),
    tags,
    ...(aliases.length > 0 ? { aliases } : {}),
    related: [],
    corrections: [],
    media: [...main, ...inBody.filter(({ url }) => !main.some((picture) => picture.url === url))],
    confidence: {
      ...Object.fromEntries(named.map((key) => [key, 1])),
      body: 1,
      ...defined({ dateline: datelineConfidence }),
    },
    notes: markup === undefined ? ["The post has no text."] : [],
    needs,
  };
}

function isPage(post: JsonObject): boolean {
  return (asText(post.type) ?? "post") === "page" || post.page === true || post.page === 1;
}

/** The posts, last one first, and the tables that they refer to; the document itself is let go. */
function readExport(text: string | Uint8Array): { readonly posts: JsonObject[]; readonly tables: Tables } {
  const root = asObject(parseJson(text, { length: LIMITS.archive }));
  const first = asObject(asList(root?.db)[0]) ?? root;
  const data = asObject(first?.data) ?? first;
  const posts = rows(data ?? {}, "posts");
  if (data === undefined || posts.length === 0)
    throw new IntakeError(
      "a Ghost export without a post",
      "export the content again, in Ghost's settings under Labs or Import/Export",
    );
  refuseMany(posts.length);
  return { posts: posts.reverse(), tables: readTables(data) };
}

/** Reads an export; an item for each post, one by one, pages left out. Throws an `IntakeError` where it is broken or no export. */
export function* eachGhostPost(text: string | Uint8Array, { zone }: { readonly zone: string }): Generator<WireItem> {
  const { posts, tables } = readExport(text);
  for (let post = posts.pop(); post !== undefined; post = posts.pop()) {
    const one = post;
    yield readOrHold("ghost", asText(one.title), () => readPost(one, tables, zone));
  }
}

/** All items of an export at once. */
export function readGhost(text: string, options: { readonly zone: string }): WireItem[] {
  return [...eachGhostPost(text, options)];
}
