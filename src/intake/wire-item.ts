/**
 * What every reader of a foreign format returns and the one writer of article files takes: a wire item. Values are as
 * found, already plain text or Markdown; `null` is never used, an absent field was not found.
 */
import type { Correction, Dateline, DiscussionState, Series } from "../article/article.ts";

/** How sure the reader is of a field: 0 (a guess) to 1 (the format says so). */
export type Confidence = number;

export interface WireRelated {
  readonly title: string;
  readonly url?: string;
  readonly source?: string;
}

/** A picture or sound of the item. `bytes` where the input carried it, else only its address is kept. */
export interface WireMedia {
  readonly kind: "picture" | "audio";
  readonly url?: string;
  readonly bytes?: Uint8Array;
  /** Name it had, used to name the saved file. */
  readonly name?: string;
  readonly mediaType?: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A reader's comment that the site had approved. */
export interface WireComment {
  /** Letters, digits and hyphens. */
  readonly id: string;
  readonly author: string;
  /** ISO 8601 with zone. */
  readonly date: string;
  /** Markdown. */
  readonly text: string;
  readonly replies: readonly WireComment[];
}

/** What an item says it is about, with the scheme that the name or code is from. */
export interface WireSubject {
  readonly name: string;
  readonly kind: "topic" | "person" | "place" | "organisation";
  /** The code as given: `medtop:20000523`, `http://cv.iptc.org/newscodes/mediatopic/20000523`. */
  readonly code?: string;
  /** The vocabulary the code is from: `medtop`, `http://cv.iptc.org/newscodes/mediatopic`. */
  readonly scheme?: string;
}

export interface WireItem {
  /** Name of the format it was read from. */
  readonly format: string;
  /** Identity across imports: the item's own `uri`, `guid` or wire id. */
  readonly id?: string;
  readonly title?: string;
  readonly kicker?: string;
  readonly standfirst?: string;
  readonly byline: readonly string[];
  /** ISO 8601 with zone, or a bare day. */
  readonly date?: string;
  readonly updated?: string;
  readonly dateline?: Dateline;
  readonly section?: string;
  readonly tags: readonly string[];
  /** The tags again, with kinds and codes, where the format has them. */
  readonly subjects?: readonly WireSubject[];
  /** The series that it is a part of. */
  readonly series?: Series;
  readonly related: readonly WireRelated[];
  /** BCP 47. */
  readonly lang?: string;
  readonly corrections: readonly (Pick<Correction, "kind" | "text"> & { readonly date?: string })[];
  /** Set where the item cancels what was sent before. */
  readonly retracted?: { readonly date?: string; readonly reason: string };
  /** ISO 8601 with zone. */
  readonly embargo?: string;
  readonly expires?: string;
  readonly source?: { readonly name?: string; readonly url?: string; readonly captured?: string };
  /** Addresses that it had where it comes from: paths without the site's own. */
  readonly aliases?: readonly string[];
  /** File name wanted, from formats that keep one. */
  readonly slug?: string;
  /** True where the format says that it was never published. */
  readonly draft?: boolean;
  readonly discussion?: DiscussionState;
  /** Approved comments, oldest first, from formats that keep them. */
  readonly comments?: readonly WireComment[];
  /** Path of the original of which this is a translation, from formats that keep one. */
  readonly translates?: string;
  readonly media: readonly WireMedia[];
  /** Markdown, without the dateline. */
  readonly body: string;
  /** Plain text of the body's paragraphs and subheads, in order; joined with a blank line it is the `text` of `--json`. */
  readonly paragraphs: readonly string[];
  readonly confidence: Readonly<Record<string, Confidence>>;
  /** What was left out, mended or guessed, in sentences for an editor. */
  readonly notes: readonly string[];
  /** Why an editor must look at it before it can be published; empty where it can go straight in. */
  readonly needs: readonly string[];
}
