/** Which of schema.org's kinds an article is of, by what stands above its headline or by its section. */

export type ArticleKind =
  | "NewsArticle"
  | "OpinionNewsArticle"
  | "ReviewNewsArticle"
  | "LiveBlogPosting"
  | "ReportageNewsArticle"
  | "AnalysisNewsArticle"
  | "BackgroundNewsArticle";

/** Words of the kicker, in the languages of the interface, and slugs of sections. */
const WORDS: readonly (readonly [ArticleKind, string])[] = [
  ["LiveBlogPosting", "live|live blog|liveblog|en directo|directo|en direct|ticker|مباشر|онлайн"],
  ["ReviewNewsArticle", "review|reviews|reseña|critique|kritik|rezension|مراجعة|рецензия"],
  ["OpinionNewsArticle", "opinion|comment|commentary|column|columns|editorial|leader|letters"],
  ["OpinionNewsArticle", "opinión|columna|tribune|chronique|éditorial|meinung|kommentar|leitartikel"],
  ["OpinionNewsArticle", "رأي|آراء|افتتاحية|мнение|колонка"],
  ["AnalysisNewsArticle", "analysis|análisis|analyse|تحليل|анализ|аналитика"],
  ["BackgroundNewsArticle", "explainer|background|q&a|profile|contexto|claves|décryptage|contexte"],
  ["BackgroundNewsArticle", "hintergrund|erklärt|خلفية|شرح|справка|объясняем"],
  ["ReportageNewsArticle", "reportage|report|reportaje|تقرير|репортаж"],
];

const KINDS: ReadonlyMap<string, ArticleKind> = new Map(
  WORDS.flatMap(([kind, words]) => words.split("|").map((word) => [word, kind] as const)),
);

/** The kicker says it best, then the section; else it is news. */
export function kindOfArticle(article: { readonly kicker?: string; readonly section?: string }): ArticleKind {
  const found = (word: string | undefined) => (word === undefined ? undefined : KINDS.get(word.trim().toLowerCase()));
  return found(article.kicker) ?? found(article.section) ?? "NewsArticle";
}
