import type { Link } from "../edition/views.ts";
import { type Html, html } from "../html.ts";

/** The short label above a headline: the section's link, the editor's own words, or both. */
export interface KickerProps {
  readonly section?: Link | undefined;
  readonly text?: string | undefined;
}

/** Nothing where the article has neither section nor kicker; once where the editor wrote the section's name again. */
export function renderKicker({ section, text: written }: KickerProps): Html | undefined {
  const text = written?.toLowerCase() === section?.title.toLowerCase() ? undefined : written;
  if (section === undefined && text === undefined) return undefined;
  const link = section && html`<a class="p-category" href="${section.href}">${section.title}</a>`;
  return html`<p class="kicker">${link}${link && text !== undefined && " "}${text !== undefined && html`<span>${text}</span>`}</p>`;
}
