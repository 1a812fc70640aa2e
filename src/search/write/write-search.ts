/** The index as files. Files of a segment come in an order in which its `head.js` is last: where it stands, all stand. */
import { DateTime } from "luxon";
import { createAnalysis } from "../text/analysis.ts";
import { DocumentBlocks } from "./document-block.ts";
import { FilterCounts } from "./filter-counts.ts";
import { writeEndings, writeForms } from "./form-shards.ts";
import type { PlannedSegment, SearchPlan } from "./plan.ts";
import { Postings } from "./postings.ts";
import { rootFile, scriptFile } from "./script-file.ts";
import type { SearchDocument, SearchEntry, SearchFile } from "./search-document.ts";
import { stemmerOf, stemmerScript } from "./stemmers.ts";
import { writeTermShards } from "./term-shards.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What the site adds to the articles. */
export interface SearchOptions {
  /** IANA name: the years of the year filter, and the dates that hits show. */
  readonly timeZone: string;
  /** Names of sections by slug, in the site's own language. */
  readonly sections: Readonly<Record<string, string>>;
}

/** Segments from this size on leave words that came once out of the list by endings: most are misspelt. */
const LARGE = 4096;

/** `[year, first row]`, oldest first. */
function yearStarts(entries: readonly SearchEntry[], zone: string): [year: number, row: number][] {
  const starts: [number, number][] = [];
  let until = Number.NEGATIVE_INFINITY;
  entries.forEach((entry, row) => {
    if (entry.publishedAt < until) return;
    const date = DateTime.fromMillis(entry.publishedAt, { zone });
    until = date.startOf("year").plus({ years: 1 }).toMillis();
    starts.push([date.year, row]);
  });
  return starts;
}

/** Files of one segment. `documents` are its articles in the plan's order. */
export async function* writeSegment(
  segment: PlannedSegment,
  documents: Iterable<SearchDocument> | AsyncIterable<SearchDocument>,
  timeZone: string,
): AsyncGenerator<SearchFile> {
  const vocabulary = new Vocabulary(createAnalysis(segment.lang, stemmerOf(segment.lang)));
  const postings = new Postings(vocabulary);
  const blocks = new DocumentBlocks(segment.name, timeZone);
  const filters = new FilterCounts();
  let row = 0;
  for await (const document of documents) {
    if (document.address !== segment.entries[row]?.address) {
      throw new Error(
        `search: ${segment.name} expects ${segment.entries[row]?.address} at ${row}, got ${document.address}`,
      );
    }
    postings.add(row++, document);
    filters.add(document);
    const file = blocks.add(document);
    if (file) yield file;
  }
  const last = blocks.end();
  if (last) yield last;
  const terms = yield* writeTermShards(segment.name, row, vocabulary.sortedTerms(), postings);
  const forms = yield* writeForms(segment.name, vocabulary.forms(1));
  const endings = yield* writeEndings(segment.name, vocabulary.forms(row < LARGE ? 1 : 2));
  yield scriptFile(`${segment.name}/filters`, filters.long());
  yield scriptFile(`${segment.name}/head`, {
    articles: row,
    terms: terms.join(" "),
    forms: forms.join(" "),
    endings: endings.join(" "),
    years: yearStarts(segment.entries, timeZone),
    sections: filters.sections(),
  });
}

/** Files that every edition has: the stemmers of its languages, and `search/index.js`, which names its segments. */
export async function* writeSearchRoot(plan: SearchPlan, options: SearchOptions): AsyncGenerator<SearchFile> {
  const stemmers: Record<string, string> = {};
  for (const lang of new Set(plan.segments.map((segment) => segment.lang))) {
    const script = await stemmerScript(lang);
    if (script === undefined) continue;
    stemmers[lang] = script.key;
    yield script.file;
  }
  yield rootFile({
    segments: plan.segments.map(({ name, lang }) => ({ name, lang })),
    stemmers,
    sections: options.sections,
    timeZone: options.timeZone,
  });
}

/**
 * The whole index, or what is missing of it: segments for which `has` is true are passed over (their `head.js` is there
 * from an earlier build). `read` gives the document of a row of the plan. Folders below `search/` that the plan does not
 * name are left from earlier editions and may go.
 */
export async function* writeSearch(
  plan: SearchPlan,
  read: (row: number) => SearchDocument | Promise<SearchDocument>,
  options: SearchOptions,
  has: (head: string) => boolean = () => false,
): AsyncGenerator<SearchFile> {
  for (const segment of plan.segments) {
    if (has(`search/${segment.name}/head.js`)) continue;
    async function* documents(): AsyncGenerator<SearchDocument> {
      for (const entry of segment.entries) yield await read(entry.row);
    }
    yield* writeSegment(segment, documents(), options.timeZone);
  }
  yield* writeSearchRoot(plan, options);
}
