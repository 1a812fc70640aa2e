/** An article as other pages show it. */

import type { Picture } from "../article/article.ts";
import { selectImageSource } from "../media/pictures.ts";
import type { Edition } from "./edition.ts";
import type { ImageSource, Item, Link } from "./views.ts";

/** Pixels: wide enough for a lead on a sharp phone screen. */
const LIST_WIDTH = 800;

/** The sources of a picture, links relative to a page; undefined where the picture is not known. */
export function selectImage(
  edition: Edition,
  picture: Picture,
  to: (address: string) => string,
  maxWidth?: number,
): ImageSource | undefined {
  const facts = edition.media.pictures.get(edition.media.find(picture.src) ?? "");
  return facts === undefined
    ? undefined
    : selectImageSource(facts, picture, to, { url: edition.site.url, ...(maxWidth === undefined ? {} : { maxWidth }) });
}

/** The link to a section's page, in the words of a language. */
export function sectionLink(edition: Edition, slug: string, lang: string, to: (address: string) => string): Link {
  const section = edition.section(slug);
  return {
    title: section.names[lang] ?? section.name,
    href: to(edition.listHref({ kind: "section", lang, name: slug })),
  };
}

/** One row of a list. */
export function makeItem(edition: Edition, row: number, to: (address: string) => string): Item {
  const article = edition.head(row);
  const image =
    article.image === undefined || article.retracted !== undefined
      ? undefined
      : selectImage(edition, article.image, to, LIST_WIDTH);
  return {
    article,
    href: to(article.address),
    ...(article.section === undefined ? {} : { section: sectionLink(edition, article.section, article.lang, to) }),
    ...(image === undefined ? {} : { image }),
  };
}
