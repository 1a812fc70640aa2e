/** The segments of one language, which share a stemmer and count the frequency of words together. */
import { type Analysis, createAnalysis, rememberTerms } from "../text/analysis.ts";
import { type ClauseMatch, inverseFrequency, matchPhrase, matchWord, type Variant } from "./clause-match.ts";
import { selectCompletions, selectMended } from "./near-words.ts";
import type { Clause } from "./parse-query.ts";
import { type LoadScript, parseStem, type Root } from "./payload.ts";
import { type Form, Segment } from "./segment.ts";

/** A word of the query as one language knows it: the variants in each segment, in the segments' order. */
interface FoundWord {
  readonly terms: readonly string[];
  readonly variants: readonly (readonly Variant[])[];
}

/** A clause with what its words were found to be. */
export interface FoundClause {
  readonly clause: Clause;
  readonly words: readonly FoundWord[];
}

export class LanguageSearch {
  readonly lang: string;
  /** Oldest first. */
  readonly segments: readonly Segment[];
  readonly analysis: Analysis;
  readonly articles: number;

  private constructor(analysis: Analysis, segments: readonly Segment[]) {
    this.lang = analysis.lang;
    this.analysis = analysis;
    this.segments = segments;
    this.articles = segments.reduce((sum, segment) => sum + segment.articles, 0);
  }

  static async open(root: Root, lang: string, load: LoadScript): Promise<LanguageSearch> {
    const names = root.segments.filter((segment) => segment.lang === lang).map((segment) => segment.name);
    const stemmer = root.stemmers[lang];
    const [stem, ...segments] = await Promise.all([
      stemmer === undefined ? undefined : load(stemmer).then(parseStem),
      ...names.map((name) => Segment.open(name, lang, load)),
    ]);
    return new LanguageSearch(rememberTerms(createAnalysis(lang, stem)), segments);
  }

  async #findTerms(terms: readonly string[]): Promise<FoundWord> {
    const postings = await Promise.all(
      this.segments.map((segment) => Promise.all(terms.map((term) => segment.postings(term)))),
    );
    const idf = terms.map((_, index) => {
      const having = postings.reduce((sum, ofSegment) => sum + (ofSegment[index]?.rows.length ?? 0), 0);
      return inverseFrequency(this.articles, having);
    });
    const variants = postings.map((ofSegment) =>
      ofSegment.flatMap((found, index): Variant[] => (found ? [{ idf: idf[index] ?? 0, postings: found }] : [])),
    );
    return { terms, variants };
  }

  async #findWord(word: string, open: boolean): Promise<FoundWord> {
    const terms = new Set(this.analysis.terms(word));
    if (open) for (const term of await this.#completedTerms(word)) terms.add(term);
    return this.#findTerms([...terms]);
  }

  async #completedTerms(word: string): Promise<string[]> {
    const forms = await selectCompletions(this.segments, this.analysis.form(word));
    return forms.flatMap(({ form }) => this.analysis.terms(form));
  }

  /** Finds the words of the clauses. */
  find(clauses: readonly Clause[]): Promise<FoundClause[]> {
    return Promise.all(
      clauses.map(async (clause) => ({
        clause,
        words: await Promise.all(clause.words.map((word) => this.#findWord(word, clause.open))),
      })),
    );
  }

  /** True where an article has any of the words that begin like this one. */
  async hasCompletion(word: string): Promise<boolean> {
    return (await selectCompletions(this.segments, this.analysis.form(word))).length > 0;
  }

  /** The word one slip away that is used most, if there is one. */
  mend(word: string): Promise<Form | undefined> {
    return selectMended(this.segments, this.analysis.form(word));
  }

  /** Articles of each segment that meet a clause. */
  match(found: FoundClause): Promise<ClauseMatch[]> {
    return Promise.all(
      this.segments.map(async (segment, index) => {
        const words = found.words.map((word) => word.variants[index] ?? []);
        return found.clause.phrase ? matchPhrase(segment, words) : matchWord(words[0] ?? []);
      }),
    );
  }
}

/** True where some segment has the word. */
export function isFound(word: FoundWord): boolean {
  return word.variants.some((variants) => variants.length > 0);
}
