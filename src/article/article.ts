/**
 * One article as the rest of the house knows it: complete, checked and readonly. Only `parseArticle` makes one.
 * Instants are milliseconds since 1970-01-01T00:00Z; addresses are site-relative, without a leading slash.
 */

/** Where an article was filed and by whom, in the parts of its dateline. It has a place, or it is `printed`. */
export interface Dateline {
  /** In the case the editor typed: `WASHINGTON`, `Kyiv`, `DALLAS/FORT WORTH`. Unset where none could be told from the rest. */
  readonly place?: string;
  /** As printed: `Wis.`, `Texas`, `Alberta`. */
  readonly region?: string;
  readonly country?: string;
  /** Without its brackets or slashes: `Sputnik`, `AP`, `TASS`. */
  readonly agency?: string;
  /** As printed: `Dec 24`, `15 January`. A dateline's date has no year of its own. */
  readonly date?: string;
  /** As the editor typed it, without its closing sign, where the parts alone would print otherwise. */
  readonly printed?: string;
}

/** A dateline that names its place, as the intake finds it. */
export interface PlacedDateline extends Dateline {
  readonly place: string;
}

/** A related headline as the editor gave it; the edition resolves it. */
export type RelatedEntry =
  | { readonly kind: "headline"; readonly title: string }
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "link"; readonly url: string; readonly title?: string; readonly source?: string };

/** A picture below `content/media/`, with the facts that pages need to reserve its place. */
export interface Picture {
  /** Path below `media/`: `2021/harbour.jpg`. */
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** The spoken version of an article. */
export interface Audio {
  /** Path below `media/`, or an http(s) address. */
  readonly src: string;
  /** Seconds. */
  readonly duration?: number;
  /** Path of a standing page or media file, or an http(s) address. */
  readonly transcript?: string;
}

/** A series of articles that are read in order. */
export interface Series {
  readonly name: string;
  /** From 1; unset, its place among the parts by publication. */
  readonly part?: number;
}

export const CORRECTION_KINDS = ["correction", "clarification", "update"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** A public note of what was changed; never removed. */
export interface Correction {
  readonly at: number;
  /** True where the editor gave a day without a time. */
  readonly dayOnly: boolean;
  readonly kind: CorrectionKind;
  readonly text: string;
}

export const DISCUSSION_STATES = ["open", "closed", "off"] as const;
export type DiscussionState = (typeof DISCUSSION_STATES)[number];

/** Everything an article file says in its front matter, checked; what lists, feeds and links are made of. */
export interface ArticleHead {
  /** Identity: folder and file name below `articles/`, without `.md`: `2021/01/harbour-reopens`. */
  readonly path: string;
  /** Where its page is: `2021/01/15/harbour-reopens.html`, below `<lang>/` for every language but the site's own. */
  readonly address: string;
  /** What feeds and machines know it by, where an editor wrote one. */
  readonly id?: string;
  /** Former addresses, oldest first, each with the name of its page's file; short codes as the pages behind them. */
  readonly aliases?: readonly string[];
  /** Seven characters of [a-z0-9] without look-alikes. */
  readonly shortCode: string;
  readonly title: string;
  readonly publishedAt: number;
  /** True where `date` is a bare day: its page then shows no time of day. */
  readonly dayOnly: boolean;
  readonly updatedAt?: number;
  readonly dateline?: Dateline;
  readonly byline: readonly string[];
  /** Slug of the section. */
  readonly section?: string;
  readonly kicker?: string;
  readonly standfirst?: string;
  /** Names of topics, aliases already folded, each once, in the editor's order. */
  readonly tags: readonly string[];
  readonly series?: Series;
  readonly related: readonly RelatedEntry[];
  /** BCP 47. */
  readonly lang: string;
  /** Path of the original of which this is a translation. */
  readonly translates?: string;
  readonly image?: Picture;
  readonly audio?: Audio;
  readonly corrections: readonly Correction[];
  readonly retracted?: { readonly at: number; readonly dayOnly: boolean; readonly reason: string };
  readonly embargoAt?: number;
  readonly expiresAt?: number;
  readonly draft: boolean;
  readonly discussion: DiscussionState;
  readonly source?: { readonly name: string; readonly url?: string; readonly capturedAt?: number };
}

/** An article with its text. */
export interface Article extends ArticleHead {
  /** Markdown, as the editor wrote it. */
  readonly body: string;
}
