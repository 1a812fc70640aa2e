/**
 * NewsML-G2 2.34: an article as a `newsItem`, with its main picture as a second item of a `newsMessage` where it has one.
 * Elements stand in the order of the specification's schema. https://www.iptc.org/std/NewsML-G2/specification/
 */
import { absoluteAddress } from "../article/address.ts";
import type { Article, Picture } from "../article/article.ts";
import { renderDateline } from "../article/dateline.ts";
import { renderIso, renderRfc3339 } from "../article/instant.ts";
import type { TopicKind } from "../newsroom/newsroom.ts";
import { type Html, html } from "../html.ts";
import { renderExportBody } from "./export-body.ts";
import { type ExportContext, isUri, itemUri, renderUrn, senderOf, versionAt, versionOf } from "./export-context.ts";
import { renderXmlDocument } from "./xml-document.ts";

const NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";
/** Concept natures of the IPTC catalog. */
const NATURES: Readonly<Record<TopicKind, string>> = {
  topic: "cpnat:abstract",
  person: "cpnat:person",
  place: "cpnat:geoArea",
  organisation: "cpnat:organisation",
};

interface ItemParts {
  readonly guid: string;
  readonly version: number;
  readonly lang: string;
  readonly meta: Html;
  readonly content: Html;
  readonly set: Html;
}

/** Roles and services that IPTC's catalog does not know are of a scheme of this site. */
function renderCatalogs({ site }: ExportContext): Html {
  const scheme = `${site.url ?? `${renderUrn(site.title)}#`}section/`;
  return html`<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
  <catalog><scheme alias="section" uri="${scheme}"/><scheme alias="role" uri="${scheme.replace(/section\/$/, "role/")}"/></catalog>`;
}

function renderItem({ guid, version, lang, meta, content, set }: ItemParts, context: ExportContext): Html {
  const sender = senderOf(context);
  const { copyright, license } = context.site;
  return html`<newsItem xmlns="${NAMESPACE}" guid="${guid}" version="${version}" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="${lang}">
  ${renderCatalogs(context)}
  <rightsInfo><copyrightHolder literal="${sender}"><name>${sender}</name></copyrightHolder>${copyright && html`<copyrightNotice>${copyright}</copyrightNotice>`}${license && html`<usageTerms>${license}</usageTerms>`}</rightsInfo>
  <itemMeta>
    ${meta}
  </itemMeta>
  <contentMeta>
    ${content}
  </contentMeta>
  <contentSet>${set}</contentSet>
</newsItem>`;
}

function renderLinks(article: Article, context: ExportContext): Html[] {
  return article.related.flatMap((entry) => {
    if (entry.kind === "headline") return [html`<link rel="irel:seeAlso"><title>${entry.title}</title></link>`];
    if (entry.kind === "link") {
      return isUri(entry.url)
        ? [html`<link rel="irel:seeAlso" href="${entry.url}"><title>${entry.title ?? entry.url}</title></link>`]
        : [];
    }
    const found = context.find(entry.path);
    if (found === undefined) return [];
    const residref = itemUri({ ...found, path: entry.path }, context);
    const { url } = context.site;
    const href = url !== undefined && html` href="${absoluteAddress(url, found.address)}"`;
    return [html`<link rel="irel:seeAlso"${href} residref="${residref}"><title>${found.title}</title></link>`];
  });
}

function renderMeta(article: Article, context: ExportContext): Html {
  const { section, retracted, embargoAt, expiresAt } = article;
  const sender = senderOf(context);
  return html`<itemClass qcode="ninat:text"/>
    <provider literal="${sender}"><name>${sender}</name></provider>
    <versionCreated>${renderRfc3339(versionAt(article))}</versionCreated>
    <firstCreated>${renderRfc3339(article.publishedAt)}</firstCreated>
    ${embargoAt !== undefined && html`<embargoed>${renderRfc3339(embargoAt)}</embargoed>`}
    <pubStatus qcode="stat:${retracted === undefined ? "usable" : "canceled"}"/>
    ${section !== undefined && html`<service qcode="section:${section}"><name>${context.sectionName(section)}</name></service>`}
    ${retracted !== undefined && html`<edNote>${retracted.reason}</edNote>`}
    ${article.corrections.some(({ kind }) => kind === "correction") && html`<signal qcode="sig:correction"/>`}
    ${expiresAt !== undefined && html`<expires>${renderRfc3339(expiresAt)}</expires>`}
    ${renderLinks(article, context)}`;
}

function renderContent(article: Article, context: ExportContext): Html {
  const { dateline, byline, source, kicker, standfirst, corrections } = article;
  const at = (instant: number, dayOnly: boolean) =>
    dayOnly ? renderIso(instant, context.site.timeZone, true) : renderRfc3339(instant);
  const around = [
    { type: "cptype:statprov", name: dateline?.region },
    { type: "cptype:country", name: dateline?.country },
  ].filter(({ name }) => name !== undefined);
  return html`${dateline?.place !== undefined && html`<located type="cptype:city" literal="${dateline.place}"><name>${dateline.place}</name>${around.map(({ type, name }) => html`<broader type="${type}" literal="${name}"><name>${name}</name></broader>`)}</located>`}
    ${byline.map((name) => html`<creator literal="${name}"><name>${name}</name></creator>`)}
    ${source && html`<infoSource ${source.url !== undefined && isUri(source.url) ? html`uri="${source.url}"` : html`literal="${source.name}"`}><name>${source.name}</name></infoSource>`}
    <language tag="${article.lang}"/>
    ${article.tags.map((tag) => html`<subject type="${NATURES[context.kindOf(tag)]}" literal="${tag}"><name>${tag}</name></subject>`)}
    <slugline>${article.path}</slugline>
    <headline>${article.title}</headline>
    ${kicker !== undefined && html`<headline role="role:kicker">${kicker}</headline>`}
    ${dateline && html`<dateline>${renderDateline(dateline)}</dateline>`}
    ${byline.length > 0 && html`<by>${byline.join(", ")}</by>`}
    ${standfirst !== undefined && html`<description role="drol:summary">${standfirst}</description>`}
    ${corrections.map(({ kind, at: instant, dayOnly, text }) => html`<description role="role:${kind}" modified="${at(instant, dayOnly)}">${text}</description>`)}`;
}

function renderPictureItem(picture: Picture, article: Article, context: ExportContext): Html | undefined {
  const href = context.mediaUrl(picture.src);
  if (href === undefined) return undefined;
  const parts: ItemParts = {
    guid: href,
    version: 1,
    lang: article.lang,
    meta: html`<itemClass qcode="ninat:picture"/>
    <provider literal="${senderOf(context)}"/>
    <versionCreated>${renderRfc3339(versionAt(article))}</versionCreated>
    <pubStatus qcode="stat:usable"/>`,
    content: html`${picture.credit && html`<creditline>${picture.credit}</creditline>`}
    ${picture.caption && html`<description role="drol:caption">${picture.caption}</description>`}`,
    set: html`<remoteContent href="${href}" rendition="rnd:highRes" contenttype="${mediaTypeOf(picture.src)}"><altText>${picture.alt}</altText></remoteContent>`,
  };
  return renderItem(parts, context);
}

function mediaTypeOf(src: string): string {
  const ending = /\.(\w+)$/.exec(src)?.[1]?.toLowerCase() ?? "jpeg";
  return `image/${ending === "jpg" ? "jpeg" : ending === "svg" ? "svg+xml" : ending}`;
}

/** One article as a NewsML-G2 document. A retracted one is canceled and goes without its text. */
export function renderNewsml(article: Article, context: ExportContext): string {
  const gone = article.retracted !== undefined || article.body.trim() === "";
  const body = html`<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${article.title}</title></head><body>${gone ? undefined : renderExportBody(article, context)}</body></html></inlineXML>`;
  const text = renderItem(
    {
      guid: itemUri(article, context),
      version: versionOf(article),
      lang: article.lang,
      meta: renderMeta(article, context),
      content: renderContent(article, context),
      set: body,
    },
    context,
  );
  const picture = gone || article.image === undefined ? undefined : renderPictureItem(article.image, article, context);
  if (picture === undefined) return renderXmlDocument(text);
  return renderXmlDocument(html`<newsMessage xmlns="${NAMESPACE}">
<header><sent>${renderRfc3339(versionAt(article))}</sent><sender>${senderOf(context)}</sender></header>
<itemSet>
${text}
${picture}
</itemSet>
</newsMessage>`);
}
