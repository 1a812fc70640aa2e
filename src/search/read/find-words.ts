/** Looks up the words of a query, and words in place of those that nothing has. */
import { type FoundClause, isFound, type LanguageSearch } from "./language-search.ts";
import type { Clause } from "./parse-query.ts";

/** Finds the words of every clause in every language; a word that none has is finished, else mended. */
export async function findWords(
  searches: readonly LanguageSearch[],
  clauses: readonly Clause[],
): Promise<{ found: FoundClause[][]; mended: { from: string; to: string }[] }> {
  const found = await Promise.all(searches.map((search) => search.find(clauses)));
  const mended: { from: string; to: string }[] = [];
  const better = await Promise.all(
    clauses.map(async (clause, at): Promise<Clause> => {
      if (clause.excluded) return clause;
      let open = clause.open;
      const words = await Promise.all(
        clause.words.map(async (word, index) => {
          if (found.some((ofLanguage) => isFound(ofLanguage[at]?.words[index] ?? { terms: [], variants: [] })))
            return word;
          if (
            !clause.phrase &&
            !open &&
            (await Promise.all(searches.map((s) => s.hasCompletion(word)))).some(Boolean)
          ) {
            open = true;
            return word;
          }
          const forms = await Promise.all(searches.map((search) => search.mend(word)));
          const best = forms.flatMap((form) => form ?? []).sort((a, b) => b.uses - a.uses)[0];
          if (best === undefined) return word;
          mended.push({ from: word, to: best.form });
          return best.form;
        }),
      );
      return open === clause.open && words.every((word, index) => word === clause.words[index])
        ? clause
        : { ...clause, words, open };
    }),
  );
  if (better.every((clause, index) => clause === clauses[index])) return { found, mended };
  return { found: await Promise.all(searches.map((search) => search.find(better))), mended };
}
