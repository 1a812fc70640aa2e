/** What a build keeps for the next one beside the columns; JSON in the head of their file. */
import type { Measured } from "./media-index.ts";
import type { PackagedEdition } from "./packaged.ts";
import type { StandingPage } from "./standing-pages.ts";

/** Files that pages share, as one part of a build wrote them. */
export interface KeptFiles {
  /** A key of all that was given to it. */
  readonly print: number;
  /** A key of the code that wrote them. */
  readonly code: number;
  readonly addresses: readonly string[];
}

export interface Moved {
  /** Path of the article by its former address. */
  readonly articles: Readonly<Record<string, string>>;
  /** Former slugs of a list by its key: kind, language and slug. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** What is known of an address that is gone. */
export interface Gone {
  /** When a build took it away, epoch milliseconds. */
  readonly at: number;
  /** Where a line would lead on from it. */
  readonly line: string;
}

export interface Notes {
  /** The version of the house that built it. */
  house?: string;
  /** A key of all that decides how an article file is read. */
  readKey?: number;
  /** A key of the code that chose the related articles. */
  choiceKey?: number;
  /** A key of the code that measured the files below `media/`. */
  measureKey?: number;
  /** By path below `media/`. */
  measured?: Readonly<Record<string, Measured>>;
  packages?: readonly PackagedEdition[];
  standing?: readonly StandingPage[];
  /** Addresses of shared files, by what pages call them. */
  assets?: Readonly<Record<string, string>>;
  /** The print of each drawn page, by its address. */
  pages?: Readonly<Record<string, number>>;
  /** A key of all that decides which kinds of page there are, and where: see `build/removals.ts`. */
  shape?: number;
  /** By the name of the part. */
  shared?: Readonly<Record<string, KeptFiles>>;
  /** A key of the newsroom's rules for addresses: its zone, language and letters, and the code that writes names. */
  addressKey?: number;
  /** Addresses that the newsroom's rules, and no editor, changed after they were published. */
  moved?: Moved;
  /** Published addresses that are gone, with nothing that leads on, by themselves. */
  gone?: Readonly<Record<string, Gone>>;
  /** A file of records that a compaction left behind. */
  staleRecords?: string;
}
