/** What editors keep about their newsroom in `_data/`: the types of it. `parseNewsroom` reads the files. */
import type { OwnSheet, Tokens } from "../styles/look.ts";
import type { AddressLetters } from "../article/slug.ts";

export const TOPIC_KINDS = ["topic", "person", "place", "organisation"] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** One text in several languages, by BCP 47 tag. Where the file has a plain text, it is in the site's own language. */
export type Texts = Readonly<Record<string, string>>;

/** `_data/topics.yaml`, one entry; a tag without an entry is a topic of kind `topic` with its own name. */
export interface Topic {
  readonly name: string;
  readonly slug: string;
  readonly kind: TopicKind;
  /** Other names of it. */
  readonly aliases: readonly string[];
  /** Addresses that lead on to its page. */
  readonly former?: readonly string[];
  readonly description?: string;
  readonly sameAs: readonly string[];
}

/** `_data/sections.yaml`, one entry. `names` holds the name in other languages. */
export interface Section {
  readonly slug: string;
  readonly name: string;
  readonly names: Texts;
  /** Former names and slugs. */
  readonly aliases?: readonly string[];
  readonly former?: readonly string[];
  readonly description?: Texts;
}

/** `_data/authors.yaml`, one entry; a byline without an entry is a name without a biography. */
export interface Author {
  readonly name: string;
  readonly slug: string;
  /** Other names in bylines. */
  readonly aliases?: readonly string[];
  readonly former?: readonly string[];
  readonly role?: string;
  readonly biography?: string;
  /** Path below `content/media/`. */
  readonly portrait?: string;
  readonly email?: string;
  readonly sameAs: readonly string[];
}

/** `_data/site.yaml`. Only `title` is required. */
export interface Site {
  readonly title: string;
  readonly tagline?: Texts;
  readonly agency?: string;
  /** Absolute, ends in `/`. Unset, nothing absolute is printed anywhere. */
  readonly url?: string;
  /** BCP 47; `en` where unset. */
  readonly language: string;
  /** The site's own language first. */
  readonly languages: readonly string[];
  /** Letters of the addresses; Latin where unset. */
  readonly addresses: AddressLetters;
  /** IANA name; `UTC` where unset. */
  readonly timeZone: string;
  /** What becomes of an article whose date lies ahead: it waits, or is shown all the same. */
  readonly future: "hold" | "publish";
  readonly listenLive?: { readonly label: Texts; readonly url: string; readonly type: string };
  readonly shortUrl: { readonly host?: string; readonly as: "pages" | "redirects" | "off" };
  readonly discussion?: { readonly channel: "mail" | "form" | "link"; readonly to: string };
  readonly hosts: readonly string[];
  /** Address of the licence of the text. */
  readonly license?: string;
  readonly copyright?: string;
  readonly publisher?: Publisher;
  /** Names of standing pages for the footer, in order; unset, all of them by name. */
  readonly navigation?: readonly string[];
  /** Colours and type of its own. */
  readonly tokens?: Tokens;
  /** Address of a WebSub hub. */
  readonly hub?: string;
  /** Opt-in: draw a social card for each article, not only for sections. */
  readonly articleCards: boolean;
  /** security.txt and humans.txt. */
  readonly securityContact?: string;
  readonly humans: readonly string[];
}

/** The organisation behind the site, for readers and for schema.org's NewsMediaOrganization. Policies are addresses or standing pages' names. */
export interface Publisher {
  readonly name: string;
  readonly legalName?: string;
  readonly url?: string;
  readonly logo?: string;
  readonly foundingDate?: string;
  readonly address?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly sameAs: readonly string[];
  readonly ethicsPolicy?: string;
  readonly correctionsPolicy?: string;
  readonly diversityPolicy?: string;
  readonly ownershipFundingInfo?: string;
  readonly actionableFeedbackPolicy?: string;
  readonly masthead?: string;
}

/** The words of the interface in one language, by key; `{name}` marks a place to fill. */
export type Strings = Readonly<Record<string, string>>;

/** All of `_data/`, checked. */
export interface Newsroom {
  readonly site: Site;
  /** Undefined where `sections.yaml` is absent: the articles' own sections then count. */
  readonly sections: readonly Section[] | undefined;
  readonly topics: readonly Topic[];
  readonly authors: readonly Author[];
  /** By BCP 47 tag. */
  readonly strings: Readonly<Record<string, Strings>>;
  /** `_data/front.yaml`: path of the article that editors pinned as lead, by language. */
  readonly lead: Readonly<Record<string, string>>;
  /** `src/styles/*.css` of the newsroom. */
  readonly sheets?: readonly OwnSheet[];
}
