/** What stands in and around an article's text and is none of it, told by the names of its elements. */
import { type Element, namesOf } from "./html-tree.ts";

const COMMENT_NAMES =
  "comments?|comment-?\\w+|commentlist|kommentar\\w*|comentarios?|commentaires?|disqus\\w*|respond|livefyre|viafoura|coral-?\\w*";
/** Never the text, unless it holds nearly all of the page's. */
const STRONG_NAMES = [
  "newsletters?|newsletter-?\\w+|sign-?up|signup|abo-?box|donation\\w*|upsell|paywall-?(?:prompt|message|offer|overlay|box|banner|modal|cta)",
  "share|share-?(?:bar|buttons?|tools?|links?|this|box)|sharing|social-?(?:share|sharing|links?|media|bar|icons|buttons)|socials?|sharedaddy|addtoany\\w*|addthis\\w*|jp-relatedposts",
  "related|related-?\\w+|relation-?\\w*|recommend\\w*|recirc\\w*|readmore|read-?(?:more|also|next)|more-?(?:on|stories|from|news|articles|like)|see-?also|also-?read|outbrain\\w*|taboola\\w*|ligatus|up-?next|you-?may-?\\w*|promoted|most-?(?:read|popular|viewed)|trending\\w*|popular-?(?:posts|stories|news|articles)|top-?stories|latest-?(?:news|posts|stories)|onward\\w*|keep-?reading|suggest\\w*|recommandations?|zum-?thema|linkbox|ranking",
  COMMENT_NAMES,
  "(?:author|autor(?:en)?|auteur|writer)-?_?_?(?:bio|biography|box|info|card|details|about|description|profile)\\w*|about-?(?:the-?)?author\\w*",
  "cookies?|cookie-?\\w+|consent\\w*|gdpr|onetrust\\w*|didomi\\w*|usercentrics|cmp-?\\w+",
  "breadcrumbs?|breadcrumb-?\\w+|navbar|navigation|nav|menu|submenu|pagination|pager|sitemap|site-?(?:header|footer|nav)|page-?footer|footer|masthead|toolbar",
  "sr-only|visually-?hidden|visuallyhidden|screen-?reader-?\\w*|screenreader\\w*|offscreen|print-?only|printonly|only-?print|noscreen|tooltip|lightbox|modal|pop-?up|popover|toast",
  "captions?|caption-?text|wp-caption-text|image-?caption|img-?caption|photo-?(?:credit|caption)|image-?credit|media-?(?:caption|credit)|video-?(?:caption|title|description)|bildunterschrift|bildnachweis|pie-?(?:de-)?foto|figcaption",
];
/** Not the text where it holds little of it; also the names of wrappers around whole articles. */
const WEAK_NAMES = [
  "ad|ads|adv|advert\\w*|adslot|ad-?(?:container|wrapper|unit|slot|box|label)|werbung|anzeigen?|publicidad|publicite|reklam\\w*|sponsor\\w*|promo\\w*|affiliate\\w*|commercial|marketing|subscri\\w*|suscri\\w*|abonn\\w*|login|log-?in|sign-?in|register|registration|cta|call-?to-?action|follow\\w*|social|whatsapp|telegram",
  "teasers?|teaser-?\\w+|info-?box|box-?links|link-?list|next-?(?:article|story|post)|prev-?next|prevnext|popular|latest|ticker|sidebar|side-?bar|rail|aside|in-?this-?series",
  "tags?|tag-?(?:list|cloud|links|container)|taglist|topics?|topic-?(?:list|tags)|keywords?|categories|category|category-?(?:list|links)|(?:post|entry|article|story|meta)-?tags|schlagworte?|(?:post|entry|article|story)-?(?:meta|footer|info)|meta|meta-?(?:info|data|line|bar)|postmeta|metadata|tools",
  "authors?|author-?\\w+|about-?(?:the-?)?author|byline|by-?line|bylines|autor(?:en|es|in)?|auteur\\w*|contributors?|writer|date|dateline|date-?line|pub-?date|(?:publish\\w*|post|article|entry)-?(?:date|time)|timestamp|time-?stamp|published|datetime|reading-?time|read-?time",
  "credits?|copyright|gallery|gallery-?\\w+|slideshow|carousel|slider|video-?\\w+|video|player|audio-?\\w*|audio|podcast\\w*|jwplayer|brightcove|mediaplayer|image-?(?:container|wrapper)|media|embed",
  "widget-?title|widgets?|overlay|banner|notification|rating|ratings|votes?|poll|quiz|survey|feedback|reactions?|likes?|correction-?form|report-?error|error-?report|app-?(?:download|promo)|download-?app|weather|stock-?ticker|toc|table-?of-?contents|contents-?list|jump-?to|skip|skip-?\\w+|hide|key-?(?:points|facts|takeaways|events)|highlights|fact-?box|factbox|faktaboks|at-?a-?glance|kurzfassung|summary-?(?:list|box)|discussion|forum",
];
const pattern = (names: readonly string[]): RegExp =>
  new RegExp(`(?:^|[\\s_]|--?)(?:${names.join("|")})(?=$|[\\s_]|--?)`);
const STRONG = pattern(STRONG_NAMES);
const WEAK = pattern(WEAK_NAMES);
const FURNITURE_ROLE =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist)$/;
const BODY_NAME =
  /article-?_?_?(?:body|content|text|main|inner)|(?:story|entry|post|news|body|main|page|detail|content)-?_?_?(?:body|content|text|copy)|articlebody|bodytext|body-?copy|rich-?text|field--name-body|cuerpo|corps|texto|artikel-?(?:text|inhalt)/;

/** How surely the names of an element say that it is no part of the text. */
export type FurnitureKind = "strong" | "weak" | undefined;

/** Camel case as its parts, so that `relatedArticles` and `related-articles` are judged alike. */
function splitNames(element: Element): string {
  const { attribs } = element;
  const raw = `${attribs.class ?? ""} ${attribs.id ?? ""} ${attribs["data-testid"] ?? ""} ${attribs["data-component"] ?? ""} ${attribs["data-module"] ?? ""}`;
  return raw
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/[:/[\]().,]+/g, " ")
    .toLowerCase();
}

const PHRASING = /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|em|font|i|ins|kbd|mark|q|s|small|strong|sub|sup|u|wbr)$/;

/** Judges an element by its names, role and tag. */
export function furnitureOf(element: Element): FurnitureKind {
  if (PHRASING.test(element.name)) return undefined;
  if (element.name === "body" || element.name === "html") return undefined;
  if (/^(?:footer|figcaption|aside)$/.test(element.name)) return "strong";
  if (FURNITURE_ROLE.test(element.attribs.role ?? "")) return "strong";
  const names = splitNames(element);
  if (STRONG.test(names)) return "strong";
  return WEAK.test(names) ? "weak" : undefined;
}

const COMMENTS = pattern([COMMENT_NAMES]);

/** Whether an element holds words of others, which may be more than the article's own: comments, or what stands beside it. */
export function isOfOthers(element: Element): boolean {
  return /^(?:footer|figcaption|aside)$/.test(element.name) || COMMENTS.test(splitNames(element));
}

/** Whether the names of an element say that it holds the text. */
export function isBodyName(element: Element): boolean {
  return /\barticleBody\b/.test(element.attribs.itemprop ?? "") || BODY_NAME.test(namesOf(element));
}
