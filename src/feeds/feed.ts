/** A feed before it is written in a format: what RSS, Atom and JSON Feed have in common. Addresses are absolute. */
import type { Html } from "../html.ts";

export interface Feed {
  /** Of the feed itself. */
  readonly self: string;
  /** Of the page it is the feed of. */
  readonly home: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  /** The newest change of its items; undefined of a feed without any. */
  readonly changedAt?: number;
  readonly publisher: string;
  readonly email?: string;
  readonly copyright?: string;
  readonly license?: string;
  /** Of the publisher's logo, PNG or JPEG. */
  readonly logo?: string;
  /** Of a WebSub hub. */
  readonly hub?: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** An address that no other item has, and that stays. */
  readonly id: string;
  /** Of the page; the same as `id` where the item is an article. */
  readonly url: string;
  readonly title: string;
  /** Plain text. */
  readonly summary?: string;
  /** The whole text, links absolute. */
  readonly content: Html;
  readonly publishedAt: number;
  readonly changedAt: number;
  readonly authors: readonly { readonly name: string; readonly url?: string }[];
  readonly tags: readonly string[];
  readonly lang: string;
  readonly image?: FeedImage;
  readonly sound?: FeedSound;
  /** Where the text was taken from. */
  readonly via?: string;
}

export interface FeedImage {
  readonly url: string;
  readonly type: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

export interface FeedSound {
  readonly url: string;
  readonly type: string;
  /** 0 where the file lies elsewhere: RSS wants a length, and the RSS Advisory Board says 0 for one that is not known. */
  readonly bytes: number;
  /** Seconds. */
  readonly duration?: number;
  readonly transcript?: { readonly url: string; readonly type: string };
}

/** Name of the program, for the formats that ask for it. */
export const GENERATOR = "Dateline";
