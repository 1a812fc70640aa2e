/**
 * How much a word's place in an article counts: BM25F. Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
 * weighted fields" (CIKM 2004), with each field's own length normalisation as in Zaragoza et al., "Microsoft Cambridge at
 * TREC-13" (2004): tf' = Σ_f boost_f · tf_f / (1 - b_f + b_f · length_f / usual_f), weight = tf' / (k1 + tf'). The other
 * factor, idf, is the reader's to add, who alone knows all segments. Lengths are compared to fixed usual ones instead of
 * the archive's averages, so that an article's postings do not depend on other articles.
 */
import { LEVELS } from "../text/format.ts";

/** Where the weight is one half. Higher than the usual 1.2, since the boosts make sums higher: a title alone must not fill the scale. */
const K1 = 4;

interface FieldRule {
  readonly boost: number;
  readonly b: number;
  /** Usual length, words. */
  readonly usual: number;
}

/** In the order in which fields stand in an article's positions. */
export const FIELD_RULES = {
  title: { boost: 8, b: 0.4, usual: 9 },
  standfirst: { boost: 2, b: 0.3, usual: 24 },
  body: { boost: 1, b: 0.75, usual: 350 },
  tags: { boost: 3.5, b: 0.5, usual: 6 },
  place: { boost: 3, b: 0, usual: 1 },
  byline: { boost: 2, b: 0, usual: 2 },
} as const satisfies Record<string, FieldRule>;

export type FieldName = keyof typeof FIELD_RULES;

/** What one occurrence in a field of `length` words adds to tf'. */
export function occurrenceWeight(field: FieldName, length: number): number {
  const { boost, b, usual } = FIELD_RULES[field];
  return boost / (1 - b + (b * length) / usual);
}

/** Level (0 to `LEVELS` - 1) of a summed tf'. */
export function weightLevel(sum: number): number {
  return Math.min(LEVELS - 1, Math.floor((sum / (K1 + sum)) * LEVELS));
}
