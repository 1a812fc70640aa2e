/**
 * What a page is given: all that its components print, looked up and linked. Every `href` is relative to the page at
 * hand and ready to print; components look nothing up and build no address. `absolute` is set only where the site has a url.
 */
import type { Comment } from "../archive/discussion.ts";
import type { TextLink } from "../article/body-parser.ts";
import type { Article, ArticleHead, CorrectionKind } from "../article/article.ts";
import type { Html } from "../html.ts";
import type { Author, Section, Site, Strings, Topic, TopicKind } from "../newsroom/newsroom.ts";

export interface Link {
  readonly title: string;
  readonly href: string;
}

/** What stands around every page: the masthead, navigation and footer, in the page's language. */
export interface Frame {
  readonly site: Site;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly strings: Strings;
  /** Site-relative address of this page: `2021/01/15/x.html`. */
  readonly address: string;
  /** Absolute address of this page; undefined where the site has none. */
  readonly canonical: string | undefined;
  /** Turns a site-relative address (`assets/x.css`) into one relative to this page. For page templates, not components. */
  readonly to: (address: string) => string;
  readonly home: Link;
  /** The publisher's, in the masthead; absent where it has none. */
  readonly logo?: ImageSource;
  readonly sections: readonly (Link & { readonly current: boolean })[];
  readonly standing: readonly Link[];
  /** Front pages of the site's languages, or this page's translations where it has them. */
  readonly languages: readonly (Link & { readonly lang: string; readonly current: boolean })[];
  /** Below the name on the front page; `lang` where the site has none in this page's language. */
  readonly tagline?: { readonly text: string; readonly lang?: string };
  readonly listen?: Link;
  readonly search: Link;
  readonly archive: Link;
  readonly topics: Link;
  readonly corrections: Link;
  readonly library: Link;
  /** *Take this paper with you*; absent where no edition is packaged. */
  readonly takeAway?: Link;
  /** Absent where the site has no address of its own. */
  readonly feed?: Link;
  /** The same in other formats, for the head. */
  readonly otherFeeds?: readonly (Link & { readonly type: string })[];
  /** The edition's moment, printed in the page: on the front page and the heads of lists only. Others read it from `momentScript`. */
  readonly editionAt: number | undefined;
  readonly assets: Assets;
  /** What machines read in the head of this page: JSON-LD, Open Graph, hreflang. */
  readonly metadata: Html | undefined;
}

/** Addresses of shared files, relative to this page. */
export interface Assets {
  /** Script that every page may load with `defer`: copy control, theme switch, saved pages. */
  readonly script: string;
  /** The one classic script that a new edition rewrites; it calls `dateline.moment(ms)`. */
  readonly momentScript: string;
  /** Stylesheet text to be inlined in a page of this kind. */
  readonly styles: string;
  readonly manifest: string;
  readonly icon: string;
}

/** An article as a list prints it. */
export interface Item {
  readonly article: ArticleHead;
  readonly href: string;
  readonly section?: Link;
  /** Narrow picture for lists. */
  readonly image?: ImageSource;
}

/** A picture ready to print: `srcset` and `sizes` per format, with the dimensions to reserve. */
export interface ImageSource {
  readonly src: string;
  readonly srcset: readonly { readonly type: string; readonly srcset: string }[];
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** Absolute address of the largest, for machines. */
  readonly absolute?: string;
}

/** A film or sound of the newsroom's own that a text shows, ready to play. */
export interface Recording {
  readonly kind: "video" | "sound";
  readonly src: string;
  /** Media type. */
  readonly type: string;
  /** WebVTT, in the language of the text. */
  readonly captions?: string;
  readonly poster?: ImageSource;
}

/** One line of *Related*. Without `href` the headline was not found in the archive and is printed as text. */
export interface RelatedItem {
  readonly title: string;
  readonly href?: string;
  readonly publishedAt?: number;
  readonly source?: string;
  readonly external: boolean;
  readonly retracted?: boolean;
  /** `edition` where the machine chose it by shared topics. */
  readonly chosenBy: "editor" | "edition";
}

export interface Discussion {
  readonly state: "open" | "closed";
  readonly comments: readonly Comment[];
  /** All comments and replies. */
  readonly count: number;
  /** The way to take part; absent where closed or where the site sets none. `href` of mail is a whole prefilled `mailto:`. */
  readonly way?: { readonly channel: "mail" | "form" | "link"; readonly href: string };
  /** The community standards page, where there is one. */
  readonly standards?: Link;
}

/** The series that an article is a part of. */
export interface SeriesView extends Link {
  readonly part: number;
  /** Unset where the series is long. */
  readonly total?: number;
  readonly previous?: Link;
  readonly next?: Link;
}

export interface ArticleView {
  readonly kind: "article";
  readonly frame: Frame;
  readonly article: Article;
  readonly sectionLink?: Link;
  /** `schema` names the kind of schema.org article by kicker or section. */
  readonly authors: readonly { readonly name: string; readonly href?: string; readonly author?: Author }[];
  readonly topics: readonly { readonly topic: Topic; readonly href: string }[];
  /** The page of the place the article was filed from. */
  readonly place?: Link;
  readonly image?: ImageSource;
  /** Pictures in the body by their `src`. */
  readonly images: ReadonlyMap<string, ImageSource>;
  /** Films and sounds in the body by their `src`. */
  readonly recordings?: ReadonlyMap<string, Recording>;
  /** Where the body's own links go, by what the editor wrote. A link not in it is printed as words. */
  readonly links?: ReadonlyMap<string, TextLink | string>;
  readonly audio?: {
    readonly src: string;
    readonly type: string;
    readonly duration?: number;
    readonly transcript?: string;
  };
  readonly related: readonly RelatedItem[];
  readonly series?: SeriesView;
  /** Newer articles that name this one. */
  readonly later: readonly Item[];
  readonly translations: readonly (Link & {
    readonly lang: string;
    readonly absolute?: string;
    readonly original: boolean;
  })[];
  /** `href` works everywhere; `absolute` is what is copied where the site has a url or a short host. */
  readonly short?: { readonly href: string; readonly absolute?: string; readonly code: string };
  readonly discussion?: Discussion;
  readonly correctionsPolicy?: string;
}

/** What a list is of. */
export type ListSubject =
  | { readonly kind: "section"; readonly section: Section }
  | { readonly kind: "topic"; readonly topic: Topic; readonly often: readonly (Link & { readonly kind: TopicKind })[] }
  | { readonly kind: "author"; readonly author: Author; readonly portrait?: ImageSource }
  | { readonly kind: "place"; readonly name: string; readonly topic?: Link }
  /** Nothing is known of it but its title; `word` is the key of the words in the margin. */
  | { readonly kind: "plain"; readonly word: string };

/** The head page of a list (the newest 50) or one of its older pages of 50, numbered from the oldest. */
export interface ListView {
  readonly kind: "list";
  readonly frame: Frame;
  readonly subject: ListSubject;
  readonly title: string;
  /** Key of the words that the title stands in, as `{title}`, or `{place}` or `{day}`. */
  readonly heading?: string;
  /** Newest first; of a series, the first part first. */
  readonly items: readonly Item[];
  /** Articles in the whole list; on head pages only, since it changes. */
  readonly total?: number;
  /** Undefined on the head page. */
  readonly page?: number;
  readonly newer?: Link;
  readonly older?: Link;
  /** Feeds of the list. */
  readonly feeds: readonly (Link & { readonly type: string })[];
  readonly breadcrumbs: readonly Link[];
}

export interface FrontView {
  readonly kind: "front";
  readonly frame: Frame;
  readonly lead?: Item;
  readonly seconds: readonly Item[];
  readonly latest: readonly Item[];
  readonly sections: readonly { readonly link: Link; readonly items: readonly Item[] }[];
  /** Corrections of the edition's own day. */
  readonly corrections: readonly LedgerEntry[];
  readonly onThisDay?: Link;
}

/** One line of the corrections ledger. */
export interface LedgerEntry {
  readonly kind: CorrectionKind | "retraction";
  readonly at: number;
  readonly dayOnly: boolean;
  readonly text: string;
  readonly article: Link;
}

export interface LedgerView {
  readonly kind: "ledger";
  readonly frame: Frame;
  readonly entries: readonly LedgerEntry[];
  readonly page?: number;
  readonly newer?: Link;
  readonly older?: Link;
  readonly feeds: readonly (Link & { readonly type: string })[];
}

/** A year of the archive: a count for each day, in calendar order. */
export interface YearView {
  readonly kind: "year";
  readonly frame: Frame;
  readonly year: number;
  readonly months: readonly {
    readonly month: number;
    readonly link: Link;
    readonly total: number;
    readonly days: readonly number[];
  }[];
  /** All years on the archive's own page; on the page of a year that one and its neighbours. Newest first. */
  readonly years: readonly (Link & { readonly current: boolean; readonly total?: number })[];
  /** The archive's own page, from the page of a year. */
  readonly archive?: Link;
}

/** An index of names: all topics, authors or places. */
export interface IndexView {
  readonly kind: "index";
  readonly frame: Frame;
  /** `topics`, `authors`: the words of its title are those of `index.<of>`. */
  readonly of: string;
  readonly entries: readonly (Link & { readonly kind?: TopicKind; readonly total: number })[];
}

/** A standing page from Markdown, or one of the site's own tools (listen, search, library, offline, not-found). */
export interface StandingView {
  readonly kind: "standing";
  readonly frame: Frame;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly updatedAt?: number;
  /** As in an article. */
  readonly images?: ReadonlyMap<string, ImageSource>;
  readonly recordings?: ReadonlyMap<string, Recording>;
  readonly links?: ReadonlyMap<string, TextLink | string>;
}

/** A page that a template of the newsroom's own put into the house's frame. */
export interface OwnPageView {
  readonly frame: Frame;
  readonly title?: string;
  readonly description?: string;
  /** Markup as the template made it. */
  readonly content: Html;
  /** In the column of texts, below its title; otherwise all of the page between masthead and footer is the template's. */
  readonly inColumn: boolean;
  /** Further markup for the head. */
  readonly head?: Html;
  /** What of the markup the page's policy must allow. */
  readonly inline: OwnInline;
}

/** Styles and scripts that stand in a page's own markup. */
export interface OwnInline {
  /** Texts of `<style>` elements. */
  readonly styles: readonly string[];
  /** Values of `style` attributes. */
  readonly attributes: readonly string[];
  /** Texts of `<script>` elements. */
  readonly scripts: readonly string[];
  /** True where it has stylesheets in files. */
  readonly sheets: boolean;
}

export interface ToolView {
  readonly kind: "listen" | "search" | "library" | "offline" | "not-found";
  readonly frame: Frame;
  /** Scripts of this tool, relative to the page, loaded after the shared one in this order. */
  readonly scripts?: readonly string[];
}

/** *Take this paper with you*: the packaged editions, each in its forms. */
export interface TakeAwayView {
  readonly kind: "take-away";
  readonly frame: Frame;
  readonly editions: readonly {
    readonly title: string;
    readonly files: readonly {
      readonly form: "zip" | "epub" | "zim" | "html";
      readonly href: string;
      readonly bytes: number;
      /** The moment of the site that it was made from. */
      readonly editionAt: number;
      /** The only language in it, by its own name. */
      readonly language?: { readonly lang: string; readonly name: string };
    }[];
  }[];
}

/** The page behind a short code: sends the reader on. */
export interface ShortView {
  readonly kind: "short";
  readonly lang: string;
  readonly title: string;
  readonly href: string;
  readonly canonical?: string;
}
