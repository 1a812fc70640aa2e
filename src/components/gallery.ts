import { attribute, type Html, html } from "../html.ts";

/** Pictures that stand together, each with its caption: a row to move along by touch, wheel or arrow keys, without a script. */
export function renderGallery(figures: readonly Html[], label: string): Html {
  return html`<section class="gallery" tabindex="0"${attribute("aria-label", label)}>${figures}</section>`;
}
