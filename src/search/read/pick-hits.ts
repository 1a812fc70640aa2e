/** The best of the articles found, read from the index and marked. */
import type { Candidate } from "./candidates.ts";
import { markText } from "./marked-text.ts";
import { parseQuery } from "./parse-query.ts";
import type { Hit, SearchRequest } from "./search-request.ts";

interface Ranked {
  readonly candidate: Candidate;
  readonly segment: number;
  readonly row: number;
  readonly met: number;
  readonly score: number;
}

/** Best first: more of the words, then the higher score, then the newer article. */
function compareRanked(a: Ranked, b: Ranked): number {
  return b.met - a.met || b.score - a.score || compareAge(a, b);
}

/** Newer first; only within one language, where segments and rows are in the order of dates. */
function compareAge(a: Ranked, b: Ranked): number {
  return b.segment - a.segment || b.row - a.row;
}

/** The first `limit` of a list in the order of `compare`, without sorting the rest. */
function selectFirst(all: Iterable<Ranked>, limit: number, compare: (a: Ranked, b: Ranked) => number): Ranked[] {
  const best: Ranked[] = [];
  for (const item of all) {
    const last = best[limit - 1];
    if (last !== undefined && compare(item, last) >= 0) continue;
    let at = best.length;
    while (at > 0 && compare(item, best[at - 1] ?? item) < 0) at--;
    best.splice(at, 0, item);
    if (best.length > limit) best.pop();
  }
  return best;
}

function* rankedRows(candidate: Candidate): Generator<Ranked> {
  for (const [segment, found] of candidate.segments.entries()) {
    for (let index = found.rows.length - 1; index >= 0; index--) {
      const row = found.rows[index] ?? 0;
      yield { candidate, segment, row, met: found.met[index] ?? 0, score: found.scores[index] ?? 0 };
    }
  }
}

async function readHit({ candidate, segment, row }: Ranked): Promise<Hit> {
  const { search, terms, segments } = candidate;
  const source = search.segments[segment];
  if (source === undefined || segments[segment] === undefined) throw new RangeError("search: no such segment");
  const [block, index] = await source.document(row);
  return {
    address: block.addresses[index] ?? "",
    title: markText(block.titles[index] ?? "", search.analysis, terms),
    publishedAt: block.times[index] ?? 0,
    section: block.sections[index] ?? "",
    lang: search.lang,
    excerpt: markText(block.excerpts[index] ?? "", search.analysis, terms),
  };
}

/** The hits that a request wants, in its order. */
export async function pickHits(candidates: readonly Candidate[], request: SearchRequest): Promise<Hit[]> {
  const byDate = request.sort === "date" || parseQuery(request.query, false).every((clause) => clause.excluded);
  const compare = byDate ? compareAge : compareRanked;
  const firsts = candidates.map((candidate) => selectFirst(rankedRows(candidate), request.limit, compare));
  const chosen = byDate ? firsts.flat() : selectFirst(firsts.flat(), request.limit, compareRanked);
  const hits = await Promise.all(chosen.map(readHit));
  return byDate ? hits.sort((a, b) => b.publishedAt - a.publishedAt).slice(0, request.limit) : hits;
}
