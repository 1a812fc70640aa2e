/**
 * ninjs 3.1: an article as JSON for other houses, and a month of them as one collection.
 * https://iptc.org/std/ninjs/ninjs-schema_3.1.json. What ninjs has no property for stands in a role: `kicker` among the
 * headlines; `standfirst`, `dateline`, `correction`, `retraction` among the descriptions.
 */
import { absoluteAddress } from "../article/address.ts";
import type { Article } from "../article/article.ts";
import { renderDateline } from "../article/dateline.ts";
import { renderIso, renderRfc3339 } from "../article/instant.ts";
import type { TopicKind } from "../newsroom/newsroom.ts";
import { renderExportBody, renderExportText } from "./export-body.ts";
import { type ExportContext, isUri, itemUri, senderOf, versionAt, versionOf } from "./export-context.ts";
import { compact, type NinjsItem, renderAssociations } from "./ninjs-associations.ts";

interface RoleValue {
  readonly role: string;
  readonly contentType?: string;
  readonly value: string;
}

const SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

function renderDescriptions(article: Article, { site }: ExportContext): RoleValue[] {
  const at = (instant: number, dayOnly: boolean) =>
    dayOnly ? renderIso(instant, site.timeZone, true) : renderRfc3339(instant);
  const found: RoleValue[] = [];
  if (article.standfirst !== undefined) found.push({ role: "standfirst", value: article.standfirst });
  if (article.dateline !== undefined) found.push({ role: "dateline", value: renderDateline(article.dateline) });
  for (const { at: instant, dayOnly, kind, text } of article.corrections) {
    found.push({ role: kind, value: `${at(instant, dayOnly)}: ${text}` });
  }
  if (article.retracted !== undefined) {
    const { at: instant, dayOnly, reason } = article.retracted;
    found.push({ role: "retraction", value: `${at(instant, dayOnly)}: ${reason}` });
  }
  return found;
}

/** A retracted article is sent without its text, as its page is published without it. */
function renderBodies(article: Article, context: ExportContext): RoleValue[] {
  if (article.retracted !== undefined || article.body.trim() === "") return [];
  const body = renderExportBody(article, context);
  const bodies: Readonly<Record<"main" | "text" | "source", () => RoleValue>> = {
    main: () => ({ role: "main", contentType: "text/html", value: body.toString() }),
    text: () => ({
      role: "text",
      contentType: "text/plain",
      value: renderExportText(article, context, body).join("\n\n"),
    }),
    source: () => ({ role: "source", contentType: "text/markdown", value: article.body }),
  };
  return (context.bodies?.(article) ?? (["main", "text", "source"] as const))
    .map((role) => bodies[role]())
    .filter(({ value }) => value.trim() !== "");
}

/** All tags are subjects, in their order; people, places and organisations stand in their own lists, too. */
function renderSubjects(article: Article, context: ExportContext): Record<string, unknown> {
  const ofKind = (kind: TopicKind) =>
    article.tags.filter((tag) => context.kindOf(tag) === kind).map((name) => ({ name, rel: "about" }));
  const subjects: Record<string, string>[] = article.tags.map((name) => ({ name, rel: "about" }));
  if (article.section !== undefined) {
    subjects.push({ name: context.sectionName(article.section), literal: article.section, rel: "section" });
  }
  return { subjects, people: ofKind("person"), places: ofKind("place"), organisations: ofKind("organisation") };
}

function renderParties({ byline, source }: Article): NinjsItem[] {
  const parties = byline.map((name): NinjsItem => ({ name, role: "author" }));
  if (source === undefined) return parties;
  const { name, url } = source;
  const address = url === undefined ? {} : isUri(url) ? { uri: url } : { literal: url };
  return [...parties, { name, role: "source", ...address }];
}

function renderLocated({ dateline }: Article): string | undefined {
  if (dateline?.place === undefined) return undefined;
  return [dateline.place, dateline.region, dateline.country].filter((part) => part !== undefined).join(", ");
}

/** One article as a ninjs 3.1 object, valid against the standard's schema. */
export function renderNinjs(article: Article, context: ExportContext): NinjsItem {
  const { site } = context;
  const headlines = [
    { role: "main", value: article.title },
    { role: "kicker", value: article.kicker },
  ].filter(({ value }) => value !== undefined);
  return compact({
    uri: itemUri(article, context),
    standard: { name: "ninjs", version: "3.1", schema: SCHEMA },
    type: "text",
    representationType: article.retracted === undefined ? "full" : "partial",
    profile: article.image === undefined ? "text-only" : "text-photo",
    version: String(versionOf(article)),
    firstCreated: renderRfc3339(article.publishedAt),
    versionCreated: renderRfc3339(versionAt(article)),
    embargoedUntil: article.embargoAt === undefined ? undefined : renderRfc3339(article.embargoAt),
    expires: article.expiresAt === undefined ? undefined : renderRfc3339(article.expiresAt),
    pubStatus: article.retracted === undefined ? "usable" : "canceled",
    edNote: article.retracted?.reason,
    language: article.lang,
    title: article.title,
    slugline: article.path,
    by: article.byline.length === 0 ? undefined : article.byline.join(", "),
    located: renderLocated(article),
    copyrightHolder: senderOf(context),
    copyrightNotice: site.copyright,
    usageTerms: site.license,
    headlines,
    descriptions: renderDescriptions(article, context),
    bodies: renderBodies(article, context),
    ...renderSubjects(article, context),
    infoSources: renderParties(article),
    associations: renderAssociations(article, context),
    altIds: [
      { role: "short", value: article.shortCode },
      ...(article.dayOnly
        ? [{ role: "published-day", value: renderIso(article.publishedAt, site.timeZone, true) }]
        : []),
    ],
    renditions:
      site.url === undefined
        ? []
        : [{ name: "web", href: absoluteAddress(site.url, article.address), contentType: "text/html" }],
  });
}

/** Many articles as one ninjs object: a composite whose associations are the articles, in the order given. */
export function renderNinjsCollection(
  articles: readonly Article[],
  collection: { readonly uri: string; readonly title: string },
  context: ExportContext,
): NinjsItem {
  return {
    uri: collection.uri,
    standard: { name: "ninjs", version: "3.1", schema: SCHEMA },
    type: "composite",
    title: collection.title,
    associations: articles.map((article) => ({ name: article.path, ...renderNinjs(article, context) })),
  };
}
