/** What the index writer is given, and what it gives back. */

/** One article as the index sees it: plain text, names already resolved. */
export interface SearchDocument extends SearchEntry {
  readonly title: string;
  readonly standfirst?: string;
  /** Plain text, paragraphs apart by line ends. */
  readonly body: string;
  /** Names of topics, as printed. */
  readonly tags: readonly string[];
  /** Slugs of the topics, in the order of `tags`; what the topic filter goes by. */
  readonly topics: readonly string[];
  /** Place of the dateline, as printed; all of it where it names none. */
  readonly place?: string;
  readonly byline: readonly string[];
  /** Slug. */
  readonly section?: string;
}

/** What the plan needs of an article; the whole document is asked for only where its segment must be written. */
export interface SearchEntry {
  /** The caller's own number for it, by which the writer asks for the document. */
  readonly row: number;
  /** Site-relative address of its page; may be looked up when asked for, which planning does for twins in time only. */
  readonly address: string;
  /** BCP 47. */
  readonly lang: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly publishedAt: number;
  /** Changes whenever any field of the document changes, its address and date among them: a 53-bit content hash. */
  readonly fingerprint: number;
}

/** A file of the index. */
export interface SearchFile {
  /** Site-relative: `search/en-3f9c20b1d7/t12.js`. */
  readonly address: string;
  readonly text: string;
}
