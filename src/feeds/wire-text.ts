/** An article as plain wire text: what can be pasted into a mail, and what the intake reads as `wire`. */
import type { Article } from "../article/article.ts";
import { renderClock, renderDay } from "../article/instant.ts";
import { renderExportText } from "./export-body.ts";
import type { ExportContext } from "./export-context.ts";

function renderRelated(article: Article, context: ExportContext): string[] {
  return article.related.flatMap((entry) => {
    if (entry.kind === "headline") return [entry.title];
    if (entry.kind === "link") return [[entry.title, entry.url].filter((part) => part !== undefined).join(" ")];
    const found = context.find(entry.path);
    return found === undefined ? [] : [found.title];
  });
}

const KINDS = { correction: "Correction", clarification: "Clarification", update: "Update" } as const;

/** Paragraphs with a blank line between them, ending in a line feed. */
export function renderWireText(article: Article, context: ExportContext): string {
  const { site } = context;
  const clock = (instant: number, dayOnly: boolean) => renderClock(instant, site.timeZone, article.lang, dayOnly);
  const parts: (string | undefined)[] = [
    article.embargoAt === undefined ? undefined : `EMBARGO until ${clock(article.embargoAt, false)}`,
    article.kicker,
    article.title,
    article.standfirst,
    article.byline.length === 0 ? undefined : `By ${article.byline.join(", ")}`,
    clock(article.publishedAt, article.dayOnly),
  ];
  if (article.retracted === undefined) parts.push(...renderExportText(article, context));
  else {
    parts.push(`RETRACTED ${clock(article.retracted.at, article.retracted.dayOnly)}: ${article.retracted.reason}`);
  }
  for (const { at, kind, text } of article.corrections)
    parts.push(`${KINDS[kind]} (${renderDay(at, site.timeZone, article.lang)}): ${text}`);
  const related = renderRelated(article, context);
  if (related.length > 0) parts.push(`Related:\n${related.join("\n")}`);
  if (article.tags.length > 0) parts.push(`Tags: ${article.tags.join(", ")}`);
  const { copyright } = site;
  if (copyright !== undefined) parts.push(/^(?:©|\(c\)|copyright)/i.test(copyright) ? copyright : `© ${copyright}`);
  return `${parts.filter((part) => part !== undefined && part !== "").join("\n\n")}\n`;
}
