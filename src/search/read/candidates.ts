/** The articles that meet a request, language by language. */
import { FILTER_MARKS, type FilterField } from "../text/format.ts";
import type { ClauseMatch } from "./clause-match.ts";
import type { FoundClause, LanguageSearch } from "./language-search.ts";
import { createMarker, type Marker } from "./marked-text.ts";
import type { SearchRequest } from "./search-request.ts";
import { type SegmentRows, selectRows } from "./select-rows.ts";

/** What one language has. */
export interface Candidate {
  readonly search: LanguageSearch;
  readonly segments: readonly SegmentRows[];
  /** Marks the words that were looked for. */
  readonly mark: Marker;
}

/** Rows that meet the request, by language and segment. */
export async function selectCandidates(
  searches: readonly LanguageSearch[],
  found: readonly (readonly FoundClause[])[],
  request: SearchRequest,
  mode: "all" | "any",
): Promise<Candidate[]> {
  return Promise.all(
    searches.map(async (search, at) => {
      const clauses = found[at] ?? [];
      const matches = await Promise.all(clauses.map((clause) => search.match(clause)));
      const segments = await Promise.all(
        search.segments.map(async (segment, index) => {
          const wanted: ClauseMatch[] = [];
          const excluded: Uint32Array[] = [];
          clauses.forEach(({ clause }, clauseIndex) => {
            const match = matches[clauseIndex]?.[index];
            if (match === undefined) return;
            if (clause.excluded) excluded.push(match.rows);
            else wanted.push(match);
          });
          const filters: Uint32Array[] = [];
          for (const field of ["section", "topic", "place"] satisfies FilterField[]) {
            const key = request[field];
            if (key === undefined) continue;
            const postings = await segment.postings(FILTER_MARKS[field] + key);
            filters.push(postings?.rows ?? new Uint32Array(0));
          }
          const span = request.year === undefined ? ([0, segment.articles] as const) : segment.rowsOfYear(request.year);
          return selectRows({ wanted, excluded, filters, span, mode });
        }),
      );
      const words = clauses.filter((clause) => !clause.clause.excluded).flatMap((clause) => clause.words);
      return { search, segments, mark: createMarker(search.analysis, new Set(words.flatMap((word) => word.terms))) };
    }),
  );
}

/** Articles in all. */
export function countRows(candidates: readonly Candidate[]): number {
  return candidates.reduce(
    (sum, { segments }) => sum + segments.reduce((rows, found) => rows + found.rows.length, 0),
    0,
  );
}
