import { type Html, html } from "../html.ts";

/** The heading of a tool's page, with what it is for. */
export function renderToolHeader(title: string, about: string): Html {
  return html`<header class="row head"><div><h1>${title}</h1><p class="standfirst">${about}</p></div></header>`;
}
