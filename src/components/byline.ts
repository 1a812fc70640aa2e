import type { ArticleView, Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** Who wrote it, each linked to their page where they have one. */
export function renderByline(frame: Frame, authors: ArticleView["authors"]): Html | undefined {
  if (authors.length === 0) return undefined;
  const words = wordsOf(frame);
  const names = authors.map(({ name, href }) =>
    href === undefined
      ? html`<bdi class="p-author h-card">${name}</bdi>`
      : html`<a class="p-author h-card" rel="author" href="${href}"><bdi>${name}</bdi></a>`,
  );
  const role = authors.length === 1 ? authors[0]?.author?.role : undefined;
  return html`<p class="byline">${words.phrase("byline", { names: words.list(names) })}${
    role !== undefined && html` <span class="role">${role}</span>`
  }</p>`;
}
