import type { Link } from "../edition/views.ts";
import { type Html, html } from "../html.ts";

/** What is said in passing about a list, in one line: how many, which page, its feeds. Nothing where there is nothing to say. */
export function renderFacts(
  facts: readonly (string | undefined)[],
  feeds: readonly (Link & { readonly type: string })[],
): Html | undefined {
  const parts = [
    ...facts.filter((fact) => fact !== undefined),
    ...feeds.map((feed) => html`<a href="${feed.href}" type="${feed.type}">${feed.title}</a>`),
  ];
  if (parts.length === 0) return undefined;
  return html`<p class="facts">${parts.map((part, index) => html`${index > 0 && " · "}${part}`)}</p>`;
}
