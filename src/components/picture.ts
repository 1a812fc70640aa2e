import type { ImageSource } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";

/** How a picture stands on its page. */
export interface PictureProps {
  readonly image: ImageSource;
  /** The `sizes` attribute: how wide it is drawn. */
  readonly sizes: string;
  /** True for the main picture above the fold. */
  readonly first?: boolean;
}

/** The picture in all its sizes and formats, with its room reserved. */
export function renderPicture({ image, sizes, first = false }: PictureProps): Html {
  const sources = image.srcset.map(
    ({ type, srcset }) => html`<source type="${type}" srcset="${srcset}" sizes="${sizes}">`,
  );
  const loading = first ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`;
  const img = html`<img${attribute("class", first && "u-photo")} src="${image.src}" width="${image.width}" height="${image.height}" alt="${image.alt}"${loading}>`;
  return sources.length === 0 ? img : html`<picture>${sources}${img}</picture>`;
}

/** A picture with its caption and credit, always together. */
export function renderFigure(props: PictureProps & { readonly className?: string }): Html {
  const { caption, credit } = props.image;
  const words =
    (caption !== undefined || credit !== undefined) &&
    html`<figcaption>${caption}${credit !== undefined && html`\u2002<span class="credit">${credit}</span>`}</figcaption>`;
  return html`<figure class="${props.className ?? "picture"}">${renderPicture(props)}${words}</figure>`;
}
