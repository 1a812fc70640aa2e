/**
 * NITF 3.6: an article for houses whose systems read nothing newer. https://iptc.org/std/NITF/3.6/documentation/
 * NITF has no place for a kicker, a pull quote or a heading below `hl2`; they stand as the nearest thing it has.
 */
import type { Article } from "../article/article.ts";
import { renderRfc3339 } from "../article/instant.ts";
import type { TopicKind } from "../newsroom/newsroom.ts";
import { type Html, html } from "../html.ts";
import { renderExportBody } from "./export-body.ts";
import { type ExportContext, isUri, itemUri, senderOf, versionAt, versionOf } from "./export-context.ts";
import { convertHtml, type HtmlElement, renderXmlDocument, wrap } from "./xml-document.ts";

/** ISO 8601 basic form, as the `norm` attributes want it: `20210115T154500Z`. */
function norm(instant: number): string {
  return renderRfc3339(instant).replace(/[-:]/g, "");
}

const SAME = new Set("p ul ol li table thead tbody tr th td caption em q sub sup pre".split(" "));
const AS_NITF: Readonly<Record<string, string>> = {
  h2: "hl2",
  h3: "hl2",
  h4: "hl2",
  h5: "hl2",
  h6: "hl2",
  figcaption: "media-caption",
};

/** The article's own markup in NITF's words. */
function toNitfElement({ name, attribute, content }: HtmlElement): Html | undefined {
  if (SAME.has(name)) return wrap(name, content);
  const other = AS_NITF[name];
  if (other !== undefined) return wrap(other, content);
  switch (name) {
    case "strong":
    case "code":
      return html`<em class="${name}">${content}</em>`;
    case "br":
      return html`<br/>`;
    case "hr":
      return html`<hr/>`;
    case "a": {
      const href = attribute("href");
      return href !== undefined && isUri(href) ? html`<a href="${href}">${content}</a>` : content;
    }
    case "blockquote":
      return html`<bq><block>${content}</block></bq>`;
    case "aside":
      return html`<bq nitf-type="pull-quote"><block>${content}</block></bq>`;
    case "figure":
      return html`<media media-type="image">${content}</media>`;
    case "img":
      return html`<media-reference source="${attribute("src")}" alternate-text="${attribute("alt")}"/>`;
    default:
      return undefined;
  }
}

const CONTENT: Readonly<Record<TopicKind, "classifier" | "person" | "location" | "org">> = {
  topic: "classifier",
  person: "person",
  place: "location",
  organisation: "org",
};

function renderIdentified(article: Article, context: ExportContext): Html | undefined {
  if (article.tags.length === 0) return undefined;
  return html`<identified-content>${article.tags.map((tag) => {
    const name = CONTENT[context.kindOf(tag)];
    return name === "classifier" ? html`<classifier type="topic" value="${tag}"/>` : wrap(name, html`${tag}`);
  })}</identified-content>`;
}

function renderDocdata(article: Article, context: ExportContext): Html {
  const { retracted, embargoAt, expiresAt, series } = article;
  const id = itemUri(article, context);
  const status = retracted === undefined ? (embargoAt === undefined ? "usable" : "embargoed") : "canceled";
  return html`<docdata management-status="${status}"${retracted && html` management-doc-idref="${id}"`}>
      ${article.corrections.map(({ text }) => html`<correction info="${text}"/>`)}
      <doc-id regsrc="${senderOf(context)}" id-string="${id}"/>
      <date.issue norm="${norm(article.publishedAt)}"/>
      <date.release norm="${norm(embargoAt ?? article.publishedAt)}"/>
      ${expiresAt !== undefined && html`<date.expire norm="${norm(expiresAt)}"/>`}
      ${retracted && html`<ed-msg msg-type="kill" info="${retracted.reason}"/>`}
      <du-key key="${article.path}" version="${versionOf(article)}"/>
      ${series && html`<series series.name="${series.name}"${series.part !== undefined && html` series.part="${series.part}"`}/>`}
      <doc.copyright holder="${senderOf(context)}" year="${renderRfc3339(article.publishedAt).slice(0, 4)}"/>
      ${renderIdentified(article, context)}
    </docdata>`;
}

function renderDatelineParts({ dateline }: Article): Html | undefined {
  if (dateline === undefined) return undefined;
  if (dateline.place === undefined) return html`<dateline>${dateline.printed}</dateline>`;
  const { place, region, country, date, agency } = dateline;
  return html`<dateline><location><city>${place}</city>${region && html`, <state>${region}</state>`}${country && html`, <country>${country}</country>`}</location>${date && html`, <story.date>${date}</story.date>`}${agency && html` (<org>${agency}</org>)`}</dateline>`;
}

function renderPicture({ image }: Article, context: ExportContext): Html | undefined {
  const source = image === undefined ? undefined : context.mediaUrl(image.src);
  if (image === undefined || source === undefined) return undefined;
  return html`<media media-type="image"><media-reference source="${source}" alternate-text="${image.alt}"/>${image.caption && html`<media-caption>${image.caption}</media-caption>`}${image.credit && html`<media-producer>${image.credit}</media-producer>`}</media>`;
}

/** One article as a NITF document. A retracted one is canceled and goes without its text. */
export function renderNitf(article: Article, context: ExportContext): string {
  const gone = article.retracted !== undefined;
  const { dateline: _dateline, ...undated } = article;
  const section = article.section === undefined ? undefined : context.sectionName(article.section);
  const url = context.site.url && itemUri(article, context);
  return renderXmlDocument(html`<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" version="-//IPTC//DTD NITF 3.6//EN" change.date="October 22, 2012" change.time="19:30" xml:lang="${article.lang}">
  <head>
    <title>${article.title}</title>
    ${renderDocdata(article, context)}
    <pubdata type="web" name="${context.site.title}" date.publication="${norm(versionAt(article))}"${section && html` position.section="${section}"`}${url && html` ex-ref="${url}"`}/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>${article.title}</hl1>${article.kicker && html`<hl2 class="kicker">${article.kicker}</hl2>`}</hedline>
      ${article.byline.length > 0 && html`<byline>${article.byline.map((name, index) => html`${index > 0 && ", "}<person>${name}</person>`)}</byline>`}
      <distributor>${senderOf(context)}</distributor>
      ${renderDatelineParts(article)}
      ${article.standfirst && html`<abstract><p>${article.standfirst}</p></abstract>`}
    </body.head>
    <body.content>${!gone && renderPicture(article, context)}${!gone && convertHtml(renderExportBody(undated, context).toString(), toNitfElement)}</body.content>
    <body.end/>
  </body>
</nitf>`);
}
