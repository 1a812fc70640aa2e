/** One attack payload in every field of every format that the intake reads. */
import { escapeText } from "../../src/html.ts";

/** A picture of one point, so that alternatives, captions and credits reach a page. */
const PICTURE =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export interface Hostile {
  readonly payload: string;
  /** Makes the article's text its own, so that no two are taken for one. */
  readonly number: number;
}

export interface HostileFile {
  /** Below a folder of the format: `12.json`. */
  readonly name: string;
  readonly text: string;
}

const two = (number: number) => String(number).padStart(2, "0");
/** Articles spread over days, so that no folder and no list is crowded. */
const dayOf = ({ number }: Hostile) => `2021-${two((number % 12) + 1)}-${two((number % 27) + 1)}`;
const timeOf = (one: Hostile) => `${dayOf(one)}T10:00:00Z`;
const before = (format: string, { number }: Hostile) =>
  `The council of ward ${number} met on Friday to read the ${format} papers that it had been sent, and took all of them in turn.`;
const after = (format: string, { number }: Hostile) =>
  `Nothing was decided in ward ${number}, said the clerk of the ${format} desk, and the council went home before the rain began.`;
const withoutControls = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "");
const xml = (text: string) => escapeText(withoutControls(text));
const line = (text: string) => text.replace(/\s+/g, " ").trim();
const cdata = (text: string) => `<![CDATA[${withoutControls(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
const markup = (format: string, one: Hostile) =>
  `<p>${before(format, one)}</p>\n${one.payload}\n<p>${after(format, one)}</p>`;
const plain = (format: string, one: Hostile) => `${before(format, one)}\n\n${one.payload}\n\n${after(format, one)}`;

function ninjs(one: Hostile): string {
  const { payload: p, number } = one;
  const named = [{ name: p, uri: p, literal: p, rel: "about" }];
  const item = (kind: string, contentType: string, value: string) => ({
    name: kind,
    uri: `urn:hostile:${kind}:${number}`,
    type: "text",
    language: "en",
    firstCreated: timeOf(one),
    versionCreated: timeOf(one),
    headlines: [
      { role: "main", value: `${p} ninjs ${kind} ${number}` },
      { role: "kicker", value: p },
    ],
    descriptions: [
      { role: "standfirst", value: p },
      { role: "dateline", value: `KYIV (${p})` },
      { role: "correction", value: `${dayOf(one)}: ${p}` },
    ],
    bodies: [{ contentType, value }],
    by: p,
    located: p,
    slugline: p,
    title: p,
    copyrightHolder: p,
    copyrightNotice: p,
    usageTerms: p,
    edNote: p,
    subjects: [...named, { name: p, rel: "section" }],
    people: named,
    places: named,
    organisations: named,
    events: named,
    objects: named,
    infoSources: [
      { name: p, role: "author" },
      { name: p, uri: p, role: "source" },
    ],
    altIds: [{ role: p, value: p }],
    associations: [
      {
        name: p,
        uri: p,
        type: "picture",
        by: p,
        slugline: p,
        descriptions: [
          { role: "caption", value: p },
          { role: "alt", value: p },
        ],
        renditions: [{ name: p, href: PICTURE, contentType: "image/png" }],
      },
      { name: p, uri: p, type: "text", rel: "related", headlines: [{ value: p }], infoSources: [{ name: p }] },
      {
        name: p,
        uri: `https://x.example/?${p}`,
        type: "text",
        rel: "related",
        headlines: [{ value: p }],
        infoSources: [{ name: p }],
      },
    ],
  });
  return JSON.stringify([
    item("html", "text/html", markup("ninjs html", one)),
    item("plain", "text/plain", plain("ninjs plain", one)),
    item("markdown", "text/markdown", plain("ninjs markdown", one)),
    { ...item("gone", "text/plain", plain("ninjs gone", one)), pubStatus: "canceled" },
  ]);
}

function newsml(one: Hostile): string {
  const p = xml(one.payload);
  const item = (
    kind: string,
    content: string,
  ) => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="hostile:newsml:${kind}:${one.number}" version="1" xml:lang="en">
<rightsInfo><copyrightHolder literal="${p}"><name>${p}</name></copyrightHolder><copyrightNotice>${p}</copyrightNotice><usageTerms>${p}</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="${p}"><name>${p}</name></provider><versionCreated>${timeOf(one)}</versionCreated><service qcode="section:x"><name>${p}</name></service><edNote>${p}</edNote><link rel="${p}" href="${p}"><title>${p}</title></link><link rel="irel:seeAlso" href="https://x.example/?${p}"><title>${p}</title></link></itemMeta>
<contentMeta><located literal="${p}"><name>${p}</name><broader><name>${p}</name></broader></located><creator qcode="${p}"><name>${p}</name></creator><infoSource uri="${p}"><name>${p}</name></infoSource><subject type="cpnat:person" qcode="${p}"><name>${p}</name></subject><keyword>${p}</keyword><slugline>${p}</slugline><headline>${p} newsml ${kind} ${one.number}</headline><headline role="x:kicker">${p}</headline><dateline>${p}</dateline><by>By ${p}</by><creditline>${p}</creditline><description role="drol:summary">${p}</description><description role="x:correction" modified="${dayOf(one)}">${p}</description></contentMeta>
<contentSet>${content}</contentSet></newsItem>`;
  const inline = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${before("xhtml", one)}</p><p title="${p}">${p}</p><p><a href="${p}">${p}</a><img src="${p}" alt="${p}"/></p><p>${after("xhtml", one)}</p></body></html></inlineXML>`;
  return `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${item("html", `<inlineData contenttype="text/html">${xml(markup("newsml", one))}</inlineData>`)}${item("xhtml", inline)}${item("plain", `<inlineData contenttype="text/plain">${xml(plain("newsml plain", one))}</inlineData>`)}</itemSet></newsMessage>`;
}

function nitf(one: Hostile): string {
  const p = xml(one.payload);
  return `<nitf><head><title>${p}</title><tobject><tobject.subject tobject.subject.type="${p}" tobject.subject.refnum="${p}"/></tobject><docdata><correction info="${p}"/><doc-id regsrc="${p}" id-string="nitf:${one.number}"/><date.issue norm="${timeOf(one)}"/><ed-msg info="${p}"/><doc.copyright holder="${p}"/><key-list><keyword key="${p}"/></key-list><identified-content><person value="${p}">${p}</person><org>${p}</org></identified-content></docdata><pubdata name="${p}" position.section="${p}" ex-ref="${p}"/></head>
<body><body.head><hedline><hl1>${p} nitf ${one.number}</hl1><hl2 class="kicker">${p}</hl2></hedline><note>${p}</note><byline>By <person>${p}</person><byttl>${p}</byttl></byline><dateline><location><city>${p}</city><country>${p}</country></location><story.date>${p}</story.date><org>${p}</org></dateline><abstract><p>${p}</p></abstract></body.head>
<body.content><p>${before("nitf", one)}</p><hl2>${p}</hl2><p>${p} <em>${p}</em> <a href="${p}">${p}</a></p><bq><block><p>${p}</p></block><credit>${p}</credit></bq><pre>${p}</pre><table><tr><td>${p}</td></tr></table><media media-type="image"><media-reference source="${PICTURE}" alternate-text="${p}"/><media-caption>${p}</media-caption><media-producer>${p}</media-producer></media><p>${after("nitf", one)}</p></body.content><body.end><tagline>${p}</tagline></body.end></body></nitf>`;
}

function anpa(one: Hostile): string {
  const p = line(withoutControls(one.payload));
  const [, month, day] = dayOf(one).split("-");
  return `\u0016\u0016\u0001a${String(one.number % 10_000).padStart(4, "0")}\u001f-----\r\nr i\u0013\u0011 bc-x${one.number} ${month}-${day} 0129\r\n\u0002^BC-x${one.number}, ${p},129<\r\n^${p} anpa ${one.number}<\r\n^Eds: ${p}<\r\n^${p}.<\r\n^By ${p}=\r\n\t   KYIV (${p}) _ ${before("anpa", one)}\r\n^${p}=\r\n\t   ${p}\r\n\t   ${after("anpa", one)}\r\n\u0003CW-NY-${month}-${day}-21 1045EST<\r\n\u0004`;
}

function iptc7901(one: Hostile): string {
  const p = line(withoutControls(one.payload));
  const [, month, day] = dayOf(one).split("-");
  const names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  return `\u0001abc${String(one.number % 10_000).padStart(4, "0")} 4 pl 171 ${p}\r\n${p}/x/\r\n\u0002${p} iptc ${one.number}\r\n${p}\r\nBy ${p} =\r\n\r\nKyiv (${p}) - ${before("iptc", one)}\r\n\r\n${p}\r\n\r\n${after("iptc", one)}\r\n\r\n# Notebook\r\n- [${p}](https://x.example/${p})\r\n\u0003${day}1045 GMT ${names[Number(month) - 1]} 21\r\n\u0004`;
}

function rss(one: Hostile): string {
  const p = xml(one.payload);
  return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${p}</title><link>https://x.example/</link><item><title>${p} rss ${one.number}</title><link>https://x.example/rss/${one.number}?${p}</link><guid isPermaLink="false">rss-${one.number}</guid><dc:creator>${p}</dc:creator><author>${p}</author><category>${p}</category><pubDate>${timeOf(one)}</pubDate><description>${p}</description><content:encoded>${cdata(`${markup("rss", one)}<figure><img src="${PICTURE}" alt="${escapeText(one.payload)}"><figcaption>${escapeText(one.payload)}</figcaption></figure>`)}</content:encoded><media:content url="${p}" medium="image"><media:description>${p}</media:description><media:credit>${p}</media:credit></media:content></item></channel></rss>`;
}

function wxr(one: Hostile): string {
  const p = xml(one.payload);
  return `<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>${p}</title><language>en</language><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>u</wp:author_login><wp:author_display_name>${p}</wp:author_display_name></wp:author><item><title>${p} wxr ${one.number}</title><link>https://x.example/wxr/${one.number}</link><dc:creator>u</dc:creator><content:encoded>${cdata(markup("wxr", one))}</content:encoded><excerpt:encoded>${cdata(one.payload)}</excerpt:encoded><wp:post_id>${one.number}</wp:post_id><wp:post_date_gmt>${dayOf(one)} 10:00:00</wp:post_date_gmt><wp:post_name>${p}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="x">${p}</category><category domain="post_tag" nicename="y">${p}</category><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>${p}</wp:comment_author><wp:comment_author_url>${p}</wp:comment_author_url><wp:comment_date_gmt>${dayOf(one)} 11:00:00</wp:comment_date_gmt><wp:comment_content>${cdata(one.payload)}</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item></channel></rss>`;
}

function ghost(one: Hostile): string {
  const { payload: p, number } = one;
  const post = {
    id: "1",
    uuid: `ghost-${number}`,
    title: `${p} ghost ${number}`,
    slug: p,
    html: markup("ghost", one),
    custom_excerpt: p,
    feature_image: PICTURE,
    feature_image_alt: p,
    feature_image_caption: p,
    status: "published",
    type: "post",
    published_at: timeOf(one),
    created_at: timeOf(one),
    updated_at: timeOf(one),
    codeinjection_head: `<script>${p}</script>`,
  };
  return JSON.stringify({
    db: [
      {
        meta: { version: "5.0.0" },
        data: {
          posts: [post],
          posts_meta: [{ post_id: "1", feature_image_alt: p, feature_image_caption: p }],
          tags: [{ id: "1", name: p, slug: p }],
          posts_tags: [{ post_id: "1", tag_id: "1" }],
          users: [{ id: "1", name: p }],
          posts_authors: [{ post_id: "1", author_id: "1" }],
          settings: [{ key: "title", value: p }],
        },
      },
    ],
  });
}

function md(one: Hostile): string {
  const { number } = one;
  const q = JSON.stringify(withoutControls(one.payload));
  return `---\ntitle: ${JSON.stringify(`${withoutControls(one.payload)} md ${number}`)}\ndate: ${timeOf(one)}\ndescription: ${q}\nauthor: ${q}\ntags: [${q}]\nkicker: ${q}\nimage: {src: ${JSON.stringify(PICTURE)}, alt: ${q}, caption: ${q}, credit: ${q}}\nrelated: [${q}, {title: ${q}, url: ${q}, source: ${q}}, {title: ${q}, url: ${JSON.stringify(`https://x.example/?${withoutControls(one.payload)}`)}}]\ncorrections: [{date: ${dayOf(one)}, kind: correction, text: ${q}}]\nsource: {name: ${q}, url: ${q}}\n---\n${plain("md", one)}\n\n## ${line(one.payload)}\n\n> ${line(one.payload)}\n> — ${line(one.payload)}\n\n[${line(one.payload)}](<${line(one.payload)}> ${q})\n\n![${line(one.payload)}](${PICTURE} ${q})\n\n\`\`\`${line(one.payload)}\n${one.payload}\n\`\`\`\n\n| a |\n| - |\n| ${line(one.payload)} |\n\nNote.[^1]\n\n[^1]: ${line(one.payload)}\n`;
}

function html(one: Hostile): string {
  const { payload: p, number } = one;
  const a = escapeText(p);
  const data = JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: `${p} html ${number}`,
    author: [{ "@type": "Person", name: p }],
    datePublished: timeOf(one),
    keywords: [p],
    articleSection: p,
    image: { "@type": "ImageObject", url: p, caption: p },
    publisher: { name: p },
  });
  return `<!doctype html><html lang="en"><head><title>${a}</title><link rel="canonical" href="https://x.example/html/${number}"><meta property="og:title" content="${a} html ${number}"><meta name="description" content="${a}"><meta name="author" content="${a}"><meta property="article:published_time" content="${timeOf(one)}"><meta property="article:tag" content="${a}"><meta property="article:section" content="${a}"><script type="application/ld+json">${data.replaceAll("</", "<\\/")}</script></head><body><article><h1>${a} html ${number}</h1><p class="standfirst">${a}</p><p class="byline">By ${a}</p><figure><img src="${PICTURE}" alt="${a}"><figcaption>${a}</figcaption></figure>${markup("html", one)}<p>${a} <a href="${a}">${a}</a></p><h2>${a}</h2><blockquote><p>${a}</p></blockquote><p>${before("saved", one)} ${after("saved", one)}</p><ul class="related"><li><a href="https://x.example/?${a}">${a}</a></li></ul><ul class="tags"><li><a rel="tag" href="${a}">${a}</a></li></ul></article></body></html>`;
}

function wire(one: Hostile): string {
  const p = line(one.payload);
  return `${p}\n\n${p} wire ${one.number}\n\n${p}\n\nBy ${p}\n\n10:00 GMT ${two((one.number % 27) + 1)}.${two((one.number % 12) + 1)}.2021\n\nKYIV (Reuters) - ${before("wire", one)}\n\n${one.payload}\n\n“${p},” said ${p}. ${after("wire", one)}\n\nCorrection: ${p}\n\nRead more:\n${p}\n\nTags: ${p}, ${p}\n`;
}

/** By format: the ending of its files, and how one is made. */
export const HOSTILE_FORMATS: Readonly<Record<string, readonly [ending: string, make: (one: Hostile) => string]>> = {
  ninjs: ["json", ninjs],
  newsml: ["xml", newsml],
  nitf: ["xml", nitf],
  anpa: ["txt", anpa],
  iptc7901: ["txt", iptc7901],
  rss: ["xml", rss],
  wxr: ["xml", wxr],
  ghost: ["json", ghost],
  md: ["md", md],
  html: ["html", html],
  wire: ["txt", wire],
};

/** Comments with the payload in every part of them, as a newsroom would keep them. */
export function hostileComments({ payload }: Hostile): string | undefined {
  // A comment of nothing is refused by the build itself.
  if (withoutControls(payload).trim() === "") return undefined;
  const q = JSON.stringify(withoutControls(payload));
  const comment = `author: ${q}\n  date: 2021-01-15T15:45Z\n  text: ${q}`;
  return `- ${comment}\n  replies:\n    - ${comment.replaceAll("\n  ", "\n      ")}\n`;
}
