/** The best of the articles found, read from the index and marked. */
import type { Candidate } from "./candidates.ts";
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
  return b.met - a.met || b.score - a.score || b.segment - a.segment || b.row - a.row;
}

/**
 * The first `limit` of one language, best first, or newest first `byDate`. Segments and rows are in the order of dates; from
 * the newest on, only an article that is better than another comes before it.
 */
function selectFirst(candidate: Candidate, limit: number, byDate: boolean): Ranked[] {
  const best: Ranked[] = [];
  for (let segment = candidate.segments.length - 1; segment >= 0; segment--) {
    const found = candidate.segments[segment];
    for (let index = (found?.rows.length ?? 0) - 1; index >= 0; index--) {
      const met = found?.met[index] ?? 0;
      const score = found?.scores[index] ?? 0;
      let at = best.length;
      for (; at > 0 && !byDate; at--) {
        const other = best[at - 1];
        if (other === undefined || other.met > met || (other.met === met && other.score >= score)) break;
      }
      if (at === limit) {
        if (byDate) return best;
        continue;
      }
      best.splice(at, 0, { candidate, segment, row: found?.rows[index] ?? 0, met, score });
      if (best.length > limit) best.pop();
    }
  }
  return best;
}

async function readHit({ candidate: { search, mark }, segment, row }: Ranked): Promise<Hit> {
  const source = search.segments[segment];
  if (source === undefined) throw new RangeError("search: no such segment");
  const [block, index] = await source.document(row);
  return {
    address: block.addresses[index] ?? "",
    title: mark(block.titles[index] ?? ""),
    publishedAt: block.times[index] ?? 0,
    day: block.days[index] ?? "",
    section: block.sections[index] ?? "",
    lang: search.lang,
    excerpt: mark(block.excerpts[index] ?? ""),
  };
}

/** The hits that a request wants, in its order; `byDate` newest first, whatever their scores. */
export async function pickHits(
  candidates: readonly Candidate[],
  { limit }: SearchRequest,
  byDate: boolean,
): Promise<Hit[]> {
  const firsts = candidates.flatMap((candidate) => selectFirst(candidate, limit, byDate));
  const chosen = byDate ? firsts : firsts.sort(compareRanked).slice(0, limit);
  const hits = await Promise.all(chosen.map(readHit));
  return byDate ? hits.sort((a, b) => b.publishedAt - a.publishedAt).slice(0, limit) : hits;
}
